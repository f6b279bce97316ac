/**
 * `npm start`: builds the extension and opens the two bundled pages with it. Where
 * there is no display it leaves screenshots under out/ and prints what was
 * recognised.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBrowser, ensureLanguages } from './browsers.ts';
import { Chromium } from './chromium.ts';
import { endCommandsOnInterrupt, runCommand } from './command.ts';
import { kindAndWeight, settled, type HighlightSpan } from './highlights.ts';
import { OUT, PROJECT, tool } from './paths.ts';
import { BUNDLED_PAGES } from './served-pages.ts';

/** The widths that screenshots are taken in: a desk and a phone, in CSS pixels. */
const WIDTHS = [1280, 400] as const;

endCommandsOnInterrupt();
try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  say('Building the extension\n');
  const { code, output } = await runCommand(tool('wxt'), ['build', '-b', 'chrome']);
  if (code !== 0) throw new Error(output.trimEnd());
  process.env['TIFA_CHROMIUM'] = await ensureBrowser('chromium');
  await ensureLanguages(process.env['TIFA_CHROMIUM']);
  await (hasDisplay() ? stayOpen() : lookAround());
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

async function stayOpen(): Promise<void> {
  const tifa = await Chromium.launch({ headless: false, viewport: null });
  const closed = new Promise((resolve) => tifa.context.once('close', resolve));
  for (const { address } of BUNDLED_PAGES) await tifa.open(address);
  say('Chromium is open with Tifa on both pages. Close its window to end.\n');
  await closed;
  await tifa.close();
}

async function lookAround(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const tifa = await Chromium.launch();
  try {
    for (const { name, address } of BUNDLED_PAGES) {
      const page = await tifa.open(address);
      const spans = await settled(page);
      say(`\n${address}\n`);
      for (const width of WIDTHS) say(`  ${await screenshot(page, name, width)}\n`);
      say(byKind(spans));
      await page.close();
    }
    for (const problem of await tifa.problemsSoFar()) say(`\nproblem: ${problem}\n`);
  } finally {
    await tifa.close();
  }
}

async function screenshot(page: Page, name: string, width: number): Promise<string> {
  await page.setViewportSize({ width, height: 900 });
  await settled(page);
  const path = join(OUT, `${name}-${String(width)}.png`);
  await page.screenshot({ path, fullPage: true });
  return relative(PROJECT, path);
}

/** The terms of each kind with how often each is there, the most frequent first. */
function byKind(spans: readonly HighlightSpan[]): string {
  const kinds = new Map<string, Map<string, number>>();
  for (const { name, text } of spans) {
    const kind = kindAndWeight(name)?.kind ?? name;
    const terms = kinds.get(kind) ?? new Map<string, number>();
    const shown = text.replace(/\s+/gu, '');
    terms.set(shown, (terms.get(shown) ?? 0) + 1);
    kinds.set(kind, terms);
  }
  let lines = '';
  for (const [kind, terms] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...terms.values()].reduce((sum, count) => sum + count, 0);
    const list = [...terms].sort(([, a], [, b]) => b - a);
    lines += `  ${kind} (${String(total)}): ${list.map(([text, count]) => (count === 1 ? text : `${text} ×${String(count)}`)).join('、')}\n`;
  }
  return `${lines}  ${String(spans.length)} in all\n`;
}

function say(text: string): void {
  process.stdout.write(text);
}
