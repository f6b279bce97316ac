import { gapsOf } from './letters.ts';

/** A stretch of text of a page and the element that it stands in. */
export interface Piece<N> {
  /** The nearest block around it. */
  readonly element: N;
  readonly text: string;
  /** Characters of it that are in links. */
  readonly linked: number;
  /** Whether a line begins with it even where the last piece is in the same block. */
  readonly begins: boolean;
}

/** Pieces that follow one another in one block, with no other block or line break between them. */
export interface Line<N> {
  readonly element: N;
  readonly text: string;
  /** Characters of it that are in links. */
  readonly linked: number;
}

/** The page's text, line by line, in the order of the page. */
export function readLines<N>(pieces: Iterable<Piece<N>>): Line<N>[] {
  const lines: { element: N; text: string; linked: number }[] = [];
  let isSpaced = false;
  for (const { element, text, linked, begins } of pieces) {
    const trimmed = text.trim();
    const inLinks = Math.min(linked, trimmed.length);
    const last = lines.at(-1);
    if (last?.element === element && !begins) {
      // Between figures and Latin words the space counts.
      const isApart = (isSpaced || /^\s/u.test(text)) && /\w$/u.test(last.text) && /^\w/u.test(trimmed);
      last.text += isApart ? ` ${trimmed}` : trimmed;
      last.linked += inLinks;
    } else if (trimmed !== '') {
      lines.push({ element, text: trimmed, linked: inLinks });
    }
    isSpaced = /\s$/u.test(text);
  }
  return lines;
}

/** What of a text is compared: letters and figures, of one width. */
export function lettersOf(text: string): string {
  const normal = text.normalize('NFKC');
  let letters = '';
  let end = 0;
  for (const [from, to] of gapsOf(normal)) {
    letters += normal.slice(end, from);
    end = to;
  }
  return letters + normal.slice(end);
}

/** What sites put between a headline and their name. */
const SEPARATOR = /[|_\u4e28\-–—―·•»>:/~]/u;

/** How a text stands in a page's title. */
export type InTitle = 'headline' | 'name' | undefined;

/**
 * Reads a page's title. What it gives says of a line whether it is what the title begins with,
 * or the larger part of it, and so the headline; or a smaller part that comes later, as names
 * of sites and of their channels do. White space, punctuation and width make no difference.
 */
export function titleReader(title: string): (line: string) => InTitle {
  let letters = '';
  /** Offsets in the letters where a word may begin or end, and where a part may. */
  const words = new Set([0]);
  const parts = new Set([0]);
  let end = 0;
  const text = title.normalize('NFKC').trim();
  for (const [from, to] of gapsOf(text)) {
    letters += text.slice(end, from);
    end = to;
    words.add(letters.length);
    if (SEPARATOR.test(text.slice(from, to))) parts.add(letters.length);
  }
  letters += text.slice(end);
  words.add(letters.length);
  parts.add(letters.length);
  return (line) => {
    if (line.length > 2 * title.length + 20) return undefined;
    const own = lettersOf(line);
    if (own.length < SHORTEST) return undefined;
    if (letters.startsWith(own) && parts.has(own.length)) return 'headline';
    const at = letters.indexOf(own);
    if (at < 0 || !words.has(at) || !words.has(at + own.length)) return undefined;
    if (2 * own.length >= letters.length) return 'headline';
    return at > 0 ? 'name' : undefined;
  };
}

/** A headline has so many letters at least. */
const SHORTEST = 4;
