import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SEEDS } from '../../../src/cli/seeds.ts';
import { parseSource, type Source } from '../../../src/core/knowledge/source.ts';

interface Provenance {
  original: string;
  pieces: Record<string, string>[];
  replaced?: [string, string][];
}

const read = (...path: string[]): string => readFileSync(join(SEEDS, ...path), 'utf8');

const sources = new Map<string, Source>();
for (const name of readdirSync(join(SEEDS, 'sources')).filter((file) => file.endsWith('.txt'))) {
  const source = parseSource(name, read('sources', name));
  if ('message' in source) throw new Error(source.message);
  sources.set(source.id, source);
}

const bare = (text: string): string => text.replace(/\s/gu, '');

function linesOf(id: string, which: 'title' | 'body' | 'whole'): string {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  const wanted = source.paragraphs.filter(
    ({ role }) => which === 'whole' || (which === 'title') === (role === 'headline'),
  );
  return bare(wanted.map(({ text }) => text).join(''));
}

describe('the clean texts', () => {
  test('are seven, of five originals', () => {
    expect([...sources.keys()]).toEqual(['000', '001', '002a', '002b', '002c', '003', '004']);
    expect(readdirSync(join(SEEDS, 'originals'))).toHaveLength(5);
  });

  test.each([...sources.values()].map((source) => [source.id, source] as const))(
    '%s names its original by its fingerprint',
    (_, { original, sha256 }) => {
      const bytes = readFileSync(join(SEEDS, 'originals', original));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    },
  );

  const provenance = parse(read('sources', 'provenance.yaml')) as Provenance[];

  test('each belongs to an original once', () => {
    const used = provenance.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => [piece['whole'], piece['body']].filter((id) => id !== undefined)),
    );
    expect(used.sort()).toEqual([...sources.keys()]);
  });

  test.each(provenance.map((p) => [p.original, p] as const))(
    'have every character of %s in order, and no other',
    (_, { original, pieces, replaced = [] }) => {
      let rest = bare(read('originals', original));
      for (const [from, to] of replaced) {
        expect(rest.split(bare(from)), `“${from}” occurs once`).toHaveLength(2);
        rest = rest.replace(bare(from), bare(to));
      }
      const take = (text: string, what: string): void => {
        // The first difference with a few characters around it, not two whole texts.
        const at = Array.from({ length: text.length }, (_, i) => i).find((i) => text[i] !== rest[i]);
        if (at !== undefined) expect(rest.slice(at - 10, at + 10), what).toBe(text.slice(at - 10, at + 10));
        rest = rest.slice(text.length);
      };
      for (const piece of pieces) {
        const [[kind, value] = ['', '']] = Object.entries(piece);
        if (kind === 'title' || kind === 'body' || kind === 'whole') {
          take(linesOf(value, kind), `${kind} of ${value}`);
        } else if (kind === 'aside') {
          take(bare(value), `aside ${value}`);
        } else if (kind === 'asideThrough') {
          const at = rest.indexOf(bare(value));
          expect(at, `aside through ${value}`).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + bare(value).length);
        } else {
          expect(kind).toBe('asideFrom');
          expect(rest.startsWith(bare(value)), `aside from ${value}`).toBe(true);
          rest = '';
        }
      }
      expect(rest).toBe('');
    },
  );
});

describe('reading a clean text', () => {
  const front =
    "---\nid: '009'\ntitle: 't'\npublisher: p\ndateline: null\npublished: '2023-07'\nbyline: null\nurl: null\npart_of: null\n" +
    `original: o\nsha256: '${'0'.repeat(64)}'\ninferred: []\n---\n`;

  test('positions count in the paragraphs joined by line breaks, marks taken off', () => {
    const source = parseSource('s.txt', `${front}# 题\n## 小题\n■ 摘要\n正文\n`) as Source;
    expect(source.text).toBe('题\n小题\n■ 摘要\n正文');
    expect(source.paragraphs.map(({ role, start }) => [role, start])).toEqual([
      ['headline', 0],
      ['subheading', 2],
      ['summary', 5],
      ['body', 10],
    ]);
  });

  test.each([
    ['no front matter', '正文', 1, 'front matter'],
    ['front matter that is not YAML', '---\nid: [\n---\n正文', 2, ''],
    ['a missing field', front.replace('publisher: p\n', ''), 1, 'publisher'],
    ['a date that is none', front.replace("'2023-07'", 'July'), 1, 'published'],
  ])('reports %s with its line', (_, content, line, message) => {
    const problem = parseSource('seeds/sources/x.txt', content);
    expect(problem).toMatchObject({ file: 'seeds/sources/x.txt', line });
    expect((problem as { message: string }).message).toContain(message);
  });
});
