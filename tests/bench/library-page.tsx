import { render } from 'preact';
import type { Term } from '../../src/core/knowledge/knowledge.ts';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';
import { bundledSources } from '../../src/generated/sources.ts';
import { stringOf } from '../../src/locales/strings.ts';
import { LibraryData } from '../../src/ui/library/data.ts';
import { NO_NOTES } from '../support/no-notes.ts';
import { Library } from '../../src/ui/library/library.tsx';

/** The bundled terms, repeated under other ids until there are this many. */
const COUNT = 5000;

/** Until the next frame has been drawn, in milliseconds. */
async function timeToFrame(work: () => void): Promise<number> {
  const start = performance.now();
  work();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}

/** Times in milliseconds, by what was done. */
export type Measured = Record<string, number>;

async function measure(): Promise<Measured> {
  const { terms, sources } = bundledKnowledge();
  const many = Array.from({ length: COUNT }, (_, i): Term => {
    const term = terms[i % terms.length];
    if (term === undefined) throw new Error('no terms');
    return i < terms.length ? term : { ...term, id: `${term.id}-${String(i)}` };
  });
  const bytes = matcherFromText(MATCHER_TEXT, NAMES_TEXT);
  const root = document.createElement('div');
  document.body.append(root);
  const empty = await timeToFrame(() => {
    render(<main>{'Tifa'}</main>, root);
  });
  render(null, root);
  const data = new LibraryData({ terms: many, sources, redirects: {} }, bundledSources(), bytes);
  const list = await timeToFrame(() => {
    render(
      <Library
        context={{
          data,
          notes: NO_NOTES,
          language: 'zh',
          t: (key, ...substitutions) => stringOf(key, 'zh', ...substitutions),
          today: '2026-01-31',
          copy: () => Promise.resolve(true),
          download: () => true,
          compare: () => Promise.reject(new Error('not measured')),
          articleOfTab: () => Promise.resolve(undefined),
          print: () => undefined,
        }}
      />,
      root,
    );
  });
  const input = root.querySelector('input');
  const type = (text: string) =>
    timeToFrame(() => {
      if (input === null) throw new Error('no look-up box');
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const first = await type('网络');
  const next = await type('网络强国');
  return { empty, 'list of 5,000': list, 'first look-up': first, 'next look-up': next };
}

Object.assign(globalThis, { measure });
