import { begunReadings, wholeReadings } from '../knowledge/lookup/read-pinyin.ts';
import { exactTyping } from '../knowledge/lookup/syllables.ts';
import { foldedText, type Folder } from '../text/fold.ts';
import {
  both,
  either as anyOf,
  isWordUnit,
  WORD,
  type Blocks,
  type Entry,
  type Postings,
} from './postings.ts';
import type { Readings } from './readings.ts';

/** One word of a query: what has it in it, and where. */
export interface QueryPart {
  /** Finds it in folded text, from the expression's lastIndex on. */
  readonly pattern: RegExp;
  /** Whether it is in a folded text. */
  isIn(text: string): boolean;
  /** The blocks in which some text may have it. */
  blocks(postings: Postings): Blocks;
  /** How many texts have it, where that is known without looking. */
  count(postings: Postings): number | undefined;
}

/** A longer query is read up to here, in UTF-16 units: somebody pasted a page. */
const LONGEST = 200;
/** Of a long word's pairs the rarest say where it can be. */
const MOST_PAIRS = 6;
/** More readings of a run of letters are not tried. */
const MOST_READINGS = 4;

/** Folds a query word by word: in a text a space between 网络 and App says nothing, in a query it does. */
export function foldQuery(query: string, folder: Folder): string {
  return query
    .slice(0, LONGEST)
    .split(/\s+/u)
    .map((word) => foldedText(folder.fold(word)))
    .join(' ');
}

/**
 * The words of a folded query, all of which a text must have. Chinese is found
 * anywhere from one character on, words of Latin letters from their beginning, and
 * letters that are pinyin also as the characters that are read so.
 */
export function readNoteQuery(folded: string, readings: Readings): QueryPart[] {
  const parts = folded
    .slice(0, LONGEST)
    .split(/\s+/u)
    .filter((part) => part !== '');
  return parts.map((part) => {
    const written = writtenPart(part);
    // An apostrophe, whatever it folds to, parts syllables.
    const spoken = /^[a-z]+(?:[^\p{L}\p{N}][a-z]+)*$/u.test(part)
      ? spokenParts(part.replace(/[^a-z]/gu, ''), readings)
      : [];
    return spoken.length === 0 ? written : either([written, ...spoken]);
  });
}

function writtenPart(part: string): QueryPart {
  const start = isWordUnit(part.charAt(0)) ? '(?<![0-9a-z\\u00df-\\u00f6\\u00f8-\\u024f])' : '';
  const words = part.match(WORD) ?? [];
  const others = part.split(WORD).filter((piece) => piece !== '');
  const pattern = new RegExp(start + literally(part), 'gu');
  const [only] = others;
  return {
    pattern,
    // Native search is several times as quick as an expression.
    isIn: (text) => (start === '' ? text.includes(part) : text.search(pattern) >= 0),
    count: (postings) => {
      if (words.length + others.length !== 1) return undefined;
      if (only === undefined) {
        const [word = 0, ...more] = postings.begun(part);
        return more.length === 0 ? postings.notes(word) : undefined;
      }
      return only.length > 2 ? undefined : postings.notes(entriesOf(only, postings)[0] ?? 0);
    },
    blocks: (postings) =>
      inAll([
        ...words.map((word) => postings.any(postings.begun(word))),
        ...others
          .flatMap((piece) => entriesOf(piece, postings))
          .sort((x, y) => postings.notes(x) - postings.notes(y))
          .slice(0, MOST_PAIRS)
          .map((entry) => postings.any([entry])),
      ]),
  };
}

/** Each two units that follow one another; of a single one itself. */
function entriesOf(piece: string, postings: Postings): Entry[] {
  if (piece.length === 1) return [postings.of(piece.charCodeAt(0))];
  return Array.from({ length: piece.length - 1 }, (_, i) =>
    postings.of(piece.charCodeAt(i), piece.charCodeAt(i + 1)),
  );
}

function spokenParts(run: string, readings: Readings): QueryPart[] {
  const typing = exactTyping();
  const read = [...wholeReadings(run, typing), ...begunReadings(run, typing)];
  return read.slice(0, MOST_READINGS).flatMap((elements): QueryPart[] => {
    const places = elements.map(({ list }) => list.flatMap((number) => readings.get(number) ?? []));
    if (places.length === 0 || places.some((place) => place.length === 0)) return [];
    return [spokenPart(places)];
  });
}

function spokenPart(places: readonly (readonly string[])[]): QueryPart {
  const classes = places.map((place) => `[${place.map((character) => literally(character)).join('')}]`);
  const pattern = new RegExp(classes.join(''), 'gu');
  return {
    pattern,
    isIn: (text) => text.search(pattern) >= 0,
    count: () => undefined,
    blocks: (postings) => {
      const [only = []] = places;
      if (places.length === 1) return postings.any(only.map((one) => postings.of(one.charCodeAt(0))));
      return inAll(
        places.slice(1).map((place, i) => {
          const before = places[i] ?? [];
          return postings.any(
            before.flatMap((a) => place.map((b) => postings.of(a.charCodeAt(0), b.charCodeAt(0)))),
          );
        }),
      );
    },
  };
}

function either(parts: readonly QueryPart[]): QueryPart {
  return {
    pattern: new RegExp(parts.map(({ pattern }) => pattern.source).join('|'), 'gu'),
    isIn: (text) => parts.some((part) => part.isIn(text)),
    count: () => undefined,
    blocks: (postings) => parts.map((part) => part.blocks(postings)).reduce(anyOf),
  };
}

/** What is in all of some, of which there is one at least. */
function inAll(all: readonly Blocks[]): Blocks {
  return all.reduce(both);
}

/** As a regular expression that matches just this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
