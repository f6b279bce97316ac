import { beforeAll, describe, expect, test } from 'vitest';
import { parseFragment } from 'parse5';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { glossaryOf, type GlossaryEntry } from '../../../src/core/export/glossary.ts';
import { GLOSSARY_FORMATS } from '../../../src/core/export/write-glossary.ts';
import { Concordance } from '../../../src/core/knowledge/concordance.ts';

/** Made up, so that the golden files say nothing of the knowledge base; with all that formats trip over. */
const SOURCE = { id: '999', title: '标题', publisher: '某报 & Co', published: '2023-07-15' };
const ENTRIES: readonly GlossaryEntry[] = [
  {
    term: {
      id: 'ten-upholds',
      kind: 'principle',
      zh: '十个坚持',
      pinyin: 'shí gè jiānchí',
      en: 'the Ten Upholds',
      gloss: { zh: '十项原则。', en: 'Ten principles.' },
    },
    count: 5,
    example: { text: '明确“十个坚持”重要原则。', source: SOURCE, paragraph: 11 },
  },
  {
    term: {
      id: 'odd',
      kind: 'document',
      zh: '《甲|乙》<丙>&"丁"',
      pinyin: 'jiǎ yǐ',
      en: 'A*B_C [D]\tE\nF \u0007',
      enEstablished: 'Some & “text”',
      gloss: { zh: '甲\t乙', en: 'line\nbreak' },
    },
    count: 0,
  },
];

describe.each(Object.entries(GLOSSARY_FORMATS))('a glossary as %s', (name, { write, extension }) => {
  test.each(['en', 'zh'] as const)('in %s is the golden file', async (language) => {
    const text = write(ENTRIES, { title: 'Tifa <1> & [2]', language });
    await expect(text).toMatchFileSnapshot(`golden/glossary-${language}.${name}.${extension}`);
  });

  test('of no terms is well formed', () => {
    expect(write([], { title: 'x', language: 'en' })).not.toContain('undefined');
  });
});

test('a table has three cells a line and no byte order mark', () => {
  const lines = GLOSSARY_FORMATS.tsv.write(ENTRIES, { title: 'x', language: 'en' }).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => line.split('\t').length)).toEqual([3, 3]);
  expect(lines[0]?.startsWith('十个坚持\t')).toBe(true);
});

describe('the bundled glossary', () => {
  let all: GlossaryEntry[];
  let of001: GlossaryEntry[];
  beforeAll(() => {
    const { knowledge, recogniser } = loadBundled();
    const { sources } = loadSeeds();
    const concordance = new Concordance(sources, recogniser);
    all = glossaryOf(knowledge.terms, sources, concordance);
    const here = new Set(concordance.termsIn('001'));
    of001 = glossaryOf(
      knowledge.terms.filter(({ id }) => here.has(id)),
      sources,
      concordance,
      '001',
    );
  });

  test('has every term with a surface, its count and an example with the term in it', () => {
    for (const { term, count, example } of all) {
      expect(count, term.id).toBeGreaterThan(0);
      if (example === undefined) continue;
      expect(example.text.length, term.id).toBeGreaterThan(3);
    }
    expect(all.filter(({ example }) => example === undefined).length).toBeLessThan(all.length / 50);
  });

  test('of one text has counts and examples of that text, though it repeats another', () => {
    expect(of001.length).toBeGreaterThan(80);
    for (const { term, count, example } of of001) {
      expect(count, term.id).toBeGreaterThan(0);
      if (example !== undefined) expect(example.source.id).toBe('001');
    }
  });

  test('is XML that closes what it opens', () => {
    const text = GLOSSARY_FORMATS.tbx.write(all, { title: 'x', language: 'zh' });
    expect(text.match(/<termEntry /gu)).toHaveLength(all.length);
    expect(text.match(/<\/termEntry>/gu)).toHaveLength(all.length);
    expect(parseFragment(text.replace(/^<\?xml.*?\?>/u, '')).childNodes.length).toBeGreaterThan(0);
  });
});
