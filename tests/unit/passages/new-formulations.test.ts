import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analysis.ts';
import type { NewFormulation } from '../../../src/core/passages/passage.ts';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';
import { sentenceAt } from '../../../src/core/text/sentences.ts';
import { bundled, sourceText } from '../../support/passage-engines.ts';

const formulations = (text: string): readonly NewFormulation[] =>
  analyse(text, plainTextBlocks(text), bundled.recogniser, []).newFormulations;
const texts = (text: string): string[] => formulations(text).map((f) => f.text);

describe('new formulations', () => {
  test.each([
    ['会议提出“九个坚持”的工作要求，各单位要对照落实。', ['九个坚持']],
    ['必须牢牢把握六个必须坚持，始终做到三个务必。', ['六个必须坚持', '三个务必']],
    ['要做好五个统筹，推动各项任务落地。', ['五个统筹']],
    ['树立“问题不过夜、责任不推诿”的意识。', ['问题不过夜、责任不推诿']],
    ['践行“枫桥经验”，坚持“一线工作法”理念。', ['一线工作法']],
    ['要以创新促转型、以改革促活力、以开放促合作，走出新路。', ['以创新促转型、以改革促活力、以开放促合作']],
    [
      '坚持守正创新，坚持问题导向，坚持系统观念，坚持胸怀天下，把工作做实。',
      ['坚持守正创新，坚持问题导向，坚持系统观念，坚持胸怀天下'],
    ],
    ['做到强基础抓落实、强队伍促作风、强监管保安全。', ['强基础抓落实、强队伍促作风、强监管保安全']],
  ])('%s', (text, expected) => {
    expect(texts(text).toSorted()).toEqual([...expected].toSorted());
  });

  test.each([
    '活动历时三个月，两名干部参加，覆盖10个省份、3个自治区。',
    '全市新建三个公园、五个社区中心和八条道路。',
    '会议共三项议程，持续两个小时，有四个部门发言。',
    '全年完成三大工程建设，新增五个项目、七条生产线。',
    '报告分为四个部分，列出六个问题和九项措施。',
    '石泰峰、何立峰、张又侠、陈文清、王小洪出席会议。',
    '人民日报社、新华通讯社、中央电视台的记者参加采访。',
    '经济发展、社会稳定、民生改善都要兼顾。',
    '他说：“今天的会开得很好。”大家鼓掌。',
    '读了《万山磅礴看主峰》“牵妈妈的手”等作品。',
    '第三个坚持不容易，他跑了第四个小时才到终点。',
    '二十个坚持到最后的选手领了奖。',
  ])('nothing in %s', (text) => {
    expect(texts(text)).toEqual([]);
  });

  test('what the knowledge base knows is not new', () => {
    for (const id of ['000', '001', '002a', '002b', '002c', '003', '004']) {
      expect(texts(sourceText(id)), id).toEqual([]);
    }
  });

  test('best first, with positions, and with its sentence', () => {
    const text = '前言。要做好五个统筹。会议明确“九个坚持”重要原则。';
    const found = formulations(text);
    expect(found.map((f) => f.text)).toEqual(['九个坚持', '五个统筹']);
    for (const { start, end, text: words, score } of found) {
      expect(text.slice(start, end)).toBe(words);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    const { start, end } = sentenceAt(text, found[0]?.start ?? 0);
    expect(text.slice(start, end)).toBe('会议明确“九个坚持”重要原则。');
  });
});
