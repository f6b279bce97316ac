import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, neutral, readCell } from '../../../src/core/export/csv-text.ts';
import { citation, passageLink, textDirective } from '../../../src/core/export/links.ts';
import { markdownTag, safeMarkdown } from '../../../src/core/export/markdown-text.ts';
import { anyText, noteWith, onWords } from '../../support/notes.ts';

describe('a link to a passage', () => {
  const decoded = (...args: Parameters<typeof textDirective>): string | undefined => {
    const directive = textDirective(...args);
    return directive === undefined ? undefined : decodeURIComponent(directive);
  };

  test.each([
    [
      'a clause between punctuation',
      '守住安全底线不放松半步',
      '化解风险，',
      '，压实',
      '守住安全底线不放松半步',
    ],
    [
      'words cut in the middle of a clause take in the clause',
      '安全底线',
      '化解风险，守住',
      '不放松，压实',
      '守住安全底线不放松',
    ],
    [
      'a long quote, by its first and last clauses',
      '要坚持防范化解风险，守住安全底线，压实主体责任，把各项工作抓实抓细。',
      '上来。',
      '\n会议',
      '要坚持防范化解风险,把各项工作抓实抓细',
    ],
    [
      'two paragraphs',
      '各项工作取得新成效。\n会议强调，要深刻领会',
      '，',
      '“',
      '各项工作取得新成效,会议强调，要深刻领会',
    ],
    [
      'a short quote says what is around it',
      '十个坚持',
      '要深刻领会“',
      '”重要原则，',
      '要深刻领会“-,十个坚持,-”重要原则',
    ],
    [
      'English',
      'the bottom line of security must be held',
      'defused, ',
      ', and',
      'the bottom line of,must be held',
    ],
  ])('%s', (_, exact, prefix, suffix, expected) => {
    expect(decoded(exact, prefix, suffix)).toBe(expected);
  });

  test('encodes what means something in a directive', () => {
    expect(textDirective('5-G, & “网”', '', '')).toBe('5%2DG%2C%20%26%20%E2%80%9C%E7%BD%91%E2%80%9D');
  });

  test('replaces the page’s own fragment, and is none for what is no web page', () => {
    const note = onWords('压实主体责任', {});
    expect(passageLink(note)).toMatch(/^https:\/\/www\.example\.cn\/[^#]*#:~:text=[^#]*$/u);
    expect(passageLink({ ...note, page: { ...note.page, url: 'javascript:alert(1)' } })).toBeUndefined();
    expect(passageLink(noteWith({}))).toBe('https://www.example.cn/wx/2025/0312/index.html?utm_source=x');
  });

  test('is a well-formed directive, whatever the words', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (exact, prefix, suffix) => {
        const directive = textDirective(exact, prefix, suffix);
        if (directive === undefined) return;
        const part = String.raw`(?:[\w.]|%[0-9A-F]{2})+`;
        expect(directive).toMatch(new RegExp(`^(?:${part}-,)?${part}(?:,${part})?(?:,-${part})?$`, 'u'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a citation', () => {
  const note = noteWith({});
  test('in GB/T 7714 and plain, on the reader’s day', () => {
    expect(citation(note, { language: 'zh', offset: 480 })).toEqual({
      gbt7714:
        '全省网信工作会议在长河市召开[EB/OL]. example.cn, [2025-03-14]. https://www.example.cn/wx/2025/0312/index.html?utm_source=x.',
      plain:
        '《全省网信工作会议在长河市召开》，example.cn，2025-03-14查阅，https://www.example.cn/wx/2025/0312/index.html?utm_source=x',
    });
    expect(citation(note, { language: 'en' }).plain).toContain('accessed 2025-03-13');
  });
});

describe('a cell of a table', () => {
  test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1', '＠a', "'=1", "''+1"])(
    '%j is no formula',
    (cell) => {
      expect(neutral(cell)).toBe(`'${cell}`);
    },
  );
  test.each(['a=1', '1-2', "it's", "'quoted'", ''])('%j stays as it is', (cell) => {
    expect(neutral(cell)).toBe(cell);
  });
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        expect(readCell(neutral(cell))).toBe(cell);
        expect(csvCell(cell)).toMatch(/^(?:[^",\r\n]*|"(?:[^"]|"")*")$/u);
      }),
    );
  });
});

describe('a note’s Markdown', () => {
  test.each([
    ['plain text', '与去年**对比**，a < b', '与去年**对比**，a < b'],
    ['HTML', '<b>x</b><!-- y -->', '&lt;b>x&lt;/b>&lt;!-- y -->'],
    ['HTML behind a backslash', '\\<b>', '\\&lt;b>'],
    ['a code block', '```js\n<b>\n```', '```js\n<b>\n```'],
    ['a code block that is not closed', '~~~\n<b>', '~~~\n<b>\n~~~'],
    ['what looks like a code block inside a list', '- a\n  ```\n<script>', '- a\n  \\```\n&lt;script>'],
    ['a link to the web', '[a](https://a.cn/b(c))', '[a](https://a.cn/b(c))'],
    ['a link within the file', '[a](#b)', '[a](#b)'],
    ['a script in a link', '[a](javascript:alert(1))', '[a](#)'],
    ['a script in a link, in pieces', '[a](  jav&#x61;script&colon;alert(1))', '[a](  #)'],
    ['a script in brackets', '[a](<java script:x>)', '[a](#)'],
    ['a script in a definition', '[a]:\n javascript:x', '[a]:\n #'],
    ['a data address', '[a](data:text/html,x)', '[a](#)'],
    ['a picture', '![a](https://a.cn/b.png)', '&#33;[a](https://a.cn/b.png)'],
  ])('%s', (_, body, expected) => {
    expect(safeMarkdown(body)).toBe(expected);
  });

  test('outside code has no HTML', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const outside = safeMarkdown(body).replace(/^(`{3,}|~{3,})[^]*?^\1[`~]*$/gmu, '');
        expect(outside).not.toMatch(/<[a-z/!?]/iu);
      }),
    );
  });

  test.each([
    ['风险', '#风险'],
    ['a b', '#a-b'],
    ['2025', '#_2025'],
    ['tifa/set', '#tifa/set'],
    ['<x>', '#x'],
    ['!', ''],
  ])('the tag %s', (tag, expected) => {
    expect(markdownTag(tag)).toBe(expected);
  });
});
