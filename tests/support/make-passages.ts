/**
 * Makes the labelled passages of tests/fixtures/passages from the sources, with a
 * fixed seed. What it wrote was read through by hand and is frozen: run it again only
 * to make another set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { loadBundled } from '../../src/cli/bundled.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { sentencesOf } from '../../src/core/text/sentences.ts';
import type { LabelledPassage } from './labelled-passages.ts';
import { INSERTIONS, OWN_AFTER, OWN_BEFORE, SUBSTITUTIONS, SYNONYMS } from './passage-tables.ts';
import { PROJECT } from './paths.ts';

const FOLDER = join(PROJECT, 'tests/fixtures/passages');
const { sources } = loadSeeds();
const { index } = loadBundled().passages();

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const next = generator(20230715);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

/** A character of a passage in the making, and the source unit it is copied from, or -1. */
interface Unit {
  readonly c: string;
  readonly from: number;
}
type Text = Unit[];
const own = (text: string): Text => [...text].map((c) => ({ c, from: -1 }));
const asText = (text: Text): string => text.map(({ c }) => c).join('');

/** Sentences in a row of one source, long enough and with enough words of their own. */
function copyOf(least: number): { source: string; text: Text; sentences: number } {
  for (;;) {
    const number = Math.floor(next() * index.sources.length);
    const source = index.sources[number]!;
    const body = sources.find(({ id }) => id === source.id)!.paragraphs.filter(({ role, text }) => role === 'body' && text.length > 60);
    const paragraph = pick(body);
    const sentences = sentencesOf(paragraph.text);
    const first = Math.floor(next() * sentences.length);
    const last = Math.min(sentences.length - 1, first + Math.floor(next() * 3));
    const start = paragraph.start + sentences[first]!.start;
    const end = paragraph.start + sentences[last]!.end;
    if (end - start > 260) continue;
    const skeleton = index.skeletons.of(source.text);
    let fresh = 0;
    for (let i = 1; i <= skeleton.length; i++) {
      if (skeleton.at[i]! < start || skeleton.at[i]! >= end) continue;
      const place = index.starts[number]! + i - 1;
      fresh += 1 - index.explained(place, place + 1);
    }
    if (fresh < least) continue;
    return {
      source: source.id,
      text: [...source.text.slice(start, end)].map((c, i) => ({ c, from: start + i })),
      sentences: last - first + 1,
    };
  }
}

/** Places where a list's words stand in the copied text, in random order. */
function places(text: Text, words: readonly string[]): { at: number; word: string }[] {
  const whole = asText(text);
  const found: { at: number; word: string }[] = [];
  for (const word of words) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) found.push({ at, word });
  }
  return found.map((f) => ({ f, key: next() })).sort((a, b) => a.key - b.key).map(({ f }) => f);
}

function replaceWords(text: Text, table: readonly (readonly [string, string])[], count: number): Text {
  const taken: [number, number][] = [];
  const chosen = places(text, table.map(([from]) => from))
    .filter(({ at, word }) => {
      if (taken.some(([a, b]) => at < b && at + word.length > a)) return false;
      taken.push([at, at + word.length]);
      return true;
    })
    .slice(0, count)
    .sort((a, b) => b.at - a.at);
  const result = [...text];
  for (const { at, word } of chosen) result.splice(at, word.length, ...own(table.find(([from]) => from === word)![1]));
  return result;
}

/** Indices of commas outside quotation marks. */
const commas = (text: Text, marks = '，'): number[] => text.flatMap(({ c }, i) => (marks.includes(c) ? [i] : []));

function insertWords(text: Text, count: number): Text {
  let result = [...text];
  for (let i = 0; i < count; i++) {
    const at = pick([...commas(result), ...places(result, ['加强', '推动', '推进', '提高', '建设', '坚持', '形成', '发挥', '维护', '落实']).map((p) => p.at - 1)]);
    if (at === undefined || at < 0) break;
    result = [...result.slice(0, at + 1), ...own(pick(INSERTIONS)), ...result.slice(at + 1)];
  }
  return result;
}

function deleteWords(text: Text, count: number): Text {
  const result = [...text];
  for (let i = 0; i < count; i++) {
    const [place] = places(result, ['不断', '积极', '进一步', '深入', '全面', '切实', '重要', '广大', '持续', '有效', '充分', '着力', '加快', '更加', '认真', '各级', '一系列', '有力', '和信息化', '共同', '主动', '具有', '提出', '我国', '新的']);
    const at = place?.at ?? Math.floor(next() * Math.max(1, result.length - 8)) + 2;
    result.splice(at, place?.word.length ?? 2);
  }
  return result;
}

/** Two neighbouring clauses change places. */
function moveClauses(text: Text, count: number): Text {
  let result = [...text];
  for (let n = 0; n < count; n++) {
    const ends = commas(result, '，。；');
    const candidates = ends.flatMap((_, i) => {
      const start = i === 0 ? 0 : ends[i - 1]! + 1;
      const [middle, end] = [ends[i], ends[i + 1]];
      return middle !== undefined && end !== undefined && middle - start >= 8 && end - middle >= 9 ? [[start, middle, end] as const] : [];
    });
    if (candidates.length === 0) break;
    const [start, middle, end] = pick(candidates);
    result = [...result.slice(0, start), ...result.slice(middle + 1, end), result[middle]!, ...result.slice(start, middle), ...result.slice(end)];
  }
  return result;
}

const swapMark = (text: Text, from: string, to: string, count: number): Text => {
  const at = new Set(commas(text, from).map((i) => ({ i, key: next() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ i }) => i));
  return text.flatMap((unit, i) => (at.has(i) ? own(to) : [unit]));
};

