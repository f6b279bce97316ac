/** Pages that an extension must survive; the same in both browsers. */

interface OddPage {
  /** A sentence: the name of the test. */
  readonly title: string;
  readonly address: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Texts highlighted, in document order; white space aside. */
  readonly expected: readonly string[];
}

const SITE = 'https://www.people.com.cn';

export const ODD_PAGES: readonly OddPage[] = [
  {
    title: 'a page under the strictest policy has its highlights',
    address: `${SITE}/csp.html`,
    html: '<!doctype html><meta charset="utf-8"><title>政策</title><p>建设网络强国、数字中国。</p>',
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    expected: ['网络强国', '数字中国'],
  },
  {
    title: 'a page without any text has none',
    address: `${SITE}/empty.html`,
    html: '<!doctype html><title></title><body></body>',
    expected: [],
  },
  {
    title: 'an answer without any HTML has none',
    address: `${SITE}/nothing.html`,
    html: '',
    expected: [],
  },
  {
    title: 'invalid HTML is read as the browser repairs it',
    address: `${SITE}/invalid.html`,
    html: '<p><b>建设<i>网络</b>强国</i><table>数字中国<tr><td>表格</table></div></body></html><p>十个坚持<<p>&#xFFFFFF;&bogus;<p a="',
    expected: ['网络强国', '数字中国', '十个坚持'],
  },
  {
    title: 'plain text is a page too',
    address: `${SITE}/plain.txt`,
    html: '建设网络强国。\n\n建设数字中国。',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    expected: ['网络强国', '数字中国'],
  },
  {
    title: 'an XHTML page has its highlights',
    address: `${SITE}/page.xhtml`,
    html: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>建设网络强国。</p></body></html>',
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    expected: ['网络强国'],
  },
];

/** A page of 2 MB of text in UTF-8: about 700,000 characters, in paragraphs full of terms. */
export function longPage(): string {
  const sentence =
    '坚持党管互联网，加快建设网络强国，以习近平同志为核心的党中央高度重视网络安全和信息化工作。';
  const paragraph = sentence.repeat(4);
  const count = Math.ceil(2_000_000 / Buffer.byteLength(paragraph));
  return `<!doctype html><meta charset="utf-8"><title>t</title>${`<p>${paragraph}</p>\n`.repeat(count)}`;
}

/** Runs inside the long page: is anything highlighted in its last (or first) paragraph? */
export function hasHighlightAtEdge(last: boolean): boolean {
  const paragraphs = document.querySelectorAll('p');
  const paragraph = paragraphs[last ? paragraphs.length - 1 : 0];
  for (const [name, ranges] of CSS.highlights) {
    if (!name.startsWith('tifa-')) continue;
    for (const { startContainer } of ranges) if (paragraph?.contains(startContainer) === true) return true;
  }
  return false;
}

/** Runs inside a page: milliseconds until the next frame can be drawn. */
export function timeToFrame(): Promise<number> {
  return new Promise((resolve) => {
    const begin = performance.now();
    requestAnimationFrame(() => {
      resolve(performance.now() - begin);
    });
  });
}
