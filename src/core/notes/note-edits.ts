/** What the reader does to notes: the shapes that forms, messages and storage share. */
import * as v from 'valibot';
import { NOTE_COLOURS, NoteSchema, SelectorSchema, type Note, type NoteColour } from './note.ts';
import type { NoteVersion } from './version.ts';

/** Longer bodies are refused, in UTF-16 units: a note is no book, and every edit of it is kept. */
const LONGEST_BODY = 1_000_000;
const MOST_TAGS = 100;
const LONGEST_TAG = 200;
const LONGEST_TEXT = 100_000;

const body = v.pipe(v.string(), v.maxLength(LONGEST_BODY));
const tags = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TAG))),
  v.maxLength(MOST_TAGS),
);
const colour = v.picklist(NOTE_COLOURS);
const shortText = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const selectors = v.pipe(v.array(SelectorSchema), v.maxLength(8));

/** A page as the page's own script describes it; the worker checks what it says of itself. */
const NotePageSchema = v.object({
  url: shortText,
  canonicalUrl: shortText,
  title: shortText,
  site: shortText,
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{0,64}$/u)),
});

/** A note that is not kept yet. */
export const NewNoteSchema = v.object({
  target: NoteSchema.entries.target,
  termId: v.optional(v.pipe(v.string(), v.maxLength(200))),
  passage: NoteSchema.entries.passage,
  body,
  tags,
  colour,
  page: NotePageSchema,
  selectors,
});
export type NewNote = v.InferOutput<typeof NewNoteSchema>;

/** New values of some fields. */
export const NoteChangesSchema = v.object({
  body: v.optional(body),
  tags: v.optional(tags),
  colour: v.optional(colour),
  /** The place on its page, of a note that is attached to other words. */
  selectors: v.optional(selectors),
});
export type NoteChanges = v.InferOutput<typeof NoteChangesSchema>;

export const DraftSchema = v.object({
  key: v.pipe(v.string(), v.maxLength(2000)),
  /** The note that is being edited; none of a new one. */
  noteId: v.optional(v.pipe(v.string(), v.uuid())),
  note: NewNoteSchema,
  /** Milliseconds since 1970. */
  saved: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** The stamps that a form began from: what is newer in the database was written elsewhere meanwhile. */
export type EditBase = Note['clock'];

/** A saved edit. */
export interface SavedEdit {
  readonly note: Note;
  /** What somebody else wrote meanwhile and this edit has replaced; it lies among the versions. */
  readonly replaced: readonly NoteVersion[];
}

export type { Note, NoteColour };
