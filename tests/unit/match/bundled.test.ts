import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds, SEEDS } from '../../../src/cli/seeds.ts';
import { analyse, type TermSpan } from '../../../src/core/analysis.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { matcherFromText } from '../../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../../src/core/match/recogniser.ts';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';
import { trapSentences } from '../../support/labelled.ts';

const { recogniser, knowledge, compiled } = loadBundled();
const sets = setDefinitions(knowledge.terms);
const terms = (text: string): readonly TermSpan[] =>
  analyse(text, plainTextBlocks(text), recogniser, sets).terms;
const withNested = (spans: readonly TermSpan[]): TermSpan[] =>
  spans.flatMap((span) => [span, ...withNested(span.nested)]);
const idsIn = (text: string): string[] => withNested(terms(text)).map(({ id }) => id);

test('a page, which has no names of entries, gets the same mentions', () => {
  const inPage = new Recogniser(matcherFromText(JSON.stringify(compiled.data)));
  for (const { text } of trapSentences()) expect(inPage.recognise(text)).toEqual(recogniser.recognise(text));
});

describe('words, not characters', () => {
  test.each([
    ['李克强调', '李克强调，信息化带来机遇', 'li-keqiang', '李克强主持会议'],
    ['李克强 in front of 调研', '会议由李克强调度', 'li-keqiang', '李克强调研时指出'],
    ['美韩正在', '美韩正在举行会谈', 'han-zheng', '韩正出席会议'],
    ['一片汪洋', '村庄成了一片汪洋', 'wang-yang', '全国政协主席汪洋'],
    ['汪洋大海', '人民战争的汪洋大海', 'wang-yang', '汪洋、王沪宁、赵乐际'],
    ['网络安全法律法规', '完善网络安全法律法规', 'cybersecurity-law', '网络安全法施行六周年'],
    ['网络安全法律顾问', '聘请网络安全法律顾问', 'cybersecurity-law', '《网络安全法》规定'],
    ['数据安全法务部', '公司数据安全法务部', 'data-security-law', '颁布数据安全法、个人信息保护法'],
    ['创新发展理念', '坚持创新发展理念', 'new-development-philosophy', '践行新发展理念'],
    ['四个意识形态', '围绕四个意识形态问题', 'four-consciousnesses', '增强“四个意识”'],
    ['四个共同点', '两者有四个共同点', 'four-commons', '提出“四个共同”'],
    ['下午五点主张', '他下午五点主张休会', 'five-propositions', '“五点主张”'],
    ['十四项原则', '公约确立十四项原则', 'four-principles', '推进变革的“四项原则”'],
    ['二十个坚持', '归纳为二十个坚持', 'ten-upholds', '明确“十个坚持”重要原则'],
    ['公安部门', '当地公安部门', 'ministry-of-public-security', '公安部、市场监管总局'],
    ['教育部署', '作出教育部署', 'ministry-of-education', '教育部有关同志'],
    ['复习近平面几何', '他在复习近平面几何', 'xi-jinping', '学习习近平文化思想'],
    ['干净网络', '还孩子一个干净网络', 'jingwang-campaign', '“净网”专项行动'],
    ['美国国务院', '美国国务院发言人', 'state-council', '国务院副总理丁薛祥'],
  ])('%s is no mention, and a true one is', (_, trap, id, mention) => {
    expect(idsIn(trap)).not.toContain(id);
    expect(idsIn(mention).filter((found) => found.startsWith(id))).not.toEqual([]);
  });

  test('no formulation reaches across a clause mark', () => {
    expect(terms('建设数字中国　建设网络强国').map(({ text }) => text)).toEqual(['数字中国', '网络强国']);
  });
});

describe('the source texts as received and as cleaned', () => {
  const originals = readdirSync(join(SEEDS, 'originals'));
  const { sources } = loadSeeds();

  test.each(['000', '003', '004'])('%s: the same mentions, word-segmented or not', (id) => {
    const original = readFileSync(
      join(SEEDS, 'originals', originals.find((name) => name.startsWith(id)) ?? ''),
      'utf8',
    );
    const clean = sources.find((source) => source.id === id);
    const cleanIds = clean?.paragraphs.flatMap(({ text }) => idsIn(text)) ?? [];
    expect(cleanIds.length).toBeGreaterThan(50);
    expect(idsIn(original)).toEqual(cleanIds);
  });

  test('001 has the terms of the body of 000', () => {
    const body = (id: string): string[] =>
      sources
        .find((source) => source.id === id)
        ?.paragraphs.filter(({ role }) => role === 'body')
        .flatMap(({ text }) => idsIn(text)) ?? [];
    const own = body('001').slice(
      idsIn('导语：党的十八大以来，我国网络安全和信息化事业取得重大成就。').length,
    );
    expect(body('000').join(' ')).toContain(own.join(' '));
  });

  test.each(['000', '001'])('%s: 10 of 10 and 5 of 5, named and in order', (id) => {
    const source = sources.find((s) => s.id === id);
    const text =
      source?.paragraphs
        .filter(({ role }) => role === 'body')
        .map((p) => p.text)
        .join('\n\n') ?? '';
    const checks = analyse(text, plainTextBlocks(text), recogniser, sets).sets;
    for (const [set, size] of [
      ['ten-upholds', 10],
      ['five-part-mission', 5],
    ] as const) {
      const check = checks.find((c) => c.id === set);
      expect(check).toMatchObject({ named: true, inOrder: true });
      expect(check?.members.filter(({ state }) => state === 'present')).toHaveLength(size);
    }
  });

  test('004 has the last of the ten reworded', () => {
    const text = sources.find((s) => s.id === '004')?.text ?? '';
    const check = analyse(text, plainTextBlocks(text), recogniser, sets).sets.find(
      (c) => c.id === 'ten-upholds',
    );
    expect(check?.members.at(-1)).toMatchObject({ id: 'uphold-loyal-clean-workforce', state: 'adapted' });
  });
});

