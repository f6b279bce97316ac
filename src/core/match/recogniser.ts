import { Folder, foldedText, rawEnd, rawStart, type Folded } from '../text/fold.ts';
import { HIT_SIZE, Hits } from './hits.ts';
import type { Matcher } from './matcher.ts';
import { Resolver, ROW_SIZE } from './resolve.ts';

/** A recognised term in a block of raw text, in UTF-16 units of that block. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index of the entry in the matcher. */
  readonly entry: number;
  /** Whether it is a rewording of the entry rather than the entry itself. */
  readonly adapted: boolean;
  readonly nested: readonly Mention[];
}

/**
 * The mentions of a block as numbers, {@link ROW_SIZE} each: start, end, twice the entry (and one
 * more where it is adapted), and how many of the numbers that follow are of those inside it. A page has
 * tens of thousands, few of which are ever looked at; objects for all of them were most of
 * what the collector of garbage had to keep.
 */
export type Found = readonly number[];

const NONE: Found = [];
const NO_MENTIONS: readonly Mention[] = [];
const HAN = /^\p{Script=Han}$/u;

/** Raw text in, mentions out: folding, matching and choosing in one place. */
export class Recogniser {
  readonly matcher: Matcher;
  readonly #folder: Folder;
  readonly #hits = new Hits();
  readonly #resolver: Resolver;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
    this.#folder = new Folder(matcher.foldTable);
    this.#resolver = new Resolver(matcher);
  }

  /**
   * The outermost mentions of a block, in order, each with those inside it.
   * No mention reaches across the block's ends. Linear in the length of the block.
   */
  recognise(raw: string): Mention[] {
    return mentionsOf(this.find(raw));
  }

  /** The same as numbers. */
  find(raw: string): Found {
    const { matcher } = this;
    const folded = this.#folder.fold(raw);
    const hits = this.#hits;
    hits.length = 0;
    matcher.scan(folded.units, folded.length, hits);
    if (folded.segmented) dropTornWords(raw, folded, hits);
    if (hits.length === 0) return NONE;
    const { rows } = this.#resolver;
    const length = this.#resolver.resolve(hits);
    for (let i = 0; i < length; i += ROW_SIZE) {
      const pattern = rows[i + 2]!;
      rows[i + 2] = 2 * matcher.entryOf(pattern) + Number(matcher.isAdapted(pattern));
      rows[i] = rawStart(folded, rows[i]!);
      rows[i + 1] = rawEnd(folded, rows[i + 1]! - 1);
    }
    return rows.slice(0, length);
  }

  /** Text folded as this recogniser reads it: what cues and forms are compared with. */
  fold(raw: string): string {
    return foldedText(this.#folder.fold(raw));
  }
}

/** What the numbers from `from` to before `to` tell of, in order. */
export function mentionsOf(found: Found, from = 0, to = found.length): Mention[] {
  const mentions: Mention[] = [];
  for (let i = from; i < to;) {
    const inside = i + ROW_SIZE;
    const end = inside + found[i + 3]!;
    const code = found[i + 2]!;
    mentions.push({
      start: found[i]!,
      end: found[i + 1]!,
      entry: code >> 1,
      adapted: (code & 1) === 1,
      nested: inside === end ? NO_MENTIONS : mentionsOf(found, inside, end),
    });
    i = end;
  }
  return mentions;
}

/**
 * In a text written word by word the spaces say where words end: drops what reaches
 * over a space and takes but one character of the word at its start or end, such as
 * 韩正 in 中 韩 正在 举行. (Tools cut words differently, so longer parts may stay.)
 */
function dropTornWords(raw: string, folded: Folded, hits: Hits): void {
  const { data } = hits;
  let kept = 0;
  for (let i = 0; i < hits.length; i += HIT_SIZE) {
    const start = rawStart(folded, data[i]!);
    const end = rawEnd(folded, data[i + 1]! - 1);
    const torn =
      (end - 2 >= start && isSpace(raw, end - 2) && isHan(raw, end)) ||
      (start + 1 < end && isSpace(raw, start + 1) && isHan(raw, start - 1));
    if (torn) continue;
    for (let k = 0; k < HIT_SIZE; k++) data[kept + k] = data[i + k]!;
    kept += HIT_SIZE;
  }
  hits.length = kept;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit < 0x3400 && /\s/u.test(text.charAt(at)));
}

function isHan(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x2e80 && HAN.test(text.charAt(at)));
}
