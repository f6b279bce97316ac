import { deepEqual } from 'node:assert/strict';
import type { HighlightSpan } from './highlights.ts';

/** A page of either browser's driver, as a trial uses it. */
export interface TrialPage {
  /** Runs a function inside the page; it may use nothing from around it but its argument. */
  do<T>(inPage: (argument: string) => T | Promise<T>, argument?: string): Promise<T>;
  /** The extension's id, as any page may know it. */
  readonly extension: string;
  /** What the page's registry holds of ours. */
  highlights(): Promise<HighlightSpan[]>;
}

/** What happens to a page, and what must be highlighted after it. The same in both browsers. */
export interface PageTrial {
  /** A sentence: the name of the test. */
  readonly title: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Begins when the page is loaded, which may be before its first highlights are there. */
  readonly run: (page: TrialPage) => Promise<void>;
}

export const TRIAL_SITE = 'https://www.people.com.cn';

/** A page's texts in the order of the document, as they are highlighted. */
async function markedTexts(page: TrialPage): Promise<string[]> {
  return (await page.highlights()).map(({ text }) => text.replace(/\s+/gu, ''));
}

/**
 * Waits until exactly these texts are highlighted, each where it stands in the document.
 *
 * @throws AssertionError with what is highlighted instead
 */
export async function marksAre(page: TrialPage, texts: readonly string[], deadline = 15_000): Promise<void> {
  await becomes(() => markedTexts(page), [...texts], deadline);
  const outside = (await page.highlights()).filter(({ start, end }) => start < 0 || end <= start);
  deepEqual(outside, [], 'every highlight lies in the document');
}

/** Waits until a value is what is wanted; after that many milliseconds tells what it is instead. */
export async function becomes<T>(read: () => Promise<T>, wanted: T, deadline = 15_000): Promise<void> {
  const end = performance.now() + deadline;
  for (;;) {
    const value = await read();
    try {
      deepEqual(value, wanted);
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Remembers the ranges that are registered, in the page, once there are some, so that
 * {@link sameMarks} can tell them again.
 */
export async function rememberMarks(page: TrialPage): Promise<void> {
  await becomes(async () => (await page.highlights()).length > 0, true);
  await page.do(() => {
    const known = new Set<AbstractRange>();
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith('tifa-')) for (const range of highlight) known.add(range);
    }
    (window as unknown as { known: unknown }).known = known;
  });
}

/** The texts of the ranges remembered that are still registered: their blocks were not read again. */
export async function sameMarks(page: TrialPage): Promise<string[]> {
  return page.do(() => {
    const { known } = window as unknown as { known: Set<AbstractRange> };
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('tifa-')) continue;
      for (const range of highlight) {
        if (!known.has(range)) continue;
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        texts.push(live.toString());
      }
    }
    return texts.sort();
  });
}
