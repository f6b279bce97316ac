import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { analyse, type TermSpan } from '../../../src/core/analysis.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { decideSense } from '../../../src/core/match/senses.ts';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';

const SENSES = [
  { id: 'own', cues: ['网信', '网络'] },
  { id: 'other', cues: ['统计', '宗教'] },
];

describe('which meaning is meant', () => {
  test.each([
    ['nothing speaks for any', '会议明确十个坚持', 'own', 'unclear'],
    ['a cue beside it is enough', '网信工作的十个坚持', 'own', 'sure'],
    ['one cue far away makes it likely', `网络。${'一'.repeat(80)}十个坚持`, 'own', 'likely'],
    ['another field', '统计工作十个坚持，统计数据要真实', 'other', 'sure'],
    ['another field, with our words far away', `统计十个坚持${'一'.repeat(80)}网络`, 'other', 'sure'],
    ['both alike', '统计和网络工作都讲十个坚持', 'own', 'unclear'],
    [
      'more of one than of the other',
      `网络网络网络${'一'.repeat(80)}十个坚持${'一'.repeat(80)}统计`,
      'own',
      'likely',
    ],
  ])('%s', (_, text, id, certainty) => {
    expect(decideSense(SENSES, text, ['十个坚持'])).toEqual({ id, certainty });
  });

  test('a cue inside the form itself says nothing', () => {
    expect(decideSense(SENSES, '网络十个坚持', ['网络十个坚持'])?.certainty).toBe('unclear');
  });
});

const { recogniser, knowledge } = loadBundled();
const sets = setDefinitions(knowledge.terms);
const senseIn = (text: string): TermSpan['sense'] =>
  analyse(text, plainTextBlocks(text), recogniser, sets).terms.find(({ sense }) => sense !== undefined)
    ?.sense;

describe('the bundled terms', () => {
  test.each([
    ['网信工作要牢牢把握“十个坚持”，推动网信事业高质量发展。', 'cyber'],
    ['党的百年奋斗历史经验概括为“十个坚持”，即坚持党的领导、坚持人民至上。', 'other-field'],
    ['新时代统计工作遵循“十个坚持”。统计部门要防治统计造假，用好互联网新技术。', 'other-field'],
    ['宗教工作“十个坚持”：坚持我国宗教中国化方向。', 'other-field'],
    ['贯彻总体国家安全观，做到十个坚持，维护政治安全，统筹国家安全工作。', 'other-field'],
    ['学校党委落实教育“十个坚持”，把立德树人成效作为检验教师工作的标准。', 'other-field'],
    ['中方就中东停火提出五点主张，外长同巴勒斯坦代表会谈。', 'other-field'],
    ['推进全球互联网治理体系变革的四项原则，构建网络空间命运共同体。', 'cyber'],
    ['辽阔疆域由各民族共同开拓，“四个共同”是中华民族共同体的历史。', 'other-field'],
    ['美国白宫发布《国家网络安全战略》，拜登政府表示', 'other-country'],
    ['我国颁布数据安全法、个人信息保护法、《国家网络安全战略》', 'china'],
  ])('%s: %s', (text, id) => {
    expect(senseIn(text)?.id).toBe(id);
    expect(senseIn(text)?.certainty).not.toBe('unclear');
  });

  test('a set named in another field’s meaning is not one that the article names', () => {
    const named = (text: string): boolean =>
      analyse(text, plainTextBlocks(text), recogniser, sets).sets.some(({ id }) => id === 'ten-upholds');
    expect(named('网信工作明确“十个坚持”。')).toBe(true);
    expect(named('宗教工作明确“十个坚持”。')).toBe(false);
  });

  test('the article decides, not what is around it', () => {
    const blocks = [
      { start: 0, text: '网信 网络 互联网 网络安全 网信', outside: true },
      { start: 30, text: '宗教工作“十个坚持”' },
    ];
    const text = blocks.map((block) => block.text.padEnd(30)).join('');
    const { terms } = analyse(text, blocks, recogniser, sets);
    expect(terms.at(-1)?.sense).toEqual({ id: 'other-field', certainty: 'sure' });
  });
});
