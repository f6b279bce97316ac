import { Folder, foldedText } from '../../text/fold.ts';
import type { FoldTable } from '../../text/fold-table.ts';
import { toneless } from '../pinyin.ts';
import { englishWords } from './english-text.ts';
import { bareForm, hasHan } from './form-store.ts';
import { wholeReadings } from './read-pinyin.ts';
import { exactTyping } from './syllables.ts';

/** What a query is cut to, in UTF-16 units: a long article, not a book. */
const MOST_UNITS = 20_000;

/** A text as forms are compared: without white space and punctuation. */
export interface BareText {
  readonly text: string;
  /** By unit: 1 where something has been left out before it. */
  readonly breaks: Uint8Array;
}

/** A run of Latin letters, or one unit of anything else. */
export type Token = { readonly run: string } | { readonly unit: number };

export interface Query extends BareText {
  readonly tokens: readonly Token[];
  /** The tokens without tone numbers, where there are some: wang3luo4. */
  readonly withoutTones: readonly Token[] | undefined;
  readonly han: boolean;
  /** Words of English, if it is that. */
  readonly words: readonly string[];
}

/** Reads what was typed or selected. Linear in its length, at most 20,000 units of it. */
export function readQuery(typed: string, table: FoldTable): Query {
  const cut = typed.slice(0, MOST_UNITS);
  const letters = toneless(cut.normalize('NFD').replace(/[\u0302\u0306]/gu, ''))
    .replace(/\u0251/gu, 'a')
    .replace(/\u0261/gu, 'g')
    .replace(/ü|u:/gu, 'v');
  const bare = bareText(foldedText(new Folder(table).fold(letters)));
  const tokens = tokensOf(bare);
  return {
    ...bare,
    tokens,
    withoutTones: withoutTones(tokens, bare),
    han: hasHan(bare.text),
    words: englishWords(cut.replace(/\+/gu, ' plus ')),
  };
}

function bareText(folded: string): BareText {
  const text = bareForm(folded);
  const breaks = new Uint8Array(text.length);
  let at = 0;
  let left = false;
  for (const character of folded) {
    if (bareForm(character) === '') {
      left = true;
      continue;
    }
    if (left && at > 0) breaks[at] = 1;
    left = false;
    at += character.length;
  }
  return { text, breaks };
}

export function tokensOf({ text, breaks }: BareText): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    let end = at;
    while (end < text.length && isLetter(text.charCodeAt(end)) && (end === at || breaks[end] !== 1)) end++;
    if (end === at) tokens.push({ unit: text.charCodeAt(at++) });
    else {
      tokens.push({ run: text.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

/** Takes figures 0 to 5 off the ends of syllables; undefined if there are none. */
function withoutTones(tokens: readonly Token[], { breaks }: BareText): Token[] | undefined {
  const kept: Token[] = [];
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    const isTone =
      'unit' in token &&
      token.unit >= 0x30 &&
      token.unit <= 0x35 &&
      breaks[at] !== 1 &&
      before !== undefined &&
      'run' in before &&
      wholeReadings(before.run, exactTyping(), 1).length > 0 &&
      !(after !== undefined && 'unit' in after && isDigit(after.unit) && breaks[at + 1] !== 1);
    if (!isTone) kept.push(token);
    at += 'run' in token ? token.run.length : 1;
  }
  return kept.length < tokens.length ? kept : undefined;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
