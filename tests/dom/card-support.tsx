import axe from 'axe-core';
import { render, type VNode } from 'preact';
import { page } from 'vitest/browser';
import { cardContent, type CardContent } from '../../src/core/knowledge/card-content.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { stringOf } from '../../src/locales/strings.ts';
import type { CardPage } from '../../src/ui/card/card-types.ts';
import type { Language, Translate } from '../../src/ui/card/translate.ts';
import '../../src/ui/card/card.css';
import '../../src/ui/components/result-list.css';

/** What the browser's i18n does with our strings. */
export function translator(language: Language): Translate {
  return (key, ...substitutions) => stringOf(key, language, ...substitutions);
}

/** The content of a bundled term's card. */
export function contentOf(id: string): CardContent {
  const content = cardContent(id, bundledKnowledge());
  if (content === undefined) throw new Error(`no term ${id}`);
  return content;
}

/** A page that has the term once, as it is written, and nothing else. */
export function pageOf(content: CardContent, more: Partial<CardPage> = {}): CardPage {
  return { count: 1, index: 0, adapted: false, text: content.zh, memberStates: {}, nested: [], ...more };
}

export interface Look {
  readonly language?: Language;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  /** What --card-max-height is; without it the whole card shows. */
  readonly height?: string;
}

/** Draws into the document what a host would, and returns what holds it. */
export function draw(
  node: VNode,
  { language = 'en', scheme = 'light', width = 360, height = 'none' }: Look = {},
) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.style.colorScheme = scheme;
  let stage = document.querySelector<HTMLElement>('main');
  if (stage === null) {
    stage = document.createElement('main');
    document.body.append(stage);
  }
  stage.style.cssText = `width:${String(width)}px;--card-max-height:${height}`;
  render(node, stage);
  return stage;
}

export function clear(): void {
  const stage = document.querySelector('main');
  if (stage !== null) render(null, stage);
  stage?.remove();
}

/** What axe finds wrong in what is drawn, in words. */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    // Rules of a whole document: the host's page is not ours.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A picture of what is drawn, out/card/NAME.png. */
export async function shoot(name: string): Promise<void> {
  const stage = document.querySelector('main');
  if (stage === null) throw new Error('nothing is drawn');
  await page.viewport(720, Math.max(400, Math.ceil(stage.getBoundingClientRect().height) + 40));
  await page.screenshot({ element: page.elementLocator(stage), path: `../../out/card/${name}.png` });
}
