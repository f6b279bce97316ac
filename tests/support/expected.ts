import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffLists } from './diff-lists.ts';
import { kindAndWeight, type HighlightSpan } from './highlights.ts';
import { FIXTURE_PAGES } from './paths.ts';

interface ExpectedTerm {
  readonly text: string;
  readonly kind: string;
  readonly weight: string;
}

/**
 * How a page's highlights differ from what a reader of the page wrote down in
 * `<name>.expected.json` before the extension's output was looked at: an ordered
 * list of `{text, kind, weight}`. White space, which differs between what is
 * rendered and what the HTML holds, does not count. Empty where all agree.
 */
export function expectedMismatches(name: string, spans: readonly HighlightSpan[]): string[] {
  const path = join(FIXTURE_PAGES, `${name}.expected.json`);
  if (!existsSync(path)) return [`there is no ${name}.expected.json among the fixtures yet`];
  const expected = (JSON.parse(readFileSync(path, 'utf8')) as ExpectedTerm[]).map(shown);
  const actual = spans.flatMap((span) => {
    const named = kindAndWeight(span.name);
    return named === undefined ? [] : [shown({ text: span.text, ...named })];
  });
  return diffLists(expected, actual);
}

function shown({ text, kind, weight }: ExpectedTerm): string {
  return `${text.replace(/\s+/gu, '')} (${kind}, ${weight})`;
}
