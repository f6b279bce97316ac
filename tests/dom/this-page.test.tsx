import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { stringOf } from '../../src/locales/strings.ts';
import { Card } from '../../src/ui/card/card.tsx';
import { PageView } from '../../src/ui/panel/this-page/page-view.tsx';
import type { PageData } from '../../src/ui/panel/this-page/page-data.ts';
import { cleanText, pageDataOf, reportOfEight } from '../support/page-data.ts';
import { clear, draw, shoot, translator, violations, type Look } from './card-support.tsx';
import '../../src/ui/components/kind-line.css';
import '../../src/ui/components/edited-text.css';
import '../../src/ui/panel/panel.css';
import '../../src/ui/panel/this-page/this-page.css';

afterEach(clear);

const { terms } = bundledKnowledge();

function view(data: PageData | 'waiting' | 'not-read', look: Look = {}) {
  const { language = 'en' } = look;
  const asked = {
    onGo: vi.fn(),
    onTerm: vi.fn(),
    onOpenTerm: vi.fn(),
    onOpenSource: vi.fn(),
    onCompare: vi.fn(),
  };
  const stage = draw(
    <div class="panel">
      <PageView
        data={data}
        terms={terms}
        language={language}
        t={(key, ...values) => stringOf(key, language, ...values)}
        {...asked}
      />
    </div>,
    look,
  );
  return { stage, ...asked };
}

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();

function section(stage: HTMLElement, title: string): HTMLElement {
  const heading = [...stage.querySelectorAll('h2')].find((h2) => textOf(h2).startsWith(title));
  const found = heading?.closest('section');
  if (found === null || found === undefined) throw new Error(`no ${title} in: ${textOf(stage)}`);
  return found;
}

const REPORT = reportOfEight();

