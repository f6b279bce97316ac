import { begunReadings, wholeReadings } from '../knowledge/lookup/read-pinyin.ts';
import { exactTyping } from '../knowledge/lookup/syllables.ts';
import { foldedText, type Folder } from '../text/fold.ts';
import { intersect, isWordUnit, pairKey, unite, WORD, type Postings } from './postings.ts';
import type { Readings } from './readings.ts';

/** One word of a query: what has it in it, and where. */
export interface QueryPart {
  /** Finds it in folded text, from the expression's lastIndex on. */
  readonly pattern: RegExp;
  /** Whether it is in a folded text. */
  isIn(text: string): boolean;
  /** Ordinals of the texts that may have it; undefined where none was left out. */
  candidates(postings: Postings): readonly number[];
  /** Whether every candidate has it, so that none needs to be looked at. */
  readonly exact: boolean;
}

/** A longer query is read up to here, in UTF-16 units: somebody pasted a page. */
const LONGEST = 200;
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
  const grams = words.length + others.reduce((sum, piece) => sum + Math.max(1, piece.length - 1), 0);
  return {
    pattern,
    // Native search is several times as quick as an expression.
    isIn: (text) => (start === '' ? text.includes(part) : text.search(pattern) >= 0),
    exact: grams === 1,
    candidates: (postings) => {
      const lists = [
        ...words.map((word) => unite(postings.begun(word))),
        ...others.flatMap((piece) => pairsOf(piece).map((key) => postings.pair(key))),
      ];
      return allOf(lists);
    },
  };
}

function pairsOf(piece: string): number[] {
  if (piece.length === 1) return [pairKey(piece.charCodeAt(0))];
  return Array.from({ length: piece.length - 1 }, (_, i) =>
    pairKey(piece.charCodeAt(i), piece.charCodeAt(i + 1)),
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
    exact: places.length <= 2,
    candidates: (postings) => {
      const [only = []] = places;
      if (places.length === 1) return unite(only.map((one) => postings.pair(pairKey(one.charCodeAt(0)))));
      const lists = places.slice(1).map((place, i) => {
        const before = places[i] ?? [];
        return unite(
          before
            .flatMap((a) => place.map((b) => postings.pair(pairKey(a.charCodeAt(0), b.charCodeAt(0)))))
            .filter((list) => list.length > 0),
        );
      });
      return allOf(lists);
    },
  };
}

function either(parts: readonly QueryPart[]): QueryPart {
  return {
    pattern: new RegExp(parts.map(({ pattern }) => pattern.source).join('|'), 'gu'),
    isIn: (text) => parts.some((part) => part.isIn(text)),
    exact: parts.every(({ exact }) => exact),
    candidates: (postings) => unite(parts.map((part) => part.candidates(postings))),
  };
}

/** What is in all lists, the shortest first. */
function allOf(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...rest] = [...lists].sort((a, b) => a.length - b.length);
  return rest.reduce<readonly number[]>(
    (found, list) => (found.length === 0 ? found : intersect(found, list)),
    first,
  );
}

/** As a regular expression that matches just this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
