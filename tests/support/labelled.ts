import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHtml } from '../../src/cli/html.ts';
import { plainTextBlocks, type Block } from '../../src/core/text/blocks.ts';
import { PROJECT } from './paths.ts';

/** What a reader marked in a text. Positions are UTF-16 units of the text without its marks. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly adapted: boolean;
  readonly optional: boolean;
  readonly sense: string | null;
}

/** Where a reader saw that an entry is not meant. */
export interface Trap {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

export interface LabelledText {
  readonly name: string;
  readonly text: string;
  /** Of an HTML page as they are read from it; of other texts as plain text has them. */
  readonly blocks: readonly Block[];
  /** The page without its marks; null for other texts. */
  readonly html: string | null;
  readonly labels: readonly Label[];
  readonly traps: readonly Trap[];
}

/** The sets of texts, by folder. */
type SetName = 'tuning' | 'unseen' | 'unseen-2' | 'unseen-3' | 'unseen-4' | 'unseen-5' | 'unseen-6';

const FOLDER = join(PROJECT, 'tests/fixtures/labelled');

const KNOWN_IDS: Readonly<Record<SetName, string>> = {
  tuning: 'known-ids.txt',
  unseen: 'known-ids.txt',
  'unseen-2': 'known-ids-2.txt',
  'unseen-3': 'known-ids-3.txt',
  'unseen-4': 'known-ids-4.txt',
  'unseen-5': 'known-ids-5.txt',
  'unseen-6': 'known-ids-6.txt',
};

/**
 * Takes the marks of `tests/fixtures/labelled/README.md` off a text. `defaultId` is the entry of
 * marks that name none.
 * @throws where marks are not closed in order or name no entry.
 */
function parseLabelled(name: string, marked: string, defaultId?: string): LabelledText {
  const labels: Label[] = [];
  const traps: Trap[] = [];
  const open: { readonly mark: string; readonly start: number; fields: string | null }[] = [];
  let text = '';
  for (const character of marked) {
    const inner = open.at(-1);
    if (character === '⟦' || character === '⦅') {
      open.push({ mark: character, start: text.length, fields: null });
    } else if (character === '⟧' || character === '⦆') {
      open.pop();
      if (inner?.mark !== (character === '⟧' ? '⟦' : '⦅')) throw new Error(`${name}: stray ${character}`);
      const [id = defaultId, ...flags] = (inner.fields ?? '').split('|').filter((field) => field !== '');
      if (id === undefined) throw new Error(`${name}: no entry named for ${text.slice(inner.start)}`);
      const place = { start: inner.start, end: text.length, id };
      if (character === '⦆') traps.push(place);
      else
        labels.push({
          ...place,
          adapted: flags.includes('adapted'),
          optional: flags.includes('optional'),
          sense: flags.find((flag) => flag.startsWith('sense='))?.slice('sense='.length) ?? null,
        });
    } else if (inner && (character === '|' || inner.fields !== null)) {
      inner.fields = (inner.fields ?? '') + character;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`${name}: a mark is not closed`);
  return {
    name,
    text,
    blocks: plainTextBlocks(text),
    html: null,
    labels: labels.sort((a, b) => a.start - b.start),
    traps,
  };
}

/**
 * An HTML page with marks in its text: the page is read twice, with its marks and without.
 * @throws where marks change how the page reads.
 */
function parseLabelledPage(name: string, marked: string): LabelledText {
  const labelled = parseLabelled(name, readHtml(marked).text);
  const html = parseLabelled(name, marked).text;
  const { text, blocks } = readHtml(html);
  if (text !== labelled.text) throw new Error(`${name}: reads otherwise without its marks`);
  return { ...labelled, blocks, html };
}

export function labelledSet(set: SetName): LabelledText[] {
  return readdirSync(join(FOLDER, set))
    .sort()
    .map((file) => {
      const parse = file.endsWith('.html') ? parseLabelledPage : parseLabelled;
      return parse(`${set}/${file}`, readFileSync(join(FOLDER, set, file), 'utf8').trimEnd());
    });
}

/** The trap sentences of a file, each a text of its own. */
export function trapSentences(file: 'traps.txt' | 'traps-2.txt' = 'traps.txt'): LabelledText[] {
  let id = '';
  const sentences: LabelledText[] = [];
  for (const [index, line] of readFileSync(join(FOLDER, file), 'utf8').split('\n').entries()) {
    if (line.startsWith('# ')) id = line.slice(2);
    else if (line !== '') sentences.push(parseLabelled(`${file}:${String(index + 1)}`, line, id));
  }
  return sentences;
}

/** Ids of the entries that existed when the texts of a set were labelled. */
export function knownIds(set: SetName): ReadonlySet<string> {
  return new Set(readFileSync(join(FOLDER, KNOWN_IDS[set]), 'utf8').split('\n').filter(Boolean));
}
