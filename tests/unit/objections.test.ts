import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contextOf,
  isObjectionKey,
  listObjections,
  neverKey,
  objectedTerm,
  Objections,
  wrongKey,
} from '../../src/core/objections.ts';

const same = (raw: string): string => raw;
const site = 'www.4hou.com';
const context = { before: '会议强调要坚持', after: '的方针' };

describe('what the reader does not want marked', () => {
  test('a term that is never marked is not marked anywhere', () => {
    const objections = new Objections([neverKey('cyberpower')], site);
    expect(objections.has('cyberpower', () => context)).toBe(true);
    expect(objections.has('cybersecurity', () => context)).toBe(false);
  });

  test('what is wrong here is wrong in the same surroundings on the same site, and nowhere else', () => {
    const objections = new Objections([wrongKey(site, 'cyberpower', context)], site);
    expect(objections.has('cyberpower', () => context)).toBe(true);
    expect(objections.has('cyberpower', () => ({ ...context, after: '' }))).toBe(false);
    expect(objections.has('cybersecurity', () => context)).toBe(false);
    expect(new Objections([wrongKey(site, 'cyberpower', context)], 'a.cn').isEmpty).toBe(true);
  });

  test('the context of a term without “wrong here” is not even asked for', () => {
    const objections = new Objections([wrongKey(site, 'cyberpower', context)], site);
    const ask = (): never => {
      throw new Error('asked');
    };
    expect(objections.has('cybersecurity', ask)).toBe(false);
  });

  test('other keys of storage are none of it', () => {
    expect(isObjectionKey('off:site:a.cn')).toBe(false);
    expect(new Objections(['off:site:a.cn', 'recent'], site).isEmpty).toBe(true);
  });
});

describe('the context of a mention', () => {
  test.each([
    [
      'eight characters on both sides',
      '一二三四五六七八九十【强国】甲乙丙丁戊己庚辛壬',
      '四五六七八九十【',
      '】甲乙丙丁戊己庚',
    ],
    ['the edges of the text', '强国', '', ''],
    ['white space does not count', '坚 持\n 建设强国 ， 好', '坚持建设', '，好'],
    ['nor does what parts the two sides in the key', 'a|b强国|c', 'ab', 'c'],
  ])('%s', (_, text, before, after) => {
    const at = text.indexOf('强国');
    expect(contextOf(text, at, at + 2, same)).toEqual({ before, after });
  });
});

test('what is stored can be listed and taken back', () => {
  const wrong = wrongKey(site, 'cyberpower', context);
  const place = { text: '网络强国', address: 'https://www.4hou.com/posts/3rEA' };
  expect(
    listObjections({ [wrong]: place, [neverKey('g20')]: true, 'off:site:a.cn': true, 'wrong:': 1 }),
  ).toEqual([
    { type: 'wrong', key: wrong, termId: 'cyberpower', site, ...context, ...place },
    { type: 'never', key: 'never:g20', termId: 'g20' },
  ]);
});

test('every key tells its term', () => {
  const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/u);
  const words = fc.string({ unit: fc.constantFrom(...'一二三，。 :“”'), maxLength: 8 });
  fc.assert(
    fc.property(id, words, words, (termId, before, after) => {
      const key = wrongKey(site, termId, { before, after });
      expect(objectedTerm(key)).toBe(termId);
      expect(listObjections({ [key]: {} })).toMatchObject([{ termId, site, before, after }]);
      expect(objectedTerm(neverKey(termId))).toBe(termId);
    }),
  );
});
