import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import type { Mention } from '../../../src/core/match/recogniser.ts';

const { recogniser } = loadBundled();

/** Mentions as “text = id”, rewordings as “text ~ id”, with what is inside them in brackets. */
function shown(text: string, depth = 1): string[] {
  const show = ({ start, end, entry, adapted, nested }: Mention, left: number): string => {
    const inner = left > 0 ? nested.map((n) => show(n, left - 1)) : [];
    const own = `${text.slice(start, end)} ${adapted ? '~' : '='} ${recogniser.matcher.id(entry)}`;
    return inner.length > 0 ? `${own} [${inner.join(', ')}]` : own;
  };
  return recogniser.recognise(text).map((mention) => show(mention, depth));
}
const outer = (text: string): string[] => shown(text, 0);

describe('one thing in all its forms', () => {
  test.each([
    ['with a hyphen', '中国-东盟信息港论坛'],
    ['with a full-width hyphen', '中国－东盟信息港论坛'],
    ['with an en dash', '中国–东盟信息港论坛'],
    ['with a box-drawing line', '中国─东盟信息港论坛'],
    ['with a double dash', '中国——东盟信息港论坛'],
    ['with a non-breaking hyphen', '中国‑东盟信息港论坛'],
    ['with a minus sign', '中国−东盟信息港论坛'],
    ['with spaces around the dash', '中国 — 东盟信息港论坛'],
    ['with none', '中国东盟信息港论坛'],
    ['in traditional characters', '中國─東盟信息港論壇'],
  ])('the name with dashes, %s', (_, text) => {
    expect(outer(text)).toEqual([`${text} = china-asean-information-harbor-forum`]);
  });

  test('with the reading after each changed character, as converters print it', () => {
    const text = '就網(wǎng)絡(luò)強(qiáng)國(guó)建設(shè)，習(xí)近平說，堅持網(wǎng)信為民（mín）。';
    expect(outer(text)).toEqual([
      '網(wǎng)絡(luò)強(qiáng)國 = cyberpower',
      '習(xí)近平 = xi-jinping',
      '堅持網(wǎng)信為民 = uphold-internet-for-people',
    ]);
    // A rule about what stands after a term looks past the reading.
    expect(outer('網(wǎng)絡(luò)強(qiáng)國(guó)家競爭激烈')).toEqual([]);
  });

  /** Lists of names put a space into those of two characters, so that they line up with the others. */
  test.each([
    [
      '出席会议的有：李希、蔡　奇、丁薛祥、韩　正。',
      ['蔡　奇 = cai-qi', '丁薛祥 = ding-xuexiang', '韩　正 = han-zheng'],
    ],
    ['中央政治局常委：蔡\u00a0奇，赵乐际', ['蔡\u00a0奇 = cai-qi', '赵乐际 = zhao-leji']],
    [
      '中共中央书记处书记：　蔡  奇　石泰峰　李书磊',
      ['蔡  奇 = cai-qi', '石泰峰 = shi-taifeng', '李书磊 = li-shulei'],
    ],
    ['蔡　奇', ['蔡　奇 = cai-qi']],
    ['出席：王沪宁　韩　正　王　岐', ['王沪宁 = wang-huning', '韩　正 = han-zheng']],
    ['国家网信办副主任王　崧、王京涛', ['王　崧 = wang-song', '王京涛 = wang-jingtao']],
  ])('a name with a space in it: %s', (text, expected) => {
    expect(outer(text).filter((mention) => expected.includes(mention))).toEqual(expected);
  });

  test.each([
    ['汪 洋 大 海'],
    ['中央书记处工人汪　洋'],
    ['中央书记处：一片　汪　洋　大海'],
    ['中央政治局常委汪、洋两字'],
    ['中央政治局会议，蔡　奇迹般地好了'],
    ['国务院副总理说大蔡　奇、小蔡'],
    ['出席的有中央政治局常委蔡,奇、韩；正、王崧'],
  ])('no name with a space in it: %s', (text) => {
    expect(outer(text).filter((mention) => /^(?:蔡|汪|韩).奇?/u.test(mention))).toEqual([]);
  });

  test.each([
    ['“十个坚持”'],
    ['「十个坚持」'],
    ['『十个坚持』'],
    ['‘十个坚持’'],
    ['"十个坚持"'],
    ['＂十个坚持＂'],
    ['〝十个坚持〞'],
    ['«十个坚持»'],
    ['《十个坚持》'],
    ['（十个坚持）'],
    ['十个坚持'],
  ])('a quoted set: %s', (text) => {
    expect(outer(text)).toEqual(['十个坚持 = ten-upholds']);
  });

  test.each([
    ['“十四五”规划'],
    ['‘十四五’规划'],
    ['「十四五」规划'],
    ['「十四五」規劃'],
    ['"十四五"规划'],
    ['十四五规划'],
    ['“十四五” 规划'],
  ])('a form with quotation marks of its own: %s', (text) => {
    expect(outer(text)).toEqual([`${text} = fourteenth-five-year-plan`]);
  });

  test.each([
    ['10个坚持', '10个坚持'],
    ['１０个坚持', '１０个坚持'],
    ['10 个坚持', '10 个坚持'],
    ['十個堅持', '十個堅持'],
    ['十\u200b个\u00ad坚持', '十\u200b个\u00ad坚持'],
    ['十个\n坚持', '十个\n坚持'],
    ['十个坚\ufe00持', '十个坚\ufe00持'],
  ])('a number formula: %j', (text, form) => {
    expect(outer(text)).toEqual([`${form} = ten-upholds`]);
  });

  test.each([
    ['百个坚持'],
    ['一〇个坚持'],
    ['十 一个坚持'],
    ['110个坚持'],
    ['第十个坚持'],
    ['第10个坚持'],
    ['几十个坚持'],
    ['十个，坚持'],
    ['十个”坚持'],
    ['十个　坚持'],
  ])('not a number formula: %s', (text) => {
    expect(outer(text)).toEqual([]);
  });

  test.each([
    ['礼赞新时代 建功新征程'],
    ['礼赞新时代　建功新征程'],
    ['礼赞新时代，建功新征程'],
    ['礼赞新时代建功新征程'],
    ['礼赞新时代\n建功新征程'],
  ])('a name with a space of its own: %j', (text) => {
    expect(outer(text)).toEqual([`${text} = new-era-new-journey-tour`]);
  });

  test('U+3000 is a clause mark elsewhere', () => {
    expect(outer('建设数字中国　建设网络强国')).toEqual([
      '数字中国 = digital-china',
      '网络强国 = cyberpower',
    ]);
  });

  test.each([
    ['坚持依法管网、依法办网、依法上网'],
    ['坚持依法管网，依法办网，依法上网'],
    ['依法管网 依法办网 依法上网'],
    ['依法管网依法办网依法上网'],
    ['依法管網、依法辦網、依法上網'],
    ['依法管网办网上网'],
    ['依法管网、办网、上网'],
    ['依法 管网 、 依法 办网 、 依法 上网'],
  ])('a formulation’s own separators may vary or be missing: %s', (text) => {
    expect(shown(text)[0]).toMatch(
      /= uphold-lawful-governance \[.*= lawful-control, .*= lawful-operation, .*= lawful-use\]$/u,
    );
  });

  test.each([
    ['App违法违规收集使用个人信息专项治理'],
    ['APP违法违规收集使用个人信息专项治理'],
    ['Ａｐｐ违法违规收集使用个人信息专项治理'],
    ['App 违法违规收集使用个人信息专项治理'],
    ['App 违法 违规 收集 使用 个人 信息 专项 治理'],
  ])('Latin letters beside characters: %s', (text) => {
    expect(outer(text)).toEqual([`${text} = app-privacy-campaign`]);
  });

  test('word-segmented text, beside digits and quotation marks too', () => {
    expect(outer('要 以 “ 一带 一路 ” 建设 等 为 契机 ， 建设 21 世纪 数字 丝绸之路 。')).toEqual([
      '一带 一路 = belt-and-road',
      '21 世纪 数字 丝绸之路 = digital-silk-road',
    ]);
  });

  test('the spaces of word-segmented text say where words end', () => {
    const text = '会议 期间 ， 中 韩 正在 就 合作 进行 会谈 ， 国家 副主席 韩正 出席 会议 。';
    expect(outer(text)).toEqual(['韩正 = han-zheng']);
  });
});

