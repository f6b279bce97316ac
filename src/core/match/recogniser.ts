import { Folder, foldedText, rawEnd, rawStart, type Folded } from '../text/fold.ts';
import { HIT_SIZE, Hits } from './hits.ts';
import type { Matcher } from './matcher.ts';
import { Resolver } from './resolve.ts';

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

/** Raw text in, mentions out: folding, matching and choosing in one place. */
export class Recogniser {
  readonly matcher: Matcher;
  readonly #folder: Folder;
  readonly #hits = new Hits();
  readonly #resolver: Resolver<Mention>;
  /** The text that is read now. */
  #folded: Folded;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
    this.#folder = new Folder(matcher.foldTable);
    this.#folded = this.#folder.fold('');
    this.#resolver = new Resolver(matcher, this.#mention);
  }

  /**
   * The outermost mentions of a block, in order, each with those inside it.
   * No mention reaches across the block's ends. Linear in the length of the block.
   */
  recognise(raw: string): Mention[] {
    const folded = this.#folder.fold(raw);
    const hits = this.#hits;
    hits.length = 0;
    this.matcher.scan(folded.units, folded.length, hits);
    if (folded.segmented) dropTornWords(raw, folded, hits);
    if (hits.length === 0) return [];
    this.#folded = folded;
    return this.#resolver.resolve(hits);
  }

  /** Text folded as this recogniser reads it: what cues and forms are compared with. */
  fold(raw: string): string {
    return foldedText(this.#folder.fold(raw));
  }

  readonly #mention = (start: number, end: number, pattern: number, nested: readonly Mention[]): Mention => ({
    start: rawStart(this.#folded, start),
    end: rawEnd(this.#folded, end - 1),
    entry: this.matcher.entryOf(pattern),
    adapted: this.matcher.isAdapted(pattern),
    nested,
  });
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
  return (unit >= 0x4e00 && unit <= 0x9fff) || /^\p{Script=Han}$/u.test(text.charAt(at));
}
