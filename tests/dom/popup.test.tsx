import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../src/ui/popup/popup.tsx';
import type { PopupHost } from '../../src/ui/popup/popup-host.ts';
import '../../src/ui/popup/popup.css';
import { clear, draw, shoot, violations } from './card-support.tsx';
import { fakeHost, pageWith, POPUP_STATES } from './popup-states.ts';

afterEach(clear);

const LOOKS = [
  { language: 'en', scheme: 'light', width: 380 },
  { language: 'zh', scheme: 'light', width: 380 },
  { language: 'en', scheme: 'dark', width: 320 },
  { language: 'zh', scheme: 'dark', width: 320 },
] as const;

describe.each(LOOKS)('the popup in $language, $scheme, $width px wide', (look) => {
  test.each(Object.entries(POPUP_STATES))(
    '%s: axe finds nothing, nothing is cut off',
    async (name, [more, shows]) => {
      const stage = draw(<Popup host={fakeHost(look.language, more)} />, look);
      await expect.poll(() => stage.textContent).toContain(shows);
      await shoot(`popup-${name}-${look.language}-${look.scheme}`);
      expect(await violations()).toEqual([]);
      expect(stage.scrollWidth).toBe(stage.clientWidth);
    },
  );

  test('a card: axe finds nothing', async () => {
    const { stage } = await show({ asked: '网络强国' }, look);
    await expect.poll(() => stage.querySelectorAll('[role=option]').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => stage.querySelector('[role=dialog]')).not.toBeNull();
    await shoot(`popup-card-${look.language}-${look.scheme}`);
    expect(await violations()).toEqual([]);
  });
});

async function show(more: Partial<PopupHost> = {}, look: Parameters<typeof draw>[1] = {}) {
  const host = fakeHost(look.language ?? 'en', more);
  const stage = draw(<Popup host={host} />, look);
  await expect.poll(() => stage.querySelector('[aria-busy=true]')).toBeNull();
  const input = stage.querySelector('input');
  if (input === null) throw new Error('no box');
  return { host, stage, input };
}

describe('the popup', () => {
  test('shows its box before the knowledge base is there, and answers what was typed meanwhile', async () => {
    const { engine } = fakeHost('en');
    let arrive: (() => void) | undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const { stage, input } = await show({ engine: () => late.then(engine) });
    expect(document.activeElement).toBe(input);
    await userEvent.keyboard('sgzx{Enter}');
    expect(stage.querySelector('[role=dialog]')).toBeNull();
    arrive?.();
    await expect.poll(() => stage.querySelector('[role=dialog] h2')?.textContent).toBe('四个自信');
  });

  test('the arrow keys go through the results and back to the box', async () => {
    const { stage, input } = await show();
    // At once: after each character by itself the first result would be chosen again.
    await userEvent.fill(input, '网络');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).toBe('found-0');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).toBe('found-1');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).toBeNull();
    expect(stage.querySelector('[aria-selected=true]')).toBeNull();
  });

  test('a selection that arrives late does not replace what was typed', async () => {
    let arrive: ((text: string) => void) | undefined;
    const { input } = await show({ selection: () => new Promise((resolve) => (arrive = resolve)) });
    await userEvent.keyboard('sgjc');
    arrive?.('网络强国');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(input.value).toBe('sgjc');
  });

  test('a set whose name is not on the page is jumped to at its first member', async () => {
    const jump = vi.fn(() => Promise.resolve(undefined));
    const page = pageWith({
      'uphold-internet-for-people': 1,
      'uphold-party-governs-internet': 1,
      'uphold-positive-energy-line': 1,
    });
    const { stage } = await show({ jump, page: () => Promise.resolve(page) });
    await expect.poll(() => stage.querySelector('.sets .jump')).not.toBeNull();
    stage.querySelector<HTMLElement>('.sets .jump')?.click();
    expect(jump).toHaveBeenCalledExactlyOnceWith('uphold-internet-for-people', [0]);
  });

  test('from card to card there is a way back, and from the first one to the results', async () => {
    const { stage, input } = await show({ asked: '十个坚持' });
    await expect.poll(() => stage.querySelectorAll('[role=option]').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Enter}');
    const title = () => stage.querySelector('[role=dialog] h2')?.textContent;
    await expect.poll(title).toBe('十个坚持');
    stage.querySelector<HTMLElement>('.member button')?.click();
    await expect.poll(title).not.toBe('十个坚持');
    const back = () => stage.querySelector<HTMLElement>('[aria-label=Back]')?.click();
    back();
    await expect.poll(title).toBe('十个坚持');
    back();
    await expect.poll(title).toBeUndefined();
    await expect.poll(() => document.activeElement).toBe(input);
  });

  test('says what a figure is, above the terms that come near it', async () => {
    const { stage } = await show({ asked: '50.2万亿元' });
    await expect.poll(() => stage.querySelector('.figure-line')?.textContent).toContain('50.2 trillion yuan');
    await userEvent.keyboard('{Control>}a{/Control}网络');
    await expect.poll(() => stage.querySelector('.figure-line')).toBeNull();
  });

  test('has links to the library, the notes and the options, each opened in the click’s own task', async () => {
    const opened: string[] = [];
    const { stage } = await show({
      openLibrary: (route) => opened.push(route),
      openPanel: () => opened.push('panel'),
      openOptions: () => opened.push('options'),
    });
    for (const button of stage.querySelectorAll<HTMLElement>('.popup-links button')) button.click();
    expect(opened).toEqual(['#/terms', 'panel', 'options']);
  });

  test('counts what is in the article and elsewhere on the page', async () => {
    const page = pageWith({ cyberpower: 12, 'xi-jinping': 8 }, { article: { count: 15, isPart: false } });
    const { stage } = await show({ page: () => Promise.resolve(page) });
    await expect
      .poll(() => stage.querySelector('.article-counts')?.textContent)
      .toBe('in the article 15elsewhere on the page 5');
  });
});