describe('This page', () => {
  test('says of an article that is the text of a source: the same, and how much of it', () => {
    const { stage, onOpenSource, onCompare } = view(pageDataOf(cleanText('001')));
    const shared = section(stage, 'What it shares');
    expect(shared.querySelector('[role=toolbar]')?.ariaLabel).toMatch(
      /same text 9\d %, some words differ 0 %/u,
    );
    expect(textOf(shared.querySelector('.page-sources'))).toContain('人民日报, 15 July 2023');
    shared.querySelector<HTMLElement>('.page-sources .link')?.click();
    expect(onOpenSource).toHaveBeenCalledWith('000', 1);
    shared.querySelector<HTMLElement>('.page-sources .text-button')?.click();
    expect(onCompare).toHaveBeenCalledWith('000');
    const first = section(stage, 'Passages').querySelector('li');
    expect(textOf(first)).toMatch(/^Same text as 人民日报, 15 July 2023, paragraph \d+\./u);
  });

  test('names the two of the ten that a report lacks, and marks a figure', () => {
    const { stage, onOpenTerm, onTerm } = view(pageDataOf(REPORT));
    const missing = section(stage, 'Not on this page');
    const absent = [...missing.querySelectorAll('.page-absent li')].map(textOf);
    expect(absent).toContain('坚持推动构建网络空间命运共同体');
    expect(absent).toContain('坚持建设忠诚干净担当的网信工作队伍');
    missing.querySelector<HTMLElement>('.page-absent li .link')?.click();
    expect(onOpenTerm).toHaveBeenCalledTimes(1);
    const sets = section(stage, 'Sets');
    expect(textOf(sets)).toContain('十个坚持 8 of 10 on this page, in order');
    sets.querySelector<HTMLElement>('.member-present .link')?.click();
    expect(onTerm).toHaveBeenCalledWith('uphold-party-governs-internet');
    const figure = section(stage, 'Passages').querySelector('.edited-figure');
    expect(textOf(figure?.querySelector('del'))).toContain('50.2');
    expect(textOf(figure?.querySelector('ins'))).toContain('50.3');
  });

  test('shows a new formulation in its sentence, and goes to it', () => {
    const { stage, onGo } = view(pageDataOf(REPORT));
    const fresh = section(stage, 'Formula-like');
    expect(textOf(fresh)).toContain('六个更加');
    expect(textOf(fresh.querySelector('mark'))).toContain('六个更加');
    fresh.querySelector<HTMLElement>('.link')?.click();
    const [span] = onGo.mock.calls[0] as [{ start: number; end: number }];
    expect(REPORT.slice(span.start, span.end)).toContain('六个更加');
  });

  test('lists terms by kind, each a button that goes to it', () => {
    const { stage, onTerm } = view(pageDataOf(REPORT));
    const list = section(stage, 'Terms');
    const button = [...list.querySelectorAll('button')].find((one) => textOf(one) === '十个坚持');
    button?.click();
    expect(onTerm).toHaveBeenCalledWith('ten-upholds');
  });

  test('a click on the strip goes to the first words of that part', () => {
    const { stage, onGo } = view(pageDataOf(REPORT));
    stage.querySelector<HTMLElement>('.strip-part')?.click();
    expect(onGo).toHaveBeenCalledTimes(1);
  });

  test('by keyboard the strip is one stop, and its parts are gone through with the arrow keys', async () => {
    const { stage, onGo } = view(pageDataOf(REPORT));
    const parts = [...stage.querySelectorAll<HTMLElement>('.strip-part')];
    expect(parts.length).toBeGreaterThan(2);
    await userEvent.tab();
    expect(document.activeElement).toBe(parts[0]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(parts[1]);
    expect(parts.filter(({ tabIndex }) => tabIndex === 0)).toEqual([parts[1]]);
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(document.activeElement).toBe(parts.at(-1));
    await userEvent.keyboard('{Home}{Enter}');
    const [span] = onGo.mock.calls[0] as [{ start: number; end: number }];
    expect(parts[0]?.ariaLabel).toContain(REPORT.slice(span.start, span.end));
    await userEvent.keyboard('{ArrowDown}');
    await shoot('this-page-strip-focus');
    await userEvent.tab();
    expect(document.activeElement?.closest('.strip')).toBeNull();
  });

  test.each<[string, PageData | 'waiting' | 'not-read', string]>([
    ['waiting', 'waiting', 'Comparing'],
    ['a page that is not read', 'not-read', 'Tifa does not read this page.'],
    ['off', { passages: { state: 'off' }, frames: [] }, 'Switched off for this page.'],
    ['a failure', { passages: { state: 'failed' }, frames: [] }, 'This page could not be compared.'],
    [
      'other texts',
      pageDataOf('今天天气很好，我们去公园划船。'),
      'No passage of this page is in the bundled texts.',
    ],
  ])('%s is said in words', (_, data, words) => {
    expect(textOf(view(data).stage)).toContain(words);
  });

  test.each([
    { language: 'en', scheme: 'light', width: 400 },
    { language: 'zh', scheme: 'dark', width: 400 },
    { language: 'zh', scheme: 'light', width: 320 },
    { language: 'en', scheme: 'dark', width: 640 },
  ] as const)('is accessible ($language, $scheme, $width px)', async (look) => {
    const name = `${look.language}-${look.scheme}-${String(look.width)}`;
    for (const [what, text] of [
      ['same', cleanText('001')],
      ['adapted', REPORT],
    ] as const) {
      view(pageDataOf(text), look);
      expect(await violations()).toEqual([]);
      await shoot(`this-page-${what}-${name}`);
    }
  });
});

describe('the card of a passage', () => {
  const data = pageDataOf(REPORT);
  const { passages: page } = data;
  if (page.state !== 'done') throw new Error('not done');
  const [passage] = page.found.passages;
  if (passage === undefined) throw new Error('no passage');
  const shift = ({ start, end }: { start: number; end: number }) => ({
    start: start - passage.start,
    end: end - passage.start,
  });
  const shown = {
    passage: { ...passage, edits: passage.edits.map((edit) => ({ ...edit, ...shift(edit) })) },
    words: page.text.slice(passage.start, passage.end),
    source: page.found.sources.find(({ id }) => id === passage.source),
    paragraph: 7,
    alsoIn: [],
  };

  test.each([
    { language: 'en', scheme: 'light' },
    { language: 'zh', scheme: 'dark' },
  ] as const)('says which text it is the same as, and what differs ($language)', async (look) => {
    const onOpenSource = vi.fn();
    const nothing = (): void => undefined;
    const stage = draw(
      <Card
        state={{ type: 'passage', passage: shown }}
        language={look.language}
        t={translator(look.language)}
        canGoBack={false}
        pinned={false}
        actions={{ onOpenTerm: nothing, onBack: nothing, onClose: nothing, onOpenSource }}
      />,
      look,
    );
    const said = textOf(stage.querySelector('h2'));
    expect(said).toMatch(
      look.language === 'en'
        ? /^Same text as 共产党员网, August 2023, paragraph 7; \d words differ\.$/u
        : /^与共产党员网 2023年8月第7段文字相同，\d个词不同。$/u,
    );
    expect(textOf(stage.querySelector('.edited-figure ins'))).toContain('50.3');
    stage.querySelector<HTMLElement>('h2 .link')?.click();
    expect(onOpenSource).toHaveBeenCalledWith('002b', 7);
    expect(await violations()).toEqual([]);
    await shoot(`passage-card-${look.language}-${look.scheme}`);
  });
});
