import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/cli/html.ts';

describe('the readable blocks of a page', () => {
  test.each([
    ['the title is left out', '<title>甲</title><p>乙', '乙'],
    ['paragraphs that are never closed', '<p>甲<p>乙<div>丙<p>丁</div>戊', '甲\n乙\n丙\n丁\n戊'],
    ['inline elements', '<p>网<b>络<i>强</b>国</i><span>建</span>设', '网络强国建设'],
    ['entities', '<p>&#32593;&#x7EDC;&ldquo;&amp;&rdquo;&hellip;&nbsp;', '网络“&”…'],
    [
      'what is no text',
      '<p>甲<script>乙</script><style>丙</style><noscript>丁</noscript><template>戊</template><!--己-->庚',
      '甲庚',
    ],
    [
      'what is hidden',
      '<p hidden>甲</p><p style="display: none">乙</p><div style="VISIBILITY:hidden">丙</div><p>丁',
      '丁',
    ],
    [
      'what the reader fills in',
      '<p>甲<input value=乙><textarea>丙</textarea><select><option>丁</select><p contenteditable>戊</p>',
      '甲',
    ],
    ['ruby', '<p><ruby>网<rp>(</rp><rt>wǎng</rt><rp>)</rp>络</ruby>强国', '网络强国'],
    ['a line break', '<p>网络<br>强国', '网络\n强国'],
    ['two line breaks end a block', '<p>甲<br> <br>乙', '甲\n乙'],
    ['a place to break', '<p>网络<wbr>强国', '网络强国'],
    ['cells', '<table><caption>表<tr><td>网络<td>强国<tr><th>甲', '表\n网络\n强国\n甲'],
    [
      'lists in lists',
      '<ul><li>甲<ul><li>乙</ul>丙<li>丁</ul><dl><dt>戊<dd>己</dl>',
      '甲\n乙\n丙\n丁\n戊\n己',
    ],
    [
      'details',
      '<details><summary>甲</summary>乙</details><details open><summary>丙</summary>丁</details>',
      '甲\n丙\n丁',
    ],
    ['a closed dialog and an open one', '<dialog>甲</dialog><dialog open>乙</dialog>', '乙'],
    ['a picture keeps words apart', '<p>网络<img alt=甲>强国', '网络 强国'],
    ['a lone picture is no text', '<p><img alt=甲></p><p>乙', '乙'],
    ['a line wrapped in the source', '<p>网络\n      强国', '网络强国'],
    ['Latin words wrapped in the source', '<p>App\n store', 'App store'],
    ['nothing', '', ''],
    ['an element that nobody knows', '<x-a>网络</x-a>强国', '网络强国'],
  ])('%s', (_, html, text) => {
    expect(readHtml(html).text.trim()).toBe(text);
  });

  test('each block is where it says in the text', () => {
    const { text, blocks } = readHtml('<h1>𠀀甲</h1><p>乙<br>丙</p><ul><li>丁</ul>');
    expect(blocks.map((block) => text.slice(block.start, block.start + block.text.length))).toEqual([
      '𠀀甲',
      '乙\n丙',
      '丁',
    ]);
  });

  test('a page nested deeper than functions may call one another', () => {
    const deep = 50_000;
    expect(readHtml(`${'<div>'.repeat(deep)}网络强国`).text).toBe('网络强国');
  });
});
