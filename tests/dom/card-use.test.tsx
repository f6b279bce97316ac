import { afterEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { Card, type CardProps } from '../../src/ui/card/card.tsx';
import { cardStates, spies } from './card-states.tsx';
import { clear, contentOf, draw, pageOf, shoot, translator, violations } from './card-support.tsx';

afterEach(clear);

const t = translator('en');

function show(name: string, more: Partial<CardProps> = {}) {
  const shown = cardStates()[name];
  if (shown === undefined) throw new Error(`no state ${name}`);
  const actions = spies();
  const again = (changed: Partial<CardProps> = {}) =>
    draw(<Card {...shown} language="en" t={t} actions={actions} {...more} {...changed} />);
  return { stage: again(), actions, again };
}

/** The names of what Tab stops at, in order. */
async function stops(): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    await userEvent.tab();
    const at = document.activeElement;
    if (at === null || at === document.body || names.length > 60) return names;
    names.push(at.getAttribute('aria-label') ?? at.textContent);
  }
}

function button(stage: HTMLElement, name: string): HTMLElement {
  const found = [...stage.querySelectorAll('button')].find(
    (b) => (b.getAttribute('aria-label') ?? b.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}

describe('a card by keyboard', () => {
  test('Tab goes from the upper edge through the parts to the lower edge', async () => {
    show('nested', { canGoBack: true });
    expect(await stops()).toEqual([
      'Back',
      'Pin',
      'Close',
      '习近平',
      '网络强国',
      '总书记',
      '网络强国战略思想',
      'Copy as quotation',
      'Copy as quotation',
      '4 more',
      'Previous place on this page',
      'Next place on this page',
      'Wrong here',
      'Never mark this term',
    ]);
  });

  test('every button does what it says', async () => {
    const { stage, actions } = show('nested', { canGoBack: true });
    const press = async (name: string): Promise<void> => {
      button(stage, name).focus();
      await userEvent.keyboard('{Enter}');
    };
    await press('Back');
    await press('Pin');
    await press('Close');
    await press('网络强国战略思想');
    await press('Previous place on this page');
    await press('Next place on this page');
    await press('Wrong here');
    await press('Never mark this term');
    expect(actions.onBack).toHaveBeenCalledOnce();
    expect(actions.onPin).toHaveBeenCalledOnce();
    expect(actions.onClose).toHaveBeenCalledOnce();
    expect(actions.onOpenTerm).toHaveBeenCalledExactlyOnceWith('cyberpower-strategic-thought');
    expect(actions.onPrevious).toHaveBeenCalledOnce();
    expect(actions.onNext).toHaveBeenCalledOnce();
    expect(actions.onWrong).toHaveBeenCalledExactlyOnceWith('cyberpower-thought');
    expect(actions.onNever).toHaveBeenCalledExactlyOnceWith('cyberpower-thought');
  });

  test('a long set shows five members around its own, and all when asked', async () => {
    const { stage, actions } = show('member');
    const numbers = () => [...stage.querySelectorAll('.number')].map((n) => n.textContent);
    expect(numbers()).toEqual(['6', '7', '8', '9', '10']);
    const fold = button(stage, 'Show all 10');
    fold.focus();
    await userEvent.keyboard(' ');
    expect(numbers()).toHaveLength(10);
    expect(document.activeElement).toBe(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    const first = stage.querySelector<HTMLElement>('button.member-words');
    expect(first?.textContent).toMatch(/^坚持党管互联网.* on this page$/u);
    first?.click();
    expect(actions.onMember).toHaveBeenCalledExactlyOnceWith('uphold-party-governs-internet');
    expect(stage.querySelector('[aria-current]')?.textContent).toMatch(/ reworded on this page$/u);
  });

  test('more than two quotations fold away', async () => {
    const { stage } = show('nested');
    expect(stage.querySelectorAll('blockquote')).toHaveLength(2);
    await userEvent.click(button(stage, '4 more'));
    expect(stage.querySelectorAll('blockquote')).toHaveLength(6);
  });

  test('going to another term takes the focus along to its headword, past the skeleton', async () => {
    const { stage, again } = show('nested');
    button(stage, '网络强国战略思想').focus();
    await userEvent.keyboard('{Enter}');
    again({ state: { type: 'loading' }, canGoBack: true });
    expect(stage.querySelector('.skeleton')).toBeNull();
    await vi.waitFor(() => {
      expect(stage.querySelector('.skeleton')).not.toBeNull();
    });
    again({ state: { type: 'term', content: contentOf('cyberpower-strategic-thought') }, canGoBack: true });
    expect(document.activeElement?.textContent).toBe('网络强国战略思想');
  });

  test('going to the next place keeps the focus where it is', async () => {
    const { stage, again } = show('nested');
    button(stage, 'Next place on this page').focus();
    await userEvent.keyboard('{Enter}');
    again({ state: { type: 'loading' } });
    const content = contentOf('cyberpower-thought');
    again({ state: { type: 'term', content, page: pageOf(content, { count: 3, index: 0 }) } });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Next place on this page');
    expect(stage.querySelector('.place')?.textContent).toBe('Place 1 of 3');
  });

  test('a term that the pointer opens shows nothing of the one before it', () => {
    const { stage, again } = show('nested');
    again({ state: { type: 'loading', text: '网络强国' } });
    expect(stage.querySelector('.headword')?.textContent).toBe('网络强国');
  });

  test('after an objection focus is on Undo, after Undo on the objection', async () => {
    const { stage, again, actions } = show('pinned');
    const { state } = cardStates()['never'] ?? {};
    if (state === undefined) throw new Error('no state');
    button(stage, 'Never mark this term').focus();
    await userEvent.keyboard('{Enter}');
    again({ state });
    expect(document.activeElement?.textContent).toBe('Undo');
    expect(stage.querySelector('.done')?.textContent).toBe('This term is no longer marked.');
    await userEvent.keyboard('{Enter}');
    expect(actions.onUndo).toHaveBeenCalledOnce();
    again();
    expect(document.activeElement?.textContent).toBe('Wrong here');
  });
});

describe('copying', () => {
  test('gives the quotation with its source as text and says that it did', async () => {
    const { stage, actions } = show('pinned');
    const copy = button(stage, 'Copy as quotation');
    await userEvent.click(copy);
    expect(actions.onCopy).toHaveBeenCalledExactlyOnceWith(
      '“主动参与网络空间国际治理进程，自主创新推进网络强国建设” (Xi Jinping, the National Cybersecurity and Informatization Work Conference of April 2018; 央视网（新闻联播）, “全国网络安全和信息化工作会议20日至21日在北京召开”, April 2018)',
    );
    await vi.waitFor(() => {
      expect(stage.querySelector('.copied')?.textContent).toBe('Copied');
    });
    expect(await violations()).toEqual([]);
    await shoot('copied-en-light-360');
  });

  test('says when it could not', async () => {
    const { stage, actions } = show('pinned');
    actions.onCopy.mockRejectedValue(new Error('denied'));
    await userEvent.click(button(stage, 'Copy as quotation'));
    await vi.waitFor(() => {
      expect(stage.querySelector('.copied')?.textContent).toBe('Could not copy');
    });
  });
});

describe('moving', () => {
  test('begins on the upper edge and not on its buttons', () => {
    const { stage, actions } = show('pinned');
    const down = () => new PointerEvent('pointerdown', { bubbles: true });
    button(stage, 'Close').dispatchEvent(down());
    expect(actions.onMoveStart).not.toHaveBeenCalled();
    stage.querySelector('.card-kind')?.dispatchEvent(down());
    expect(actions.onMoveStart).toHaveBeenCalledOnce();
  });
});

describe('what the reader’s system asks for', () => {
  const media = async (name: string, value: string): Promise<void> => {
    const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  };

  test('forced colours', async () => {
    await media('forced-colors', 'active');
    show('member', { pinned: true });
    await shoot('member-forced-colours-360');
    expect(await violations()).toEqual([]);
    await media('forced-colors', 'none');
  });

  test('no motion', async () => {
    await media('prefers-reduced-motion', 'reduce');
    const { stage } = show('loading');
    const bar = stage.querySelector('.bar');
    expect(bar === null ? '' : getComputedStyle(bar).animationName).toBe('none');
    await media('prefers-reduced-motion', 'no-preference');
  });
});

test('in a low window the body scrolls between the edges, and focus is visible', async () => {
  const shown = cardStates()['set-of-ten'];
  if (shown === undefined) throw new Error('no state');
  const stage = draw(<Card {...shown} language="en" t={t} actions={spies()} />, { height: '320px' });
  expect(stage.querySelector('.tifa-card')?.getBoundingClientRect().height).toBe(320);
  button(stage, 'Show all 10').focus();
  await userEvent.tab();
  await userEvent.tab({ shift: true });
  await shoot('low-en-light-360');
  expect(await violations()).toEqual([]);
});

test('axe finds what is wrong where something is', async () => {
  draw(<button type="button" />);
  expect(await violations()).not.toEqual([]);
});
