/**
 * Reads the glossaries with what others read them with: translate-toolkit (Debian:
 * python3-translate) for TBX, its CSV reader's rules for OmegaT's table. Run by
 * hand: `npm run interop:glossary`; says so where it is not installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundled } from '../../src/cli/bundled.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { glossaryOf } from '../../src/core/export/glossary.ts';
import { GLOSSARY_FORMATS } from '../../src/core/export/write-glossary.ts';
import { Concordance } from '../../src/core/knowledge/concordance.ts';

const PYTHON = process.env['TIFA_PYTHON'] ?? '/usr/bin/python3';

const READER = `
import json, sys
from lxml import etree
from translate.storage import tbx
store = tbx.tbxfile.parsefile(sys.argv[1])
etree.parse(sys.argv[1], etree.XMLParser(resolve_entities=False, no_network=True))
json.dump([[unit.source, unit.target] for unit in store.units], sys.stdout)
`;

const { knowledge, recogniser } = loadBundled();
const { sources } = loadSeeds();
const entries = glossaryOf(knowledge.terms, sources, new Concordance(sources, recogniser));
const head = { title: 'Tifa 提法', language: 'en' } as const;
const expected = entries.map(({ term }) => [term.zh, term.en]);

const folder = mkdtempSync(join(tmpdir(), 'tifa-interop-'));
try {
  const file = join(folder, 'glossary.tbx');
  writeFileSync(file, GLOSSARY_FORMATS.tbx.write(entries, head));
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', READER, file], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(
      stderr.includes('ModuleNotFoundError')
        ? 'translate-toolkit is not installed: apt-get install python3-translate python3-lxml'
        : stderr,
    );
  }
  compare('TBX, read by translate-toolkit', JSON.parse(stdout));

  const table = GLOSSARY_FORMATS.tsv.write(entries, head);
  const lines = table.split('\n').filter((line) => line !== '');
  compare(
    'table, read as OmegaT does',
    lines.map((line) => line.split('\t').slice(0, 2)),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function compare(what: string, read: unknown): void {
  if (JSON.stringify(read) !== JSON.stringify(expected)) throw new Error(`${what}: not what was written`);
  process.stdout.write(`${what}: ${String(expected.length)} terms, all the same\n`);
}
