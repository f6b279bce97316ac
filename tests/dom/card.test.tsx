import { afterEach, describe, expect, test } from 'vitest';
import { Card } from '../../src/ui/card/card.tsx';
import type { Language } from '../../src/ui/card/translate.ts';
import { cardStates, spies } from './card-states.tsx';
import { clear, draw, shoot, translator, violations, type Look } from './card-support.tsx';

afterEach(clear);

const LOOKS: readonly Required<Pick<Look, 'language' | 'scheme' | 'width'>>[] = [
  { language: 'en', scheme: 'light', width: 360 },
  { language: 'zh', scheme: 'light', width: 360 },
  { language: 'en', scheme: 'dark', width: 320 },
  { language: 'zh', scheme: 'dark', width: 320 },
];

function card(name: string, language: Language, actions = spies()) {
  const shown = cardStates()[name];
  if (shown === undefined) throw new Error(`no state ${name}`);
  return <Card {...shown} language={language} t={translator(language)} actions={actions} />;
}

describe.each(LOOKS)('a card in $language, $scheme, $width px wide', (look) => {
  test.each(Object.keys(cardStates()))('%s: axe finds nothing, nothing is cut off', async (name) => {
    const stage = draw(card(name, look.language), look);
    await shoot(`${name}-${look.language}-${look.scheme}-${String(look.width)}`);
    expect(await violations()).toEqual([]);
    const body = stage.querySelector('.card-body');
    expect(body?.scrollWidth).toBe(body?.clientWidth);
    expect(stage.querySelector('.tifa-card')?.getBoundingClientRect().width).toBe(look.width);
  });
});