describe('elliptical, adapted and joined forms', () => {
  test.each([
    [
      '党管互联网，网信为民',
      [
        '党管互联网 = uphold-party-governs-internet [互联网 = internet]',
        '网信为民 = uphold-internet-for-people [网信 = cybersecurity-and-informatisation]',
      ],
    ],
    [
      '二十届二中、三中全会',
      ['二十届二中、三中全会 = plenums-20-2-and-20-3 [二十届二中 = plenum-20-2, 三中全会 = plenum-20-3]'],
    ],
    [
      '党的二十届二中全会和三中全会',
      [
        '党的二十届二中全会和三中全会 = plenums-20-2-and-20-3 [党的二十届二中全会 = plenum-20-2, 三中全会 = plenum-20-3]',
      ],
    ],
    ['县一中召开三中全会', []],
    [
      '党的十八大、十九大、二十大',
      ['党的十八大 = party-congress-18', '十九大 = party-congress-19', '二十大 = party-congress-20'],
    ],
    [
      '打造忠诚干净担当的网信工作队伍',
      [
        '打造忠诚干净担当的网信工作队伍 ~ uphold-loyal-clean-workforce [网信 = cybersecurity-and-informatisation]',
      ],
    ],
    [
      '建设一支忠诚干净担当的网信铁军',
      ['忠诚干净担当的网信铁军 ~ uphold-loyal-clean-workforce [网信 = cybersecurity-and-informatisation]'],
    ],
    ['谋合作、图共赢', ['谋合作、图共赢 = cooperate-and-win']],
    [
      '《网络安全法》《数据安全法》',
      [
        '网络安全法 = cybersecurity-law [网络安全 = cybersecurity]',
        '数据安全法 = data-security-law [数据安全 = data-security]',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});
