import { describe, expect, test } from 'vitest';
import { addedSites, isBundledSite, siteName, sitePattern } from '../../src/core/sites.ts';

describe('the site of a page, for which the reader may allow Tifa', () => {
  test.each([
    ['its host, on both schemes', 'https://news.example.com/a?b#c', '*://news.example.com/*'],
    ['without the port, which patterns do not have', 'http://example.com:8080/', '*://example.com/*'],
    ['in the form that the browser uses', 'https://例子.测试/', '*://xn--fsqu00a.xn--0zwm56d/*'],
    ['none of a page of the browser', 'chrome://extensions', undefined],
    ['none of a file', 'file:///tmp/a.html', undefined],
    ['none of what is no address', 'example.com', undefined],
  ])('is %s', (_, address, pattern) => {
    expect(sitePattern(address)).toBe(pattern);
  });

  test.each([
    ['https://www.4hou.com/posts/3rEA', true],
    ['http://12377.cn/', true],
    ['https://evil4hou.com/', false],
    ['https://4hou.com.example/', false],
    ['ftp://4hou.com/', false],
    ['', false],
  ])('%s is a site of the source texts: %s', (address, bundled) => {
    expect(isBundledSite(address)).toBe(bundled);
  });

  test('what the reader added is told from what came with the extension', () => {
    expect(addedSites(['*://b.example/*', '*://*.4hou.com/*', '*://a.example/*', '*://b.example/*'])).toEqual(
      ['*://a.example/*', '*://b.example/*'],
    );
  });

  test.each([
    ['*://*.4hou.com/*', '4hou.com'],
    ['*://news.example.com/*', 'news.example.com'],
    ['*://*/*', '*://*/*'],
    ['<all_urls>', '<all_urls>'],
  ])('%s is called %s', (pattern, name) => {
    expect(siteName(pattern)).toBe(name);
  });
});
