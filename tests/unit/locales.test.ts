import { describe, expect, test } from 'vitest';
import { localeFiles, STRINGS, stringOf } from '../../src/locales/strings.ts';

const blanks = (text: string): string[] => [...new Set(text.match(/\$\d/gu))].sort();

describe('strings of the interface', () => {
  test.each(Object.entries(STRINGS))('%s says the same in both languages', (_, [en, zh]) => {
    expect(en.trim()).toBe(en);
    expect(zh.trim()).toBe(zh);
    expect(en).not.toBe('');
    expect(zh).not.toBe('');
    expect(blanks(zh)).toEqual(blanks(en));
  });

  test.each(Object.entries(STRINGS))('%s has Chinese punctuation in Chinese', (_, [, zh]) => {
    expect(zh).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
  });

  test.each(Object.entries(STRINGS))('%s has nothing that Chrome takes for a named blank', (_, both) => {
    // One such string, and Chrome refuses the whole extension.
    for (const text of both) expect(text).not.toMatch(/\$[\w@]+\$/u);
  });

  test('no two files share a key', () => {
    const files = import.meta.glob<Record<string, Record<string, unknown>>>('../../src/locales/*.ts', {
      eager: true,
    });
    const keys = Object.entries(files)
      .filter(([path]) => !path.endsWith('/strings.ts'))
      .flatMap(([, module]) => Object.values(module).flatMap((strings) => Object.keys(strings)));
    expect(keys.sort()).toEqual(Object.keys(STRINGS).sort());
  });

  test('the browser gets all of them, for each of its locales', () => {
    const files = localeFiles();
    expect(files.map(({ path }) => path)).toContain('_locales/zh_CN/messages.json');
    for (const { contents } of files) {
      expect(Object.keys(JSON.parse(contents) as object)).toEqual(Object.keys(STRINGS));
    }
  });

  test('blanks are filled in order', () => {
    expect(stringOf('cardMembersOnPage', 'zh', '8', '10')).toBe('10项中本页有8项');
    expect(stringOf('cardMembersOnPage', 'en', '8', '10')).toBe('8 of 10 on this page');
  });
});
