import type { MessageKey } from '../locales/strings.ts';
import { browser } from './browser.ts';

export type { MessageKey };

/** A string of the interface in the browser's language. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The language the interface is in: decides which gloss comes first. */
export function uiLanguage(): 'zh' | 'en' {
  return browser.i18n.getUILanguage().startsWith('zh') ? 'zh' : 'en';
}
