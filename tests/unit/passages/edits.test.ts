import { describe, expect, test } from 'vitest';
import { bundled, find, shown, sourceText } from '../../support/passage-engines.ts';

const engine = bundled.passages();
const economy =
  '信息化赋能经济社会高质量发展——2022年，我国数字经济规模达50.2万亿元，总量稳居世界第二，占GDP比重41.5%，数字经济日益彰显出巨大的发展潜力和无穷的创新活力，数字消费、智能制造、5G应用等数字技术不断推陈出新。';
const rule =
  '要遵循技术发展规律，做好体系化技术布局，优中选优、重点突破。要加强集中统一领导，完善金融、财税、国际贸易、人才、知识产权保护等制度环境，优化市场环境，更好释放各类创新主体创新活力。';
const conference =
  '全国网络安全和信息化工作会议7月14日至15日在京召开。中共中央政治局常委、中央书记处书记蔡奇出席会议并讲话，中共中央政治局常委、国务院副总理丁薛祥出席会议并传达了习近平重要指示。\n蔡奇在讲话中指出，习近平总书记重要指示鲜明提出网信工作的使命任务，明确“十个坚持”重要原则，并对网信工作提出要求，具有很强的政治性、战略性、指导性，为做好新时代新征程网信工作指明了方向，我们要坚决贯彻落实。';

describe('differences read like an editor’s notes', () => {
  test.each<[string, string, [string, string], [string, string, string][]]>([
    ['a figure', economy, ['50.2万亿', '50.3万亿'], [['figure', '50.3万亿元', '50.2万亿元']]],
    ['a magnitude', economy, ['50.2万亿', '50.2亿'], [['figure', '50.2亿元', '50.2万亿元']]],
    ['a percentage', economy, ['41.5%', '12.4%'], [['figure', '12.4%', '41.5%']]],
    ['a percentage rounded', economy, ['41.5%', '41%'], [['figure', '41%', '41.5%']]],
    ['a year', economy, ['2022年', '2023年'], [['figure', '2023年', '2022年']]],
    ['a date', conference, ['7月14日', '7月13日'], [['figure', '13日', '14日']]],
    ['a month and a day', conference, ['7月14日', '8月12日'], [['figure', '8月12日', '7月14日']]],
    ['a rank', economy, ['世界第二', '世界第三'], [['figure', '三', '二']]],
    ['a word replaced', rule, ['优化市场环境', '改善市场环境'], [['replaced', '改善', '优化']]],
    ['half a word replaced', rule, ['加强集中', '增强集中'], [['replaced', '增强', '加强']]],
    ['a word added', rule, ['更好释放', '更好地释放'], [['added', '地', '']]],
    ['a word left out', rule, ['各类创新主体', '创新主体'], [['dropped', '', '各类']]],
    ['a clause left out', rule, ['优化市场环境，', ''], [['dropped', '', '优化市场环境']]],
    [
      'a clause left out, with an ellipsis',
      rule,
      ['优化市场环境，', '……'],
      [['dropped', '', '优化市场环境']],
    ],
    [
      'another name for a thing',
      conference,
      ['对网信工作提出', '对网络安全和信息化工作提出'],
      [['replaced', '网络安全和信息化', '网信']],
    ],
    [
      'a clause moved',
      rule,
      ['遵循技术发展规律，做好体系化技术布局', '做好体系化技术布局，遵循技术发展规律'],
      [['moved', '遵循技术发展规律', '遵循技术发展规律']],
    ],
    ['only punctuation', rule, ['优中选优、重点突破。', '优中选优，重点突破；'], []],
    ['only quotation marks', conference, ['“十个坚持”', '「十个坚持」'], []],
    ['a sentence split', rule, ['优化市场环境，更好', '优化市场环境。更好'], []],
    ['a paragraph break', rule, ['重点突破。要', '重点突破。\n要'], []],
    ['a paragraph joined', conference, ['重要指示。\n蔡奇', '重要指示。蔡奇'], []],
  ])('%s', (_, text, [from, to], expected) => {
    expect(text).toContain(from);
    const passages = find(engine, text.replace(from, to));
    expect(passages.flatMap(({ edits }) => shown(edits))).toEqual(expected);
    expect(passages.every((p) => p.class === (p.edits.length === 0 ? 'verbatim' : 'adapted'))).toBe(true);
    expect(passages.length).toBeGreaterThan(0);
  });

  test('traditional script is not an edit', () => {
    const traditional =
      '要遵循技術發展規律，做好體系化技術佈局，優中選優、重點突破。要加強集中統一領導，完善金融、財稅、國際貿易、人才、知識產權保護等制度環境，優化市場環境，更好釋放各類創新主體創新活力。';
    expect(find(engine, traditional)).toMatchObject([
      { class: 'verbatim', source: '003', start: 0, end: traditional.length },
    ]);
  });

  test('“我们党” for “中共” and the like keep the passage', () => {
    const text =
      '蔡奇强调，中共十八大以来网信事业取得重大成就，最根本在于有习近平总书记领航掌舵，有习近平新时代中国特色社会主义思想科学指引。习近平总书记关于网络强国的重要思想，科学回答了网信事业发展的一系列重大理论和实践问题，把中共对网信工作的规律性认识提升到全新高度。';
    const [passage, ...more] = find(engine, text);
    expect(more).toEqual([]);
    expect(passage).toMatchObject({ class: 'adapted', source: '000', alsoIn: ['001'] });
    expect(shown(passage?.edits ?? [])).toEqual([
      ['replaced', '中共', '党的'],
      ['replaced', '中共', '党'],
    ]);
  });

  test('the summary of a newspaper’s text is not named in place of the text', () => {
    const [passage] = find(
      engine,
      '各级党委（党组）要加强组织领导、强化统筹协调，确保党中央关于网信工作决策部署落到实处；各级网信部门要忠于党和人民，勇于担当作为，善于开拓创新，敢于斗争亮剑，甘于拼搏奉献，为推动网信事业高质量发展提供坚强保证',
    );
    expect(sourceText('000').slice(0, passage?.sourceStart)).toMatch(/习近平强调，$/u);
  });
});
