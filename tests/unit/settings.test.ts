import { describe, expect, test } from 'vitest';
import { switchKeys, switchState } from '../../src/core/settings.ts';

describe('the switches', () => {
  test.each([
    [
      'a page',
      'https://www.4hou.com/posts/3rEA',
      'off:site:www.4hou.com',
      'off:page:https://www.4hou.com/posts/3rEA',
    ],
    [
      'the hash is no part of a page',
      'https://a.cn/x?y=1#top',
      'off:site:a.cn',
      'off:page:https://a.cn/x?y=1',
    ],
    [
      'a port belongs to the site',
      'http://localhost:8080/',
      'off:site:localhost:8080',
      'off:page:http://localhost:8080/',
    ],
  ])('%s', (_, address, site, page) => {
    expect(switchKeys(address)).toEqual({ site, page });
  });

  test.each([['about:blank'], ['about:srcdoc'], ['no address'], ['']])('%s has none', (address) => {
    expect(switchKeys(address)).toBeUndefined();
  });

  test('are on unless switched off', () => {
    const keys = { site: 's', page: 'p' };
    expect(switchState(keys, {})).toEqual({ site: true, page: true });
    expect(switchState(keys, { s: true })).toEqual({ site: false, page: true });
    expect(switchState(keys, { p: 'yes' })).toEqual({ site: true, page: true });
  });
});