const convert = Converter({ from: 'cn', to: 't' });
const toTraditional = (text: Text): Text => {
  const converted = [...convert(asText(text))];
  return text.map(({ c, from }, i) => ({ c: converted.length === text.length ? converted[i]! : c, from }));
};

/** A space around every token, words told by Intl.Segmenter: fixtures only, never at run time. */
function segmented(text: Text): Text {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(asText(text))].map(({ segment }) => segment);
  const result: Text = [];
  let at = 0;
  for (const word of words) {
    if (at > 0) result.push({ c: ' ', from: -1 });
    for (const _ of word) result.push(text[at++]!);
  }
  return result;
}

const PUNCTUATION: Record<string, string> = { '，': ',', '。': '．', '“': '「', '”': '」', '、': '，', '：': ':', '；': ';', '（': '(', '）': ')' };
const otherMarks = (text: Text): Text => text.map(({ c, from }) => ({ c: PUNCTUATION[c] ?? c, from: c in PUNCTUATION ? -1 : from }));

function ellipsis(text: Text, count: number): Text {
  let result = [...text];
  for (let n = 0; n < count; n++) {
    const ends = commas(result, '，；');
    const candidates = ends.flatMap((end, i) => (i > 0 && end - ends[i - 1]! >= 6 && end - ends[i - 1]! <= 30 ? [[ends[i - 1]! + 1, end] as const] : []));
    if (candidates.length === 0 || result.length < 80) break;
    const [start, end] = pick(candidates);
    result = [...result.slice(0, start), ...own('……'), ...result.slice(end + 1)];
  }
  return result;
}

function changeFigures(text: Text, count: number): Text {
  const digits = text.flatMap(({ c }, i) => (/\d/u.test(c) ? [i] : []));
  const at = new Set(digits.map((i) => ({ i, key: next() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ i }) => i));
  return text.map((unit, i) => (at.has(i) ? { c: String((Number(unit.c) + 1 + Math.floor(next() * 8)) % 10), from: -1 } : unit));
}

const paragraphs = (text: Text, count: number): Text => {
  const at = new Set(commas(text, '。，').filter((i) => i < text.length - 1).map((i) => ({ i, key: next() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ i }) => i));
  return text.flatMap((unit, i) => (at.has(i) ? [unit, { c: '\n', from: -1 }] : [unit]));
};

type Maker = (text: Text, edits: number) => Text;
const KINDS: Record<string, readonly [count: number, make: Maker]> = {
  verbatim: [12, (text) => text],
  synonyms: [8, (text, n) => replaceWords(text, SYNONYMS, n)],
  deletions: [8, deleteWords],
  insertions: [8, insertWords],
  moved: [8, (text, n) => moveClauses(text, Math.ceil(n / 3))],
  split: [8, (text, n) => swapMark(text, '，', '。', n)],
  merged: [8, (text, n) => swapMark(text, '。', '，同时', n)],
  paragraphs: [8, paragraphs],
  traditional: [8, (text, n) => toTraditional(replaceWords(text, SYNONYMS, n - 1))],
  segmented: [8, (text, n) => segmented(replaceWords(text, SYNONYMS, n - 1))],
  punctuation: [8, (text, n) => otherMarks(replaceWords(text, SYNONYMS, n - 1))],
  substitutions: [8, (text, n) => replaceWords(text, SUBSTITUTIONS, n)],
  ellipses: [8, (text, n) => ellipsis(text, Math.ceil(n / 3))],
  figures: [8, changeFigures],
  mixed: [24, (text, n) => {
    let result = text;
    for (let i = 0; i < n; i++) {
      result = pick<Maker>([
        (t) => replaceWords(t, SYNONYMS, 1),
        (t) => insertWords(t, 1),
        (t) => deleteWords(t, 1),
        (t) => replaceWords(t, SUBSTITUTIONS, 1),
        (t) => swapMark(t, '，', '。', 1),
        (t) => ellipsis(t, 1),
      ])(result, 1);
    }
    return result;
  }],
};

const passages: LabelledPassage[] = [];
const add = (kind: string, edits: number, text: Text, source: string | null): void => {
  const number = String(passages.length + 1).padStart(3, '0');
  const copied: [number, number, number][] = [];
  text.forEach(({ from }, i) => {
    if (from < 0) return;
    const last = copied.at(-1);
    if (last !== undefined && last[0] + last[2] === i && last[1] + last[2] === from) last[2]++;
    else copied.push([i, from, 1]);
  });
  passages.push({ name: `${number} ${kind}${edits > 0 ? ` ${String(edits)}` : ''}`, text: asText(text), source, copied });
};

for (const [kind, [count, make]] of Object.entries(KINDS)) {
  for (let i = 0; i < count; i++) {
    const edits = kind === 'verbatim' ? 0 : (i % 8) + 1;
    for (;;) {
      const { source, text, sentences } = copyOf(50 + 4 * edits);
      if (kind === 'figures' && !/\d/u.test(asText(text))) continue;
      const made = make(text, edits * sentences);
      if (kind !== 'verbatim' && asText(made) === asText(text)) continue;
      add(kind, edits, [...own(`${pick(OWN_BEFORE)}\n`), ...made, ...own(`\n${pick(OWN_AFTER)}`)], source);
      break;
    }
  }
}
for (const kind of ['look-alikes', 'unrelated']) {
  for (const line of readFileSync(join(FOLDER, `${kind}.txt`), 'utf8').trim().split('\n')) add(kind, 0, own(line), null);
}
writeFileSync(join(FOLDER, 'passages.json'), `[\n${passages.map((p) => JSON.stringify(p)).join(',\n')}\n]\n`);
