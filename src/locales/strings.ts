import { CARD } from './card.ts';
import { COMPARE } from './compare.ts';
import { GENERAL } from './general.ts';
import { LIBRARY } from './library.ts';
import { NOTES } from './notes.ts';
import { NOTES_LIBRARY } from './notes-library.ts';
import { OPTIONS } from './options.ts';
import { PANEL } from './panel.ts';
import { PASSAGES } from './passages.ts';
import { POPUP } from './popup.ts';

/** Every string of the interface: in English and in Chinese. */
export const STRINGS = {
  ...GENERAL,
  ...POPUP,
  ...CARD,
  ...OPTIONS,
  ...LIBRARY,
  ...COMPARE,
  ...NOTES,
  ...NOTES_LIBRARY,
  ...PANEL,
  ...PASSAGES,
};

export type MessageKey = keyof typeof STRINGS;

export type Language = 'en' | 'zh';

/** The folders that browsers look for; a reader of traditional characters gets the same Chinese. */
const FOLDERS: Readonly<Record<string, Language>> = { en: 'en', zh_CN: 'zh', zh_TW: 'zh' };

/** What the build writes: `_locales/<folder>/messages.json` for each folder. */
export function localeFiles(): { path: string; contents: string }[] {
  return Object.entries(FOLDERS).map(([folder, language]) => {
    const messages = Object.entries(STRINGS).map(([key, [en, zh]]) => [
      key,
      { message: language === 'en' ? en : zh },
    ]);
    return {
      path: `_locales/${folder}/messages.json`,
      contents: `${JSON.stringify(Object.fromEntries(messages), null, 1)}\n`,
    };
  });
}

/** A string with its blanks filled in, where there is no browser to ask for it (component tests). */
export function stringOf(key: MessageKey, language: Language, ...substitutions: readonly string[]): string {
  const [en, zh] = STRINGS[key];
  return (language === 'en' ? en : zh).replace(
    /\$(\d)/gu,
    (_, index: string) => substitutions[Number(index) - 1] ?? '',
  );
}
