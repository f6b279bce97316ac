/**
 * `npm run bench [part…]`: measures in real Chromium and in Node, prints one table and
 * writes out/bench.json. Every time is a ratio within its own round, candidates taking
 * turns; docs/performance.md explains the figures. It wants the Chromium build
 * (`npm run build`) for the rows of the extension itself.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../support/paths.ts';
import { anchorRows } from './anchor.ts';
import { changingRows } from './changing.ts';
import { extensionRows } from './extension.ts';
import { launch } from './harness.ts';
import { libraryRows } from './library.ts';
import { lookupRows } from './lookup.ts';
import { notesRows } from './notes.ts';
import { passageRows } from './passages.ts';
import { recognitionRows } from './recognition.ts';
import { isMet, tableOf, type Row } from './rows.ts';

/** By name, in the order of the targets. */
const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  recognition: inBrowser(recognitionRows),
  changing: inBrowser(changingRows),
  passages: inBrowser(passageRows),
  anchor: anchorRows,
  extension: extensionRows,
  library: inBrowser(libraryRows),
  lookup: lookupRows,
  notes: notesRows,
};

/** Each part in a browser of its own, so that none suffers from what another left. */
function inBrowser(part: (browser: Awaited<ReturnType<typeof launch>>) => Promise<Row[]>) {
  return async (): Promise<Row[]> => {
    const browser = await launch();
    try {
      return await part(browser);
    } finally {
      await browser.close();
    }
  };
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
}
const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await part()));
  write();
}
process.stdout.write(`${tableOf(rows)}\n`);

/** After each part, so that what was measured is there even if a later one fails. */
function write(): void {
  mkdirSync(join(PROJECT, 'out'), { recursive: true });
  writeFileSync(
    join(PROJECT, 'out/bench.json'),
    `${JSON.stringify(
      rows.map((row) => ({ ...row, met: isMet(row) })),
      null,
      2,
    )}\n`,
  );
}
