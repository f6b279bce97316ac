import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SEEDS } from '../../../src/cli/seeds.ts';
import type { Analysis } from '../../../src/core/analysis.ts';
import type { SourceCoverage } from '../../../src/core/knowledge/coverage.ts';

const CLI = join(SEEDS, '../src/cli/main.ts');
const scratch = mkdtempSync(join(tmpdir(), 'tifa-cli-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function tifa(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8', cwd: scratch });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

describe('tifa analyse', () => {
  test('prints one JSON object with the terms of a text in UTF-16 units', () => {
    const text = '𠀀蔡奇强调，深入贯彻习近平总书记关于網絡強國的重要思想。';
    const { status, stdout } = tifa(['analyse', '-'], text);
    expect(status).toBe(0);
    const analysis = JSON.parse(stdout) as Analysis;
    expect(analysis.text).toBe(text);
    expect(analysis.terms.map((t) => [t.id, t.start, t.end])).toEqual([
      ['cai-qi', 2, 4],
      ['cyberpower-thought', 11, 28],
    ]);
    for (const term of analysis.terms) expect(text.slice(term.start, term.end)).toBe(term.text);
    expect(analysis.terms[1]?.nested.map(({ id }) => id)).toContain('xi-jinping');
    expect(Object.keys(analysis)).toEqual(['text', 'terms', 'sets', 'passages', 'newFormulations']);
  });

  test('reads an HTML page block by block, without what is no text', () => {
    const html = `<!doctype html><title>网络强国</title><script>"网络强国"</script><p>网络<b>强国</b></p><div>网络</div><div>强国</div>
      <p hidden>网络强国</p><textarea>网络强国</textarea><p>网络<br>强国、<ruby>网<rt>wǎng</rt>络</ruby>强国</p>
      <details><summary>数字中国</summary>网络强国</details>`;
    const { stdout } = tifa(['analyse', '-', '--html', '--url', 'https://www.4hou.com/'], html);
    const { text, terms } = JSON.parse(stdout) as Analysis;
    expect(text).toBe('网络强国\n网络\n强国\n网络\n强国、网络强国\n数字中国');
    expect(terms.map((t) => t.text)).toEqual(['网络强国', '网络\n强国', '网络强国', '数字中国']);
  });

  test('finds 10 of 10 and 5 of 5 in source 000, in order', () => {
    const { stdout } = tifa(['analyse', join(SEEDS, 'originals/000_5983df0970cf1d4a.txt')]);
    const { sets } = JSON.parse(stdout) as Analysis;
    for (const [id, size] of [
      ['ten-upholds', 10],
      ['five-part-mission', 5],
    ] as const) {
      const check = sets.find((set) => set.id === id);
      expect(check).toMatchObject({ named: true, inOrder: true });
      expect(check?.members.map(({ state }) => state)).toEqual(Array.from({ length: size }, () => 'present'));
    }
  });

  test.each([
    ['no file', ['analyse'], 'name a file'],
    ['a file that is not there', ['analyse', 'none.txt'], 'none.txt: there is no such file'],
    ['a folder', ['analyse', '.'], 'this is a folder'],
    ['an unknown option', ['analyse', '-', '--xml'], '--xml'],
    ['an address that is none', ['analyse', '-', '--url', 'x'], 'not an address'],
    ['an unknown verb', ['explain', 'x'], 'there is no verb “explain”'],
    ['an empty query', ['lookup', ' '], 'name what to look up'],
    ['--json without --coverage', ['check', '--json'], '--json goes with --coverage'],
  ])('%s: one clear line on stderr, nothing on stdout, exit code 2', (_, args, message) => {
    const { status, stdout, stderr } = tifa(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a file that is not UTF-8 is refused', () => {
    const { status, stderr } = tifa(['analyse', file('gbk.txt', new Uint8Array([0xcd, 0xf8, 0xc2, 0xe7]))]);
    expect(status).toBe(2);
    expect(stderr).toContain('not text in UTF-8');
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\u3000\n'],
    ['half a surrogate pair', '\ud800'],
  ])('%s has no terms', (_, text) => {
    expect((JSON.parse(tifa(['analyse', '-'], text).stdout) as Analysis).terms).toEqual([]);
  });
});

describe('tifa lookup', () => {
  test('prints the best results first', () => {
    const results = JSON.parse(tifa(['lookup', '十个坚持']).stdout) as Record<string, unknown>[];
    expect(results[0]).toMatchObject({
      id: 'ten-upholds',
      kind: 'principle',
      zh: '十个坚持',
      matched: 'zh',
      score: 1,
    });
    expect(Object.keys(results[0] ?? {})).toEqual(['id', 'kind', 'zh', 'pinyin', 'en', 'matched', 'score']);
  });
});

describe('tifa convert', () => {
  const notes = join(SEEDS, '../tests/fixtures/notes/notes.json');

  test.each(['markdown', 'html', 'csv', 'json', 'webannotation', 'hypothesis', 'readwise', 'anki'])(
    'writes notes as %s',
    (format) => {
      const { status, stdout, stderr } = tifa(['convert', notes, '--to', format]);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('要坚持防范化解风险');
    },
  );

  test('names terms, reads standard input, and back', () => {
    const csv = tifa(['convert', notes, '--to', 'csv', '--language', 'zh']).stdout;
    expect(csv).toContain('ten-upholds,十个坚持');
    const again = tifa(['convert', '-', '--from', 'csv', '--to', 'csv'], csv);
    const cells = (text: string): string[] =>
      text.split(/[,\r\n]+/u).filter((cell) => /^[\da-f-]{36}$/u.test(cell));
    expect(cells(again.stdout).sort()).toEqual(cells(csv).sort());
    expect(cells(csv)).toHaveLength(4);
  });

  test.each([
    ['no file', ['convert', '--to', 'csv'], 'name a file'],
    ['no format', ['convert', '-'], '--to'],
    ['an unknown format', ['convert', '-', '--to', 'docx'], '--to docx: there are markdown, '],
    ['an unknown source', ['convert', '-', '--to', 'csv', '--from', 'x'], '--from x: there are auto, tifa, '],
    ['notes as a glossary', ['convert', '-', '--to', 'tbx'], 'TBX holds glossaries'],
    ['an unknown language', ['convert', '-', '--to', 'csv', '--language', 'fr'], 'there are en and zh'],
    ['what is no JSON', ['convert', '-', '--to', 'csv'], '-: this is not JSON'],
  ])('%s: one clear line on stderr, nothing on stdout, exit code 2', (_, args, message) => {
    const { status, stdout, stderr } = tifa(args, '{');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a note that cannot be read stops everything, and its place is named', () => {
    const file = JSON.parse(readFileSync(notes, 'utf8')) as { notes: { body: unknown }[] };
    Object.assign(file.notes[1] ?? {}, { body: 1 });
    const { status, stdout, stderr } = tifa(['convert', '-', '--to', 'csv'], JSON.stringify(file));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('tifa: -: notes[1].body: the field “body” is missing or not what it should be\n');
  });
});

describe('tifa check', () => {
  test('passes the bundled seeds', () => {
    const { status, stdout } = tifa(['check']);
    expect(status).toBe(0);
    expect(stdout).toContain('all in order');
  });

  test('--coverage lists each sentence with its terms and what is left over', () => {
    const { status, stdout } = tifa(['check', '--coverage']);
    expect(status).toBe(0);
    const [, sentence = ''] = /\n(003:\d+ 要下定决心[^]*?)\n\n/u.exec(stdout) ?? [];
    expect(sentence.split('\n').slice(1)).toEqual([
      '  + 下定决心、保持恒心、找准重心  determination-perseverance-focus',
      '  + 信息领域核心技术  core-it-technology > core-technologies',
      '  - 要 | 加速推动 | 突破',
    ]);
  });

  test('--coverage --json has the same as data', () => {
    const { status, stdout } = tifa(['check', '--coverage', '--json']);
    expect(status).toBe(0);
    const coverage = JSON.parse(stdout) as SourceCoverage[];
    expect(coverage.map(({ source }) => source)).toEqual([
      '000',
      '001',
      '002a',
      '002b',
      '002c',
      '003',
      '004',
    ]);
    const sentence = coverage[5]?.sentences.find(({ text }) => text.startsWith('要下定决心'));
    expect(sentence?.terms.map(({ id }) => id)).toEqual([
      'determination-perseverance-focus',
      'core-it-technology',
    ]);
    expect(sentence?.left.map(({ text }) => text)).toEqual(['要', '加速推动', '突破']);
  });

  test('names file, line and reason of a quotation altered by one character', () => {
    const seeds = join(scratch, 'seeds');
    cpSync(SEEDS, seeds, { recursive: true });
    const path = join(seeds, 'terms/principle.yaml');
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines.findIndex((l) => l.includes('quote:'));
    lines[line] = (lines[line] ?? '').replace(/[。，、\p{Script=Han}](?=['"]?$)/u, '〇');
    writeFileSync(path, lines.join('\n'));
    const { status, stderr } = tifa(['check', '--seeds', seeds]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`principle\\.yaml:${String(line + 1)}: .*the quotation does not stand in source`, 'u'),
    );
  });
});
