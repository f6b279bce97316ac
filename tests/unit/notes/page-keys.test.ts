import { describe, expect, test } from 'vitest';
import { addressKey, isCanonicalOf, pageKeys } from '../../../src/core/notes/page-keys.ts';

describe('an address', () => {
  test.each([
    ['another scheme', 'http://www.4hou.com/posts/3rEA', 'https://www.4hou.com/posts/3rEA'],
    ['the phone’s edition', 'https://m.4hou.com/posts/3rEA', 'https://www.4hou.com/posts/3rEA'],
    ['no edition', 'https://4hou.com/posts/3rEA', 'https://www.4hou.com/posts/3rEA'],
    ['tracking', 'https://www.4hou.com/posts/3rEA?utm_source=a&spm=1', 'https://www.4hou.com/posts/3rEA'],
    ['a fragment', 'https://www.4hou.com/posts/3rEA#top', 'https://www.4hou.com/posts/3rEA'],
    ['a slash at the end', 'https://www.4hou.com/posts/3rEA/', 'https://www.4hou.com/posts/3rEA'],
    ['parameters in another order', 'https://x.cn/a?b=1&c=2', 'https://x.cn/a?c=2&b=1'],
  ])('has the same key with %s', (_, a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });

  test.each([
    ['another article', 'https://x.cn/a?id=1', 'https://x.cn/a?id=2'],
    ['another path', 'https://x.cn/a', 'https://x.cn/b'],
    ['another host', 'https://x.cn/a', 'https://y.cn/a'],
    ['a host that merely begins so', 'https://media.cn/a', 'https://edia.cn/a'],
    ['letters of the path in another case', 'https://x.cn/A', 'https://x.cn/a'],
  ])('has another key with %s', (_, a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  test('that is no page of the web has no key', () => {
    expect(addressKey('about:blank')).toBeUndefined();
    expect(addressKey('不是地址')).toBeUndefined();
    expect(addressKey('file:///etc/passwd')).toBeUndefined();
  });

  test('has no password in its key', () => {
    expect(addressKey('https://me:secret@x.cn/a')).toBe('a:x.cn/a');
  });
});

describe('a page', () => {
  test('may call an address of its own site its own, and no other', () => {
    expect(isCanonicalOf('https://www.x.cn/a', 'http://m.x.cn/b')).toBe(true);
    expect(isCanonicalOf('https://www.4hou.com/posts/3rEA', 'https://evil.example/')).toBe(false);
    expect(
      pageKeys({ url: 'https://evil.example/', canonicalUrl: 'https://www.4hou.com/posts/3rEA' }),
    ).toEqual(['a:evil.example']);
  });
});
