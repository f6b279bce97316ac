/**
 * Messages about notes. Those of a page's script tell the worker which page they
 * come from, and get and change the notes of that page and of terms only; the rest
 * is for our own pages. Every answer is an Outcome.
 */
import * as v from 'valibot';
import { DraftSchema, NewNoteSchema, NoteChangesSchema, type Draft } from '../core/notes/note-edits.ts';
import { NOTE_COLOURS, NoteSchema, type Note } from '../core/notes/note.ts';
import { SIGHT_STATES, type Sighting } from '../core/notes/sighting.ts';
import { NoteVersionSchema } from '../core/notes/version.ts';
import { NOTE_SORTS } from '../core/search/note-index.ts';
import type { Place } from '../core/search/query-places.ts';

const id = v.pipe(v.string(), v.uuid());
const ids = v.pipe(v.array(id), v.maxLength(100_000));
const text = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const texts = v.pipe(v.array(text), v.maxLength(10_000));

/** What a page says of itself; its address comes from the browser. */
const PageClaimSchema = v.object({
  canonicalUrl: v.optional(text),
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{0,64}$/u))),
  /** Only from our own pages, which speak of a tab. */
  url: v.optional(text),
});
export type PageClaim = v.InferOutput<typeof PageClaimSchema>;

const EditBaseSchema = NoteSchema.entries.clock;

/** Page or panel → worker: the notes of a page and of terms. Answer: {@link NotesOfPage}. */
const OfPageSchema = v.object({
  type: v.literal('tifa:notes/of-page'),
  page: PageClaimSchema,
  termIds: texts,
});
/** The same → worker: keep a new note; a draft goes with it. Answer: Note. */
const CreateSchema = v.object({
  type: v.literal('tifa:notes/create'),
  note: NewNoteSchema,
  draft: v.optional(text),
});
/** New values of some fields of a note. Answer: SavedEdit. */
const UpdateSchema = v.object({
  type: v.literal('tifa:notes/update'),
  page: PageClaimSchema,
  id,
  changes: NoteChangesSchema,
  /** The stamps that the form began from. */
  base: v.optional(EditBaseSchema),
  draft: v.optional(text),
});
/** Delete notes; a page's script one of its own. Answer: {@link DoneAnswer}. */
const RemoveSchema = v.object({ type: v.literal('tifa:notes/remove'), page: PageClaimSchema, ids });
/** Undo what an answer has named. Answer: {@link UndoneAnswer}. */
const UndoSchema = v.object({ type: v.literal('tifa:notes/undo'), undo: text });
/** Keep an unfinished note. Answer: where it is kept, {@link DraftPlace}. */
const DraftMessageSchema = v.object({ type: v.literal('tifa:notes/draft'), draft: DraftSchema });
/** Let an unfinished note go. Answer: true. */
const DropDraftSchema = v.object({ type: v.literal('tifa:notes/drop-draft'), key: text });
/** Every tag in use, the most frequent first, for completion. Answer: string[]. */
const TagsSchema = v.object({ type: v.literal('tifa:notes/tags') });
/** What has become of the words of a page's notes. Answer: whether any of it was new. */
const SawSchema = v.object({
  type: v.literal('tifa:notes/saw'),
  page: PageClaimSchema,
  states: v.pipe(v.array(v.tuple([id, v.picklist(SIGHT_STATES)])), v.maxLength(10_000)),
});
/** Page → worker: load the script that shows and takes notes into this frame. Answer: true. */
const LoadSchema = v.object({ type: v.literal('tifa:notes/load') });

const FilterSchema = v.object({
  tags: v.optional(texts),
  colours: v.optional(v.array(v.picklist(NOTE_COLOURS))),
  targets: v.optional(v.array(NoteSchema.entries.target)),
  sites: v.optional(texts),
  termIds: v.optional(texts),
  pages: v.optional(texts),
  states: v.optional(v.array(v.picklist(SIGHT_STATES))),
  from: v.optional(count),
  before: v.optional(count),
});
/** Our pages → worker: notes that match, a slice of them. Answer: {@link NoteList}. */
const ListSchema = v.object({
  type: v.literal('tifa:notes/list'),
  query: v.pipe(v.string(), v.maxLength(10_000)),
  filter: v.optional(FilterSchema, {}),
  sort: v.optional(v.picklist(NOTE_SORTS), 'modified'),
  offset: v.optional(count, 0),
  limit: v.optional(v.pipe(count, v.maxValue(200)), 50),
});
/** The ids of the notes that match, in order, all or a stretch: for selecting and for exports. Answer: string[]. */
const IdsSchema = v.object({
  type: v.literal('tifa:notes/ids'),
  query: v.pipe(v.string(), v.maxLength(10_000)),
  filter: v.optional(FilterSchema, {}),
  sort: v.optional(v.picklist(NOTE_SORTS), 'modified'),
  offset: v.optional(count, 0),
  limit: v.optional(count),
});
/** At most 500 notes by their ids, in that order. Answer: Note[]. */
const ByIdsSchema = v.object({
  type: v.literal('tifa:notes/by-ids'),
  ids: v.pipe(ids, v.maxLength(500)),
  /** Deleted ones too: an import is compared with them. */
  tombstones: v.optional(v.boolean(), false),
});
/** All notes, 500 at a time by age, tombstones where asked for. Answer: {@link NoteSlice}. */
const AllSchema = v.object({
  type: v.literal('tifa:notes/all'),
  after: v.optional(id),
  tombstones: v.optional(v.boolean(), false),
});
/** Names of tags, sites, colours and targets in use. Answer: NoteFacets. */
const FacetsSchema = v.object({ type: v.literal('tifa:notes/facets') });
/** The pages and terms that notes are on, the first 500 of each. Answer: NotedPlaces. */
const PlacesSchema = v.object({ type: v.literal('tifa:notes/places') });
/** Add tags to notes, and take tags from them. Answer: {@link DoneAnswer}. */
const RetagSchema = v.object({ type: v.literal('tifa:notes/retag'), ids, add: texts, drop: texts });
/** Give notes a colour. Answer: {@link DoneAnswer}. */
const RecolourSchema = v.object({
  type: v.literal('tifa:notes/recolour'),
  ids,
  colour: v.picklist(NOTE_COLOURS),
});
/** The replaced texts of at most 500 notes: for exports. Answer: NoteVersion[]. */
const VersionsOfSchema = v.object({
  type: v.literal('tifa:notes/versions-of'),
  ids: v.pipe(ids, v.maxLength(500)),
});
/** The texts of a note that were replaced. Answer: NoteVersion[]. */
const VersionsSchema = v.object({ type: v.literal('tifa:notes/versions'), id });
/** Every unfinished note. Answer: Draft[]. */
const DraftsSchema = v.object({ type: v.literal('tifa:notes/drafts') });
/** How the database is. Answer: {@link NotesState}. */
const StateSchema = v.object({ type: v.literal('tifa:notes/state') });
/** The reader has read that notes are gone ({@link NotesState.lost}). Answer: true. */
const LossSeenSchema = v.object({ type: v.literal('tifa:notes/loss-seen') });
/**
 * Notes to take in, at most 500 at a time, under a name that the sender makes up.
 * Nothing is written before the commit. Answer: how many wait.
 */
