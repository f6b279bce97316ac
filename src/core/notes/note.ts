/**
 * A reader's note, schema v1: the one shape that storage keeps, exporters write and
 * importers read. Positions are UTF-16 units.
 */
import * as v from 'valibot';

/** The colours of a note, by name: what each looks like is the style sheets' business. */
export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** Raw: the page's text as it is. Folded: as src/core/text/fold.ts leaves it, the same in every script. */
const space = v.picklist(['raw', 'folded']);
const units = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The words themselves, with what stands before and after them (W3C Web Annotation, 4.2.4). */
const TextQuoteSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  space,
  exact: v.string(),
  /** At least 32 characters where the page has them; a block's end is "\n". */
  prefix: v.string(),
  suffix: v.string(),
  /**
   * How often the words stood on the page, which of them these are (from 0), and how many units of
   * context on either side another of them shares; on the folded quote.
   */
  occurrence: v.optional(
    v.object({
      index: units,
      count: v.pipe(units, v.minValue(1)),
      alike: v.object({ before: units, after: units }),
    }),
  ),
  /** The end of the block before and the beginning of the block after; on the folded quote. */
  neighbours: v.optional(v.object({ before: v.string(), after: v.string() })),
});
export type TextQuoteSelector = v.InferOutput<typeof TextQuoteSchema>;

/** Where the words stood: units of the page's blocks joined by "\n" (W3C Web Annotation, 4.2.5). */
const TextPositionSchema = v.object({
  type: v.literal('TextPositionSelector'),
  space,
  start: units,
  end: units,
  /** The same in code points, as other programs count them; on the raw position. */
  points: v.optional(v.object({ start: units, end: units })),
});

export const SelectorSchema = v.variant('type', [TextQuoteSchema, TextPositionSchema]);
export type Selector = v.InferOutput<typeof SelectorSchema>;

/** The page a note was taken on. */
const NotePageSchema = v.object({
  url: v.string(),
  /** The page's own canonical address, or its address without fragment and tracking parameters. */
  canonicalUrl: v.string(),
  title: v.string(),
  /** The host, without "www.". */
  site: v.string(),
  /** Of the article's folded text, in hexadecimal: the same for the same article at another address. */
  fingerprint: v.string(),
});
export type NotePage = v.InferOutput<typeof NotePageSchema>;

/** A time of a hybrid logical clock, which compares as a string: milliseconds, counter, device. */
const StampSchema = v.pipe(v.string(), v.regex(/^\d{15}-\d{6}-[0-9a-z]{1,32}$/u));

/** What is merged on its own. */
export const NOTE_FIELDS = ['body', 'tags', 'colour', 'target', 'deleted'] as const;
export type NoteField = (typeof NOTE_FIELDS)[number];

/** Milliseconds since 1970, UTC. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0));

export const NoteSchema = v.object({
  /** UUID version 7 (RFC 9562). */
  id: v.pipe(v.string(), v.uuid()),
  created: time,
  modified: time,
  /** When each field was last written. */
  clock: v.object({
    body: StampSchema,
    tags: StampSchema,
    colour: StampSchema,
    target: StampSchema,
    deleted: v.optional(StampSchema),
  }),
  /** What the note is on: a term wherever it stands, some words of a page, or a page. */
  target: v.picklist(['term', 'quote', 'page']),
  /** The term, of a note on one. */
  termId: v.optional(v.string()),
  /** Where in which source the quoted words come from, of a note on a recognised passage. */
  passage: v.optional(v.object({ source: v.string(), start: units, end: units })),
  /** Markdown. */
  body: v.string(),
  tags: v.array(v.string()),
  colour: v.picklist(NOTE_COLOURS),
  page: NotePageSchema,
  /** Of a note on words: TextQuote and TextPosition, raw and folded. Empty otherwise. */
  selectors: v.array(SelectorSchema),
  /** The device the note was taken on: a random name, made once. */
  device: v.string(),
  /** When it was deleted; a tombstone keeps its id and clock, and no text. */
  deleted: v.optional(time),
});
export type Note = v.InferOutput<typeof NoteSchema>;