describe('other forms of one text', () => {
  test.each([
    [
      'traditional script',
      '深入貫徹黨中央關於網絡強國的重要思想，堅持黨管互聯網，著力構建網絡空間命運共同體',
    ],
    [
      'Taiwan vocabulary',
      '深入貫徹黨中央關於網路強國的重要思想，堅持黨管網際網路，著力構建網路空間命運共同體',
    ],
    [
      'broken lines',
      '深入贯彻党中央关于网络\n强国的重要思想，坚持党管互联\n网，着力构建网络空间命\n运共同体',
    ],
    [
      'zero-width characters',
      '深入贯彻党中央关于网\u200b络强国的重要\u00ad思想，坚持党管互\ufeff联网，着力构建网络空间命\u2060运共同体',
    ],
    ['CJK radicals', '深入贯彻党中央关于⽹络强国的重要思想，坚持党管互联⽹，着⼒构建⽹络空间命运共同体'],
  ])('%s', (_, text) => {
    const simplified = '深入贯彻党中央关于网络强国的重要思想，坚持党管互联网，着力构建网络空间命运共同体';
    expect(idsIn(text)).toEqual(idsIn(simplified));
    expect(idsIn(text)).toContain('uphold-party-governs-internet');
  });
});

describe('sets in an article', () => {
  const check = (text: string, id: string) =>
    analyse(text, plainTextBlocks(text), recogniser, sets).sets.find((set) => set.id === id);
  const states = (text: string, id: string): string | undefined =>
    check(text, id)
      ?.members.map(({ state }) => state.charAt(0))
      .join('');
  const TEN =
    '坚持党管互联网，坚持网信为民，坚持走中国特色治网之道，坚持统筹发展和安全，坚持正能量是总要求、管得住是硬道理、用得好是真本事，坚持筑牢国家网络安全屏障，坚持发挥信息化驱动引领作用，坚持依法管网、依法办网、依法上网，坚持推动构建网络空间命运共同体，坚持建设忠诚干净担当的网信工作队伍';

  test.each([
    ['announced by number and listed', `网信工作“十个坚持”：${TEN}。`, 'pppppppppp', true, true],
    ['listed without its name', `要${TEN}。`, 'pppppppppp', false, true],
    ['listed without 坚持', `十个坚持：${TEN.replaceAll('坚持', '')}。`, 'pppppppppp', true, true],
    ['in another order', `十个坚持：${TEN.split('，').reverse().join('，')}。`, 'pppppppppp', true, false],
    [
      'in traditional characters',
      '堅持黨管互聯網，堅持網信為民，堅持走中國特色治網之道',
      'pppaaaaaaa',
      false,
      true,
    ],
    ['three members on three lines', '党管互联网\n\n网信为民\n\n统筹发展和安全', 'ppapaaaaaa', false, true],
    [
      'inside sentences',
      '我们坚持党管互联网不动摇，在网信为民上用力，走好走中国特色治网之道的路。',
      'pppaaaaaaa',
      false,
      true,
    ],
  ])('the ten, %s', (_, text, expected, named, inOrder) => {
    expect(states(text, 'ten-upholds')).toBe(expected);
    expect(check(text, 'ten-upholds')).toMatchObject({ named, inOrder });
  });

  test('two members and no name are no set', () => {
    expect(check('党管互联网，网信为民', 'ten-upholds')).toBeUndefined();
  });

  test('a rewording is adapted, and has its place', () => {
    const text = '党管互联网，网信为民，打造忠诚干净担当的网信工作队伍';
    expect(check(text, 'ten-upholds')?.members.at(-1)).toEqual({
      id: 'uphold-loyal-clean-workforce',
      state: 'adapted',
      start: text.indexOf('打造'),
    });
  });

  test('the five parts with commas between them', () => {
    const text = '举旗帜、聚民心，防风险、保安全，强治理、惠民生，增动能、促发展，谋合作、图共赢';
    expect(states(text, 'five-part-mission')).toBe('ppppp');
  });

  test('elliptical members count', () => {
    expect(states('依法管网、办网、上网', 'uphold-lawful-governance')).toBe('ppp');
  });
});
