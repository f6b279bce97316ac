import { begunReadings, wholeReadings } from '../knowledge/lookup/read-pinyin.ts';
import { exactTyping } from '../knowledge/lookup/syllables.ts';
import { foldedText, type Folder } from '../text/fold.ts';
import { addAll, keepBoth, type NoteBits } from './note-bits.ts';
import { isWordUnit, WORD, type Entry, type Postings } from './postings.ts';
import type { Readings } from './readings.ts';

/** One word of a query: what has it in it, and where. */
export interface QueryPart {
  /** Finds it in folded text, from the expression's lastIndex on. */
  readonly pattern: RegExp;
  /** Whether it is in a folded text. */
  isIn(text: string): boolean;
  /** The same of the texts of an index. */
  among(postings: Postings): SoughtPart;
}

/** One word of a query in the texts of an index. */
export interface SoughtPart {
  /** The texts that may have it. */
  readonly notes: NoteBits;
  /** Whether it is in a text of the index. */
  readonly isIn: (text: string) => boolean;
  /** How many texts have it, where that is known without looking. */
  readonly count: number | undefined;
}

/** A longer query is read up to here, in UTF-16 units: somebody pasted a page. */
const LONGEST = 200;
/** More readings of a run of letters are not tried. */
const MOST_READINGS = 4;
/** Letters that can be more words of an index than these are looked for by an expression. */
const MOST_SPOKEN = 8;
/** And of such letters so many beginnings are followed. */
const MOST_BEGUN = 256;

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
  const atStart = isWordUnit(part.charAt(0));
  const words = part.match(WORD) ?? [];
  const others = part.split(WORD).filter((piece) => piece !== '');
  const isIn = atStart ? (text: string) => beginsAWord(text, part) : (text: string) => text.includes(part);
  const count = (postings: Postings): number | undefined => {
    const [only] = others;
    if (words.length + others.length !== 1) return undefined;
    if (only === undefined) {
      const [word = 0, ...more] = postings.begun(part);
      return more.length === 0 ? postings.notes(word) : undefined;
    }
    return only.length > 2 ? undefined : postings.notes(entriesOf(only, postings)[0] ?? 0);
  };
  return {
    pattern: new RegExp(
      (atStart ? '(?<![0-9a-z\\u00df-\\u00f6\\u00f8-\\u024f])' : '') + literally(part),
      'gu',
    ),
    isIn,
    among: (postings) => ({
      notes: inAll([
        ...words.map((word) => postings.any(postings.begun(word))),
        ...others.map((piece) => postings.all(entriesOf(piece, postings), piece)),
      ]),
      isIn,
      count: count(postings),
    }),
  };
}

/** Whether some word begins so. Native search is several times as quick as an expression. */
function beginsAWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !isWordUnit(text.charAt(at - 1))) return true;
  }
  return false;
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
  const isIn = (text: string): boolean => text.search(pattern) >= 0;
  return {
    pattern,
    isIn,
    among: (postings) => {
      const words = wordsSpoken(places, postings);
      if (words !== undefined) {
        return {
          notes:
            inAny(words.map((word) => postings.all(entriesOf(word, postings), word))) ?? postings.any([]),
          isIn: (text) => words.some((word) => text.includes(word)),
          count: undefined,
        };
      }
      const [only = []] = places;
      const notes =
        places.length === 1
          ? postings.any(only.map((one) => postings.of(one.charCodeAt(0))))
          : inAll(
              places.slice(1).map((place, i) => {
                const before = places[i] ?? [];
                return postings.any(
                  before.flatMap((a) => place.map((b) => postings.of(a.charCodeAt(0), b.charCodeAt(0)))),
                );
              }),
            );
      return { notes, isIn, count: undefined };
    },
  };
}

/**
 * What of one character from each list can be in the texts of an index: each two that follow
 * one another are. Undefined where that is too much.
 */
function wordsSpoken(places: readonly (readonly string[])[], postings: Postings): string[] | undefined {
  let words = [''];
  for (const [i, place] of places.entries()) {
    words = words.flatMap((word) =>
      place.flatMap((one) => {
        const before = word.charCodeAt(i - 1);
        const entry = i === 0 ? postings.of(one.charCodeAt(0)) : postings.of(before, one.charCodeAt(0));
        return postings.notes(entry) === 0 ? [] : [word + one];
      }),
    );
    if (words.length > MOST_BEGUN) return undefined;
  }
  return words.length > MOST_SPOKEN ? undefined : words;
}

function either(parts: readonly QueryPart[]): QueryPart {
  return {
    pattern: new RegExp(parts.map(({ pattern }) => pattern.source).join('|'), 'gu'),
    isIn: (text) => parts.some((part) => part.isIn(text)),
    among: (postings) => {
      const sought = parts.map((part) => part.among(postings));
      return {
        notes: inAny(sought.map(({ notes }) => notes)) ?? postings.any([]),
        isIn: (text) => sought.some((part) => part.isIn(text)),
        count: undefined,
      };
    },
  };
}

/** What is in all of some, of which there is one at least; the first is changed. */
function inAll(all: readonly NoteBits[]): NoteBits {
  return all.reduce((first, other) => {
    keepBoth(first, other);
    return first;
  });
}

/** What is in any of some, of which the first is changed; undefined where there is none. */
function inAny(all: readonly NoteBits[]): NoteBits | undefined {
  const [first, ...others] = all;
  if (first !== undefined) for (const other of others) addAll(first, other);
  return first;
}

/** As a regular expression that matches just this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
