import { webAddress } from '../notes/address.ts';
import type { Note } from '../notes/note.ts';
import { dateOf, oneLine, type ExportInput } from './export-input.ts';

/** Longer quotes are named by how they begin and end. */
const WHOLE = 24;
/** Units of the pieces that a link is built from. */
const SHORTEST = 4;
const LONGEST = 20;
/** A piece with so many units names its place well enough. */
const CHINESE = 8;
const LATIN = 16;
/** A quote this short needs what is around it to be found. */
const NEEDS_CONTEXT = 8;

const STOP = /[\s，。、；：！？,;:!?…“”‘’「」『』《》〈〉（）()[\]【】—|·]/u;

/**
 * The page's address with a text fragment that scrolls to the words (WICG Text
 * Fragments). Chinese has no spaces, and browsers look for a fragment between word
 * boundaries only; so the pieces are cut at punctuation, which is a boundary in every
 * segmentation, and are short (WICG/scroll-to-text-fragment#251).
 *
 * @returns undefined where the page has no web address; the address alone where the
 * note is on no words
 */
export function passageLink(note: Note): string | undefined {
  const address = webAddress(note.page.url);
  if (address === undefined) return undefined;
  const base = address.split('#', 1)[0] ?? address;
  const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
  if (quote?.type !== 'TextQuoteSelector') return base;
  const folded = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'folded');
  const once = folded?.type === 'TextQuoteSelector' && folded.occurrence?.count === 1;
  const directive = textDirective(quote.exact, quote.prefix, quote.suffix, once);
  return directive === undefined ? base : `${base}#:~:text=${directive}`;
}

/**
 * The text directive for some words: `[prefix-,]start[,end][,-suffix]`.
 *
 * @param once whether the words are known to stand only once on the page
 */
export function textDirective(
  exact: string,
  prefix: string,
  suffix: string,
  once = false,
): string | undefined {
  const words = exact.trim();
  if (words === '') return undefined;
  const whole = grow(words, exact === words ? prefix : '', exact === words ? suffix : '');
  let place: string;
  if (whole.text.length <= WHOLE && !whole.text.includes('\n')) {
    place = encode(whole.text);
  } else {
    const start = firstPiece(whole.text);
    const end = lastPiece(whole.text);
    if (start === '' || end === '') return undefined;
    place = `${encode(start)},${encode(end)}`;
  }
  if (once || whole.text.length > NEEDS_CONTEXT) return place;
  // What is named before and after must adjoin the words, punctuation included.
  const block = lastBlock(whole.before);
  const stops = TRAILING_STOPS.exec(block)?.[0] ?? '';
  const before = (lastPiece(block) + stops).trim();
  const next = firstBlock(whole.after);
  const after = ((LEADING_STOPS.exec(next)?.[0] ?? '') + firstPiece(next)).trim();
  return `${before === '' ? '' : `${encode(before)}-,`}${place}${after === '' ? '' : `,-${encode(after)}`}`;
}

/** Takes in what comes before and after up to the next punctuation: words cut in the middle are never found. */
function grow(
  words: string,
  prefix: string,
  suffix: string,
): { text: string; before: string; after: string } {
  let before = prefix.length;
  while (before > 0 && !STOP.test(prefix.charAt(before - 1))) before--;
  let after = 0;
  while (after < suffix.length && !STOP.test(suffix.charAt(after))) after++;
  // Where no punctuation is in sight the words stay as they are.
  if (prefix.length - before > LONGEST || (before === 0 && prefix.length >= LONGEST)) before = prefix.length;
  if (after > LONGEST || (after === suffix.length && suffix.length >= LONGEST)) after = 0;
  return {
    text: prefix.slice(before) + words + suffix.slice(0, after),
    before: prefix.slice(0, before),
    after: suffix.slice(after),
  };
}

const firstBlock = (text: string): string => text.trimStart().split('\n', 1)[0] ?? '';
const lastBlock = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

/** The first clauses, as long as a piece should be. */
function firstPiece(text: string): string {
  const line = firstBlock(text).replace(LEADING_STOPS, '');
  return line
    .slice(
      0,
      pieceLength(line, (i) => line.charAt(i)),
    )
    .replace(TRAILING_STOPS, '');
}

/** The last clauses. */
function lastPiece(text: string): string {
  const line = lastBlock(text).replace(TRAILING_STOPS, '');
  const length = pieceLength(line, (i) => line.charAt(line.length - 1 - i));
  return line.slice(line.length - length).replace(LEADING_STOPS, '');
}

const LEADING_STOPS = new RegExp(`^(?:${STOP.source})+`, 'u');
const TRAILING_STOPS = new RegExp(`(?:${STOP.source})+$`, 'u');

function pieceLength(line: string, unit: (i: number) => string): number {
  let length = 0;
  for (let i = SHORTEST; i <= Math.min(LONGEST, line.length); i++) {
    if (i === line.length || STOP.test(unit(i))) length = i;
    if (length >= (/[a-z]/iu.test(line) ? LATIN : CHINESE)) break;
  }
  if (length > 0) return length;
  // One long clause: all of it.
  let end = Math.min(LONGEST, line.length);
  while (end < line.length && !STOP.test(unit(end))) end++;
  return end;
}

/** Percent-encoded, with the characters that mean something in a directive. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[-!'()*~]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export interface Citation {
  /** GB/T 7714—2015, an electronic resource. */
  readonly gbt7714: string;
  readonly plain: string;
}

/** How to cite the page of a note; its author and date are not known to Tifa. */
export function citation(
  note: Note,
  { language, offset }: Pick<ExportInput, 'language' | 'offset'>,
): Citation {
  const title = oneLine(note.page.title) || oneLine(note.page.url);
  const site = oneLine(note.page.site);
  const url = webAddress(note.page.url)?.split('#', 1)[0] ?? oneLine(note.page.url);
  const date = dateOf(note.created, offset);
  return {
    gbt7714: `${title}[EB/OL]. ${site === '' ? '' : `${site}, `}[${date}]. ${url}.`,
    plain:
      language === 'zh'
        ? `《${title}》，${site === '' ? '' : `${site}，`}${date}查阅，${url}`
        : `“${title}”, ${site === '' ? '' : `${site}, `}accessed ${date}, ${url}`,
  };
}
