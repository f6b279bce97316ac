import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/cli/html.ts';
import { analyse } from '../../../src/core/analysis.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { notOnPage } from '../../../src/core/passages/not-on-page.ts';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';
import { PROJECT } from '../../support/paths.ts';
import { bundled, engineOver, find, sourceText } from '../../support/passage-engines.ts';

const engine = bundled.passages();

describe('001, the article of 4hou.com', () => {
  const text = sourceText('001');

  test('is the body of 000 word for word, and 000 is named as the earliest', () => {
    const passages = find(engine, text);
    const words = text.indexOf('中共中央总书记');
    expect(passages.every((p) => p.class === 'verbatim' && p.source === '000')).toBe(true);
    expect(passages.every(({ alsoIn }) => alsoIn.includes('001'))).toBe(true);
    expect(passages[0]?.start).toBe(words);
    expect(passages.at(-1)?.end).toBe(text.length);
    passages.forEach((p, i) => {
      expect(text.slice(p.start, p.end)).toBe(sourceText('000').slice(p.sourceStart, p.sourceEnd));
      const before = passages[i - 1];
      if (before !== undefined)
        expect([p.start, p.sourceStart]).toEqual([before.end + 1, before.sourceEnd + 1]);
    });
  });

  test('its own are the title and the lead; of 000 it lacks headlines, summaries and dateline', () => {
    const passages = find(engineOver('000'), text);
    expect(text.slice(0, passages[0]?.start)).toBe(
      '网信中国 | 习近平对网络安全和信息化工作作出重要指示\n导语：党的十八大以来，我国网络安全和信息化事业取得重大成就。\n',
    );
    const before = sourceText('000').slice(0, passages[0]?.sourceStart);
    expect(before.split('\n').filter((line) => line.startsWith('■'))).toHaveLength(3);
    expect(before.split('\n').at(-1)).toBe('本报北京7月15日电\u00a0\u00a0（记者徐隽）');
    expect(passages.at(-1)?.sourceEnd).toBe(sourceText('000').length);
  });

  test('the page as saved, with everything around the article, says the same', () => {
    const { text: page, blocks } = readHtml(
      readFileSync(join(PROJECT, 'tests/fixtures/pages/4hou.html'), 'utf8'),
    );
    const passages = engine.find(page, blocks);
    expect(passages.map((p) => [p.class, p.source])).toEqual(
      find(engine, text).map((p) => [p.class, p.source]),
    );
    expect(passages.map((p) => page.slice(p.start, p.end).replace(/\s/gu, ''))).toEqual(
      find(engine, text).map((p) => text.slice(p.start, p.end).replace(/\s/gu, '')),
    );
  });
});

describe('the works of 002 against 000 and 003', () => {
  test.each([
    ['002c', '000', '以网络强国建设新成效为全面建设社会主义现代化国家、全面推进中华民族伟大复兴作出新贡献'],
    ['002a', '003', '网信事业代表着新的生产力和新的发展方向，应该在践行新发展理念上先行一步'],
    [
      '002c',
      '003',
      '网信事业发展必须贯彻以人民为中心的发展思想，把增进人民福祉作为信息化发展的出发点和落脚点',
    ],
    ['002c', '003', '没有网络安全就没有国家安全，就没有经济社会稳定运行，广大人民群众利益也难以得到保障'],
    ['002b', '003', '没有网络安全就没有国家安全，就没有经济社会稳定运行，广大人民群众利益也难以得到保障'],
    ['002b', '002a', '中国理念、中国主张、中国方案赢得更多认同和支持'],
  ])('%s has a passage of %s inside its commentary: %s', (page, source, words) => {
    const text = sourceText(page);
    const passages = find(engineOver(source), text);
    expect(passages.some((p) => text.slice(p.start, p.end).includes(words))).toBe(true);
    const share = passages.reduce((sum, p) => sum + p.end - p.start, 0) / text.length;
    expect(share).toBeLessThan(0.1);
  });

  test('002b shares only formulations with 000', () => {
    expect(find(engineOver('000'), sourceText('002b'))).toEqual([]);
  });
});

describe('003, the conference of 2018, and 000, that of 2023', () => {
  test.each([
    ['003', '000'],
    ['000', '003'],
  ])('%s against %s: formulations shared, no copy', (page, source) => {
    const text = sourceText(page);
    expect(find(engineOver(source), text)).toEqual([]);
    const { terms } = analyse(text, plainTextBlocks(text), bundled.recogniser, []);
    expect(terms.some(({ id }) => id.startsWith('national-cyber-conference'))).toBe(true);
  });

  test('003 as received, word-segmented, is the clean text', () => {
    const original = readFileSync(join(PROJECT, 'seeds/originals/003_bff91acc9a362006.txt'), 'utf8');
    const passages = find(engine, original);
    expect(passages.every((p) => p.class === 'verbatim' && p.source === '003')).toBe(true);
    expect(passages.reduce((sum, p) => sum + p.score, 0)).toBe(
      engine.index.skeletons.of(sourceText('003')).length,
    );
  });
});

describe('a report that lists 8 of the ten', () => {
  const members = [
    '坚持党管互联网',
    '坚持网信为民',
    '坚持走中国特色治网之道',
    '坚持统筹发展和安全',
    '坚持正能量是总要求、管得住是硬道理、用得好是真本事',
    '坚持筑牢国家网络安全屏障',
    '坚持发挥信息化驱动引领作用',
    '坚持依法管网、依法办网、依法上网',
  ];
  test('lacks the last two', () => {
    const text = `会议明确“十个坚持”重要原则：${members.join('，')}。`;
    const sets = setDefinitions(bundled.knowledge.terms);
    const { sets: checks, passages } = analyse(text, plainTextBlocks(text), bundled.recogniser, sets, engine);
    expect(passages).toEqual([]);
    const missing = notOnPage(engine.index, text, passages, checks);
    expect(missing.members.find(({ set }) => set === 'ten-upholds')?.absent).toEqual(
      bundled.knowledge.terms.find(({ id }) => id === 'ten-upholds')?.members.slice(-2),
    );
  });
});

describe('not on this page', () => {
  const source = sourceText('002b');
  const start = source.indexOf('手机银行、扫码支付');
  const end = source.indexOf('筑牢网络安全屏障');
  const section = source.slice(start, end).trim();

  test('names a sentence left out, and where', () => {
    const out = '相关部门紧抓落实，信息化建设工作取得重要进展。';
    const text = section.replace(out, '');
    const { stretches } = notOnPage(engine.index, text, find(engine, text), []);
    expect(stretches.map((s) => s.text)).toEqual([out]);
    for (const s of stretches) expect(source.slice(s.sourceStart, s.sourceEnd)).toBe(s.text);
  });

  test('names a whole paragraph left out, sentence by sentence', () => {
    const paragraphs = section.split('\n');
    const out = paragraphs[4] ?? '';
    const text = paragraphs.filter((p) => p !== out).join('\n');
    const { stretches } = notOnPage(engine.index, text, find(engine, text), []);
    expect(stretches.map((s) => s.text).join('')).toBe(out);
  });

  test('what stands elsewhere on the page is not missing', () => {
    const out = '相关部门紧抓落实，信息化建设工作取得重要进展。';
    const text = `${section.replace(out, '')}\n编者按：${out}`;
    expect(notOnPage(engine.index, text, find(engine, text), []).stretches).toEqual([]);
  });

  test('nothing is missing from the whole text', () => {
    expect(notOnPage(engine.index, section, find(engine, section), []).stretches).toEqual([]);
  });
});
