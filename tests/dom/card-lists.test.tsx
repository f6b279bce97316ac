import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Language } from '../../src/ui/card/translate.ts';
import { queryMarks } from '../../src/ui/components/query-marks.ts';
import { optionId, ResultList, type ResultItem } from '../../src/ui/components/result-list.tsx';
import { clear, contentOf, draw, shoot, translator, violations } from './card-support.tsx';

afterEach(clear);

const IDS = ['cyberpower', 'cyberpower-thought', 'cybersecurity', 'five-part-mission', 'cybersecurity-law'];

function items(query: string): ResultItem[] {
  return IDS.map((id) => {
    const { kind, weight, zh, pinyin, en } = contentOf(id);
    const [zhMarks, enMarks] = [queryMarks(zh, query), queryMarks(en, query)];
    return { id, kind, weight, zh, pinyin, en, zhMarks, enMarks };
  });
}

/** As the popup draws it: a look-up box that owns the list. */
function list(query: string, language: Language, found: readonly ResultItem[], onChoose = vi.fn()) {
  return (
    <>
      <input
        role="combobox"
        aria-label="look-up"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? 'found' : undefined}
        aria-activedescendant={found.length > 0 ? optionId('found', 1) : undefined}
        value={query}
      />
      <ResultList
        id="found"
        query={query}
        items={found}
        active={found.length > 0 ? 1 : -1}
        t={translator(language)}
        onChoose={onChoose}
        onClear={vi.fn()}
      />
    </>
  );
}

describe.each([
  { language: 'en', scheme: 'light', width: 360 },
  { language: 'zh', scheme: 'dark', width: 320 },
] as const)('a list in $language, $scheme', (look) => {
  test.each([
    ['recent', '', items('')],
    ['results', '网络', items('网络')],
    ['results-english', 'cyber', items('cyber')],
    ['no-results', '没有这样的提法'.repeat(20), []],
  ])('%s: axe finds nothing', async (name, query, found) => {
    draw(list(query, look.language, found), look);
    await shoot(`list-${name}-${look.language}-${look.scheme}`);
    expect(await violations()).toEqual([]);
  });
});

test('choosing by mouse leaves the focus in the look-up box', async () => {
  const chosen = vi.fn();
  const stage = draw(list('网络', 'en', items('网络'), chosen));
  const input = stage.querySelector('input');
  input?.focus();
  const option = stage.querySelectorAll('[role=option]')[2];
  if (option === undefined) throw new Error('no option');
  await userEvent.click(option);
  expect(chosen).toHaveBeenCalledExactlyOnceWith('cybersecurity');
  expect(document.activeElement).toBe(input);
});
