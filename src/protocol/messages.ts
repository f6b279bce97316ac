/**
 * Every message between the parts of the extension. Both ends validate; what is
 * not one of these is ignored without a word.
 */
import * as v from 'valibot';
import { KINDS } from '../core/match/kinds.ts';
import { LoadPassagesSchema, PassagesSchema } from './passages.ts';
import { OpenLibrarySchema } from './library.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Page → worker: how many terms this frame has. Sent when the number has changed. */
const CountedSchema = v.object({ type: v.literal('tifa:counted'), count });

/** Frame → worker: is Tifa on for the tab that this frame is in? Answer: boolean. */
const AskSwitchSchema = v.object({ type: v.literal('tifa:is-on') });

/** Popup → worker: which frames of a tab have terms? Answer: their ids. */
const FramesSchema = v.object({ type: v.literal('tifa:frames'), tabId: count });

/** Page → worker: everything that the card of a term shows. Answer: CardContent, or null. */
const CardSchema = v.object({ type: v.literal('tifa:card'), id: v.string() });

/** Page → worker: load the card's script into this frame. Answer: whether it is there. */
const LoadCardSchema = v.object({ type: v.literal('tifa:load-card') });

/** Page → worker: what are the matcher's entries called? Answer: Names. */
const NamesSchema = v.object({ type: v.literal('tifa:names') });

/** Popup → worker: read this tab once, by the permission of the click on the toolbar. Answer: boolean. */
const ReadTabSchema = v.object({ type: v.literal('tifa:read-tab'), tabId: count });

/** Page → worker: look as the reader chose; `before` and `after` as storage holds them. */
const DressSchema = v.object({
  type: v.literal('tifa:dress'),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

export const ToBackgroundSchema = v.variant('type', [
  CountedSchema,
  AskSwitchSchema,
  FramesSchema,
  CardSchema,
  LoadCardSchema,
  NamesSchema,
  PassagesSchema,
  LoadPassagesSchema,
  OpenLibrarySchema,
  ReadTabSchema,
  DressSchema,
]);
export type ToBackground = v.InferOutput<typeof ToBackgroundSchema>;

/** Popup → page: what is on this page? Answer: {@link PageSummary}. */
const SummariseSchema = v.object({ type: v.literal('tifa:summarise') });

/**
 * Worker → frame: go to the next or previous term, as the keyboard commands say.
 * `more`: other frames of the page have terms too, so after the last one the answer
 * is false instead of going round. `enter`: the step comes from another frame.
 */
const StepSchema = v.object({
  type: v.literal('tifa:step'),
  by: v.picklist([1, -1]),
  more: v.boolean(),
  enter: v.boolean(),
});

/** Worker → frame: open the card of the term stepped to, or of the first in view. Answer: whether there is one. */
const OpenCurrentSchema = v.object({ type: v.literal('tifa:open-current') });

/** Popup → frame: scroll to the first mention of a term, or from there to its next one. Answer: {@link Jumped}, or false. */
const JumpSchema = v.object({ type: v.literal('tifa:jump'), id: v.string() });

/** Popup → frame: what does the reader have selected? Answer: a string, of at most 2,000 units. */
const SelectionSchema = v.object({ type: v.literal('tifa:selection') });

/** Worker → frame: open a term's card at what is selected. Answer: true. */
const OpenAtSelectionSchema = v.object({ type: v.literal('tifa:open-at-selection'), id: v.string() });
/** Worker → page: the reader has taken this site back. */
const LeaveSchema = v.object({ type: v.literal('tifa:leave') });
/** Worker → frame: a site was taken back, perhaps this frame's: ask whether it may still be read. */
const AskAgainSchema = v.object({ type: v.literal('tifa:ask-again') });

export const ToPageSchema = v.variant('type', [
  SummariseSchema,
  StepSchema,
  OpenCurrentSchema,
  JumpSchema,
  SelectionSchema,
  OpenAtSelectionSchema,
  LeaveSchema,
  AskAgainSchema,
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** Which mention of a term was jumped to, from 0, of how many in its frame. */
export const JumpedSchema = v.object({ index: count, count });
export type Jumped = v.InferOutput<typeof JumpedSchema>;

/** One term of a page. */
export const TallySchema = v.object({
  id: v.string(),
  kind: v.picklist(KINDS),
  /** Outermost mentions. */
  count,
  /** Ordinal of its first mention on the page, nested ones included. */
  first: v.optional(count),
  /** The same for its first rewording. */
  firstAdapted: v.optional(count),
});
export type Tally = v.InferOutput<typeof TallySchema>;

export const PageSummarySchema = v.object({
  address: v.string(),
  on: v.boolean(),
  /** Outermost mentions in this frame. */
  count,
  /** The article of the page; absent where it has none. */
  article: v.optional(
    v.object({
      /** Outermost mentions in it; the others are elsewhere on the page. */
      count,
      /** Whether it goes on on other pages. */
      isPart: v.boolean(),
    }),
  ),
  tallies: v.array(TallySchema),
});
export type PageSummary = v.InferOutput<typeof PageSummarySchema>;

/** The value if it has the schema's shape, else undefined. */
export function receive<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
