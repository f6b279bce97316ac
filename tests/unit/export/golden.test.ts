import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportAnki } from '../../../src/core/export/anki.ts';
import { exportCsv } from '../../../src/core/export/csv.ts';
import type { ExportInput } from '../../../src/core/export/export-input.ts';
import { exportHtml } from '../../../src/core/export/html.ts';
import { exportHypothesis } from '../../../src/core/export/hypothesis.ts';
import { exportMarkdown } from '../../../src/core/export/markdown.ts';
import { exportReadwise } from '../../../src/core/export/readwise.ts';
import { exportTifaJson } from '../../../src/core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../../src/core/export/webannotation.ts';
import { exportMarkdownZip } from '../../../src/core/export/zip.ts';
import { anyNote, HOSTILE, inputOf, SAMPLE } from '../../support/notes.ts';
import { webAnnotationFaults } from '../../support/web-annotation-musts.ts';
import { PROJECT } from '../../support/paths.ts';

const FORMATS: readonly (readonly [file: string, exporter: (input: ExportInput) => string])[] = [
  ['notes.md', exportMarkdown],
  ['notes.html', exportHtml],
  ['notes.csv', exportCsv],
  ['notes.json', exportTifaJson],
  ['notes.jsonld', exportWebAnnotation],
  ['notes.hypothesis.json', exportHypothesis],
  ['notes.readwise.csv', exportReadwise],
  ['notes.anki.txt', exportAnki],
];

const golden = (file: string): string => join(PROJECT, 'tests/fixtures/notes', file);

describe('an export', () => {
  test.each(FORMATS)('%s is as it was', async (file, exporter) => {
    await expect(exporter(inputOf(SAMPLE))).toMatchFileSnapshot(golden(file));
  });

  test.each(FORMATS)('%s of hostile notes is as it was', async (file, exporter) => {
    await expect(exporter(inputOf(HOSTILE, 'en'))).toMatchFileSnapshot(golden(`hostile.${file}`));
  });

  test.each(FORMATS)('%s of no notes is a whole file', (_, exporter) => {
    expect(exporter(inputOf([])).endsWith('\n')).toBe(true);
  });

  test.each(FORMATS)('%s of a note of a million characters is made', (_, exporter) => {
    const [first] = SAMPLE;
    if (first === undefined) throw new Error('no sample');
    const text = exporter(inputOf([{ ...first, body: '<坚持网信为民>[a](b)'.repeat(80_000) }]));
    expect(text.length).toBeGreaterThan(1_000_000);
  });

  test.each(FORMATS)('%s is the same twice and never throws', (_, exporter) => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 3 }), (notes) => {
        expect(exporter(inputOf(notes))).toBe(exporter(inputOf(notes)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('Markdown in a zip', () => {
  test('has one file a page, with names that every file system takes', () => {
    const [first] = SAMPLE;
    if (first === undefined) throw new Error('no sample');
    const on = (title: string, url: string) => ({
      ...first,
      page: { ...first.page, title, url, canonicalUrl: url },
    });
    const notes = [
      on('会议', 'https://a.cn/1'),
      on('会议', 'https://a.cn/2'),
      on('a/b\\c:d*e?"f"<g>|h', 'https://a.cn/3'),
      on('..', 'https://a.cn/4'),
      on('CON', 'https://a.cn/5'),
      on('𠀀'.repeat(200), 'https://a.cn/6'),
    ];
    const files = unzipSync(exportMarkdownZip(inputOf(notes)));
    expect(Object.keys(files)).toEqual([
      '会议.md',
      '会议 (2).md',
      'a b c d e f g h.md',
      '笔记.md',
      '笔记 (2).md',
      `${'𠀀'.repeat(80)}.md`,
    ]);
    expect(strFromU8(files['会议.md'] ?? new Uint8Array())).toMatch(
      /^---\ntitle: "会议"\nurl: "https:\/\/a\.cn\/1"/u,
    );
  });

  test('is the same bytes whatever the time zone', () => {
    const zone = process.env['TZ'];
    const make = (name: string): Uint8Array => {
      process.env['TZ'] = name;
      return exportMarkdownZip(inputOf(SAMPLE));
    };
    expect(make('Asia/Shanghai')).toEqual(make('America/New_York'));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
});

describe('Tifa’s own format', () => {
  const schema = JSON.parse(readFileSync(join(PROJECT, 'docs/schema/tifa-notes-1.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

  test('keeps to its published schema', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 4 }), (notes) => {
        validate(JSON.parse(exportTifaJson(inputOf(notes))));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a note without an id', (file: Sample) => delete file.notes[0]?.['id']],
    ['another version', (file: Sample) => (file['version'] = 2)],
    ['a colour there is not', (file: Sample) => Object.assign(file.notes[0] ?? {}, { colour: 'red' })],
    ['a body that is no text', (file: Sample) => Object.assign(file.notes[0] ?? {}, { body: 1 })],
  ])('the schema refuses %s', (_, spoil) => {
    const file = JSON.parse(exportTifaJson(inputOf(SAMPLE))) as Sample;
    spoil(file);
    expect(validate(file)).toBe(false);
  });
});

interface Sample {
  notes: Record<string, unknown>[];
  [name: string]: unknown;
}

describe('Web Annotation', () => {
  test('keeps to what the W3C model demands', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 4 }), (notes) => {
        expect(webAnnotationFaults(JSON.parse(exportWebAnnotation(inputOf(notes))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('counts positions in code points', () => {
    const { first } = JSON.parse(exportWebAnnotation(inputOf(SAMPLE)));
    const selectors = first.items[2].target.selector;
    const raw = SAMPLE[2]?.selectors.find((s) => s.type === 'TextPositionSelector' && s.space === 'raw');
    if (raw?.type !== 'TextPositionSelector') throw new Error('no position');
    // One character beyond the BMP stands before the words.
    expect(selectors[1]).toEqual({ type: 'TextPositionSelector', start: raw.start - 1, end: raw.end - 1 });
  });

  test.each([
    ['no context', (a: Record<string, unknown>) => delete a['@context'], '@context'],
    ['no id', (a: Record<string, unknown>) => delete a['id'], 'id'],
    ['no target', (a: Record<string, unknown>) => delete a['target'], 'target'],
    [
      'a start that is no number',
      (a: Record<string, unknown>) =>
        (a['target'] = {
          source: 'https://a.cn/',
          selector: { type: 'TextPositionSelector', start: '1', end: 2 },
        }),
      'start',
    ],
    [
      'a target without source',
      (a: Record<string, unknown>) => (a['target'] = { selector: { type: 'TextQuoteSelector', exact: 'a' } }),
      'target',
    ],
  ])('the checker sees %s', (_, spoil, fault) => {
    const annotation: Record<string, unknown> = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:1',
      type: 'Annotation',
      target: 'https://a.cn/',
    };
    expect(webAnnotationFaults(annotation)).toEqual([]);
    spoil(annotation);
    expect(webAnnotationFaults(annotation).join('\n')).toContain(fault);
  });
});