const ImportPartSchema = v.object({
  type: v.literal('tifa:notes/import-part'),
  name: v.pipe(v.string(), v.maxLength(100)),
  /** How many of this name were sent before: a worker that was ended in between refuses. */
  before: count,
  notes: v.pipe(v.array(NoteSchema), v.maxLength(500)),
  /** Texts that the notes had before, where the file has them. */
  versions: v.optional(v.pipe(v.array(NoteVersionSchema), v.maxLength(5000)), []),
});
/** Take in what waits under a name, as one step. Answer: {@link ImportAnswer}. */
const ImportCommitSchema = v.object({
  type: v.literal('tifa:notes/import-commit'),
  name: v.pipe(v.string(), v.maxLength(100)),
  count,
});

/** What a page's script may ask for. */
export const NotesFromPageSchema = v.variant('type', [
  OfPageSchema,
  CreateSchema,
  UpdateSchema,
  RemoveSchema,
  UndoSchema,
  DraftMessageSchema,
  DropDraftSchema,
  TagsSchema,
  SawSchema,
  LoadSchema,
]);
export type NotesFromPage = v.InferInput<typeof NotesFromPageSchema>;

/** What our own pages may ask for. */
export const NotesRequestSchema = v.variant('type', [
  OfPageSchema,
  CreateSchema,
  UpdateSchema,
  RemoveSchema,
  UndoSchema,
  DraftMessageSchema,
  DropDraftSchema,
  TagsSchema,
  ListSchema,
  IdsSchema,
  ByIdsSchema,
  AllSchema,
  FacetsSchema,
  PlacesSchema,
  RetagSchema,
  RecolourSchema,
  VersionsSchema,
  VersionsOfSchema,
  DraftsSchema,
  StateSchema,
  LossSeenSchema,
  ImportPartSchema,
  ImportCommitSchema,
]);
export type NotesRequest = v.InferInput<typeof NotesRequestSchema>;

export interface NotesOfPage {
  readonly notes: readonly Note[];
  /** Unfinished notes of the page and its terms. */
  readonly drafts: readonly Draft[];
}

export interface DoneAnswer {
  readonly undo: string;
  readonly count: number;
}

export interface UndoneAnswer {
  /** How many notes are as they were before. */
  readonly restored: number;
  /** How many were edited since and stay as they are. */
  readonly left: number;
}

/** Where an unfinished note is: in the database, in extension storage, or in the worker's memory only. */
export type DraftPlace = 'kept' | 'aside' | 'memory';

/** A note that matches, and where the words of the query stand in it. */
export interface FoundNote {
  readonly note: Note;
  readonly marks: {
    readonly body: readonly Place[];
    readonly quote: readonly Place[];
    readonly title: readonly Place[];
  };
  /** What had become of its words when they were last looked for, where that is known. */
  readonly seen?: Sighting;
}

export interface NoteList {
  readonly total: number;
  /** Whether there are more than `total`. */
  readonly more: boolean;
  readonly found: readonly FoundNote[];
}

export interface NoteSlice {
  readonly notes: readonly Note[];
  /** Where the next slice begins; none after the last. */
  readonly next?: string;
}

export interface NotesState {
  readonly notes: number;
  /** Whether the browser has promised to keep the database when the disk is full. */
  readonly persisted: boolean;
  /** Bytes used and granted, where the browser says so. */
  readonly usage?: number;
  readonly quota?: number;
  /** Whether the database with the notes that were here was deleted, and the reader has not yet said that they know. */
  readonly lost: boolean;
}

export interface ImportAnswer {
  readonly undo: string;
  readonly added: number;
  readonly merged: number;
  readonly same: number;
}
