import { describe, expect, test } from 'vitest';
import { checkKnowledge, type Trap } from '../../../src/core/knowledge/check.ts';
import { parseEntries, type Entry } from '../../../src/core/knowledge/parse.ts';
import { describeProblem } from '../../../src/core/knowledge/problem.ts';
import { parseSource, type Source } from '../../../src/core/knowledge/source.ts';

function sourceText(id: string, body: string): string {
  return `---
id: '${id}'
title: 题
publisher: p
dateline: null
published: '2023-07'
byline: null
url: null
part_of: null
original: o
sha256: '${'0'.repeat(64)}'
inferred: []
---
${body}
`;
}

const SOURCE = parseSource(
  'seeds/sources/009.txt',
  sourceText('009', '明确“十个坚持”重要原则，坚持党管互联网，推进网络强国建设。\n李克强主持会议。'),
) as Source;

/** A sound entry; tests break one thing in it. Line numbers count from its first line. */
const SOUND = `- id: cyberpower
  weight: core
  zh: 网络强国
  pinyin: wǎngluò qiángguó
  en: cyberpower
  enSource: own
  gloss: { zh: 释义。, en: Gloss. }
  evidence:
    - source: '009'
      quote: 推进网络强国建设
`;

const SET = `- id: ten
  weight: core
  zh: 十个坚持
  pinyin: shí gè jiānchí
  en: Ten
  enSource: own
  gloss: { zh: 释义。, en: Gloss. }
  members: [first]
  evidence:
    - source: '009'
      quote: 明确“十个坚持”重要原则
- id: first
  weight: core
  zh: 坚持党管互联网
  variants: ['[坚持]党管互联网']
  pinyin: jiānchí dǎng guǎn hùliánwǎng
  en: First
  enSource: own
  gloss: { zh: 释义。, en: Gloss. }
  memberOf: [ten]
  evidence:
    - source: '009'
      quote: 坚持党管互联网
`;

function problemsOf(yaml: string, file = 'seeds/terms/principle.yaml', traps: Trap[] = []): string[] {
  const { entries, problems } = parseEntries(file, yaml);
  return [...problems, ...checkKnowledge(entries, [SOURCE], traps)].map(describeProblem);
}

describe('the knowledge check', () => {
  test('passes sound entries', () => {
    expect(problemsOf(SOUND + SET)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['a file that is not YAML', SOUND.replace('id: cyberpower', 'id: [cyber'), 'principle.yaml:2: '],
    [
      'an entry without a field',
      SOUND.replace('  en: cyberpower\n', ''),
      'principle.yaml:1: cyberpower: en: ',
    ],
    [
      'an unknown field',
      SOUND.replace('enSource: own', 'enSource: own\n  colour: red'),
      'principle.yaml:7: cyberpower: colour: ',
    ],
    [
      'a field of the wrong type',
      SOUND.replace('weight: core', 'weight: heavy'),
      'principle.yaml:2: cyberpower: weight: ',
    ],
    [
      'a missing gloss language',
      SOUND.replace(', en: Gloss.', ''),
      'principle.yaml:7: cyberpower: gloss.en: ',
    ],
    [
      'a quotation altered by one character',
      SOUND.replace('推进网络强国建设', '推动网络强国建设'),
      'principle.yaml:10: cyberpower: the quotation does not stand in source 009: 推动网络强国建设',
    ],
    [
      'a quotation without the term',
      SOUND.replace('推进网络强国建设', '李克强主持会议'),
      'principle.yaml:10: cyberpower: the quotation does not contain the term',
    ],
    [
      'a quotation across paragraphs',
      SOUND.replace('推进网络强国建设', '推进网络强国建设。李克强'),
      'principle.yaml:10: cyberpower: the quotation does not stand',
    ],
    [
      'a source that is not there',
      SOUND.replace("'009'", "'010'"),
      'principle.yaml:9: cyberpower: there is no source “010”',
    ],
    [
      'an id used twice',
      SOUND +
        SOUND.replace('zh: 网络强国', 'zh: 强国建设')
          .replace('推进网络', '网络')
          .replace('wǎngluò qiángguó', 'qiángguó jiànshè'),
      'principle.yaml:11: cyberpower: this id is taken (seeds/terms/principle.yaml:1)',
    ],
    [
      'an id that is not kebab-case',
      SOUND.replace('id: cyberpower', 'id: Cyber_Power'),
      'principle.yaml:1: Cyber_Power: id: must be kebab-case',
    ],
    [
      'a link to nothing',
      SET.replace('[first]', '[first, second]'),
      'principle.yaml:8: ten: members: there is no entry “second”',
    ],
    [
      'a link in one direction only',
      SET.replace('  memberOf: [ten]\n', ''),
      'principle.yaml:8: ten: members: “first” does not name it under memberOf',
    ],
    [
      'members both listed and not',
      SET.replace('members: [first]', 'members: [first]\n  membersListed: false'),
      'principle.yaml:9: ten: says that its members are listed nowhere',
    ],
    [
      'a term that is in no source',
      SOUND.replace('zh: 网络强国', "zh: 网络大国\n  variants: ['网络巨国']").replace(
        '推进网络强国建设',
        '李克强主持会议',
      ),
      'principle.yaml:3: cyberpower: “网络大国” is recognised in none',
    ],
    [
      'two entries with one form',
      SOUND + SOUND.replace('id: cyberpower', 'id: other'),
      'principle.yaml:11: other: the form “网络强国” is also one of “cyberpower”',
    ],
    [
      'a broken pattern',
      SOUND.replace('zh: 网络强国', "zh: 网络强国\n  variants: ['[网络强国']"),
      'principle.yaml:4: cyberpower: pattern “[网络强国”: “[” is never closed',
    ],
    [
      'too few syllables',
      SOUND.replace('wǎngluò qiángguó', 'wǎngluò qiáng'),
      'principle.yaml:4: cyberpower: pinyin: 3 syllables for 4 characters',
    ],
    [
      'pinyin that is none',
      SOUND.replace('wǎngluò', 'wǎngxluò'),
      'principle.yaml:4: cyberpower: pinyin: “wǎngxluò” is not made of syllables',
    ],
    [
      'pinyin without its apostrophe',
      SOUND.replace('wǎngluò qiángguó', 'wǎngluò zhuōèr'),
      'principle.yaml:4: cyberpower: pinyin: “zhuōèr” lacks an apostrophe',
    ],
    [
      'a risky entry without rule or trap',
      SOUND.replace('enSource: own', 'enSource: own\n  risky: true'),
      'principle.yaml:7: cyberpower: is risky',
    ],
    [
      'a Chinese gloss without Chinese',
      SOUND.replace('zh: 释义。', 'zh: gloss'),
      'principle.yaml:7: cyberpower: gloss.zh: is not in Chinese: gloss',
    ],
    [
      'an English gloss in Chinese',
      SOUND.replace('en: Gloss.', 'en: 网信（wx）是简称'),
      'principle.yaml:7: cyberpower: gloss.en: is not in English: ',
    ],
    [
      'a meeting that is none',
      SOUND.replace('建设\n', '建设\n      saidWhere: ten\n') + SET,
      'principle.yaml:11: cyberpower: saidWhere: there is no meeting “ten”',
    ],
    [
      'a date that is none',
      SOUND.replace('建设\n', "建设\n      saidAt: '2023-7'\n"),
      'principle.yaml:11: cyberpower: evidence.0.saidAt: must be a date',
    ],
    [
      'a member named twice',
      SET.replace('[first]', '[first, first]'),
      'principle.yaml:8: ten: members: the same id twice',
    ],
    [
      'rewordings of what has no surface',
      SOUND.replace('enSource: own', "enSource: own\n  surface: false\n  adapted: ['网络强国']"),
      'principle.yaml:8: cyberpower: an entry without a surface has no rewordings either',
    ],
    [
      'a later wording that does not name the earlier one',
      SET.replace('members: [first]', 'members: [first]\n  later: [first]'),
      'principle.yaml:9: ten: later: “first” does not name it under earlier',
    ],
    [
      'a sense without cues',
      SOUND.replace(
        'enSource: own',
        'enSource: own\n  senses:\n    - id: s\n      cues: []\n      gloss: { zh: 义, en: S }',
      ),
      'principle.yaml:9: cyberpower: senses.0.cues: needs at least one cue',
    ],
    [
      'an entry without a quotation',
      SOUND.replace(/ {2}evidence:[^]*/u, '  evidence: []\n'),
      'principle.yaml:8: cyberpower: evidence: needs at least one quotation',
    ],
    [
      'a speaker who is no person',
      SOUND.replace('建设\n', '建设\n      saidBy: ten\n') + SET,
      'principle.yaml:11: cyberpower: saidBy: there is no person “ten”',
    ],
  ])('reports %s with file, line and reason', (_, yaml, expected) => {
    expect(
      problemsOf(yaml).some((problem) => problem.startsWith(`seeds/terms/${expected}`)),
      problemsOf(yaml).join('\n'),
    ).toBe(true);
  });

  test('reports a core entry for each source that has it and is not quoted', () => {
    const later = { ...SOURCE, id: '010', published: '2025-01' };
    const { entries } = parseEntries('seeds/terms/principle.yaml', SOUND);
    const common = parseEntries(
      'seeds/terms/principle.yaml',
      SOUND.replace('weight: core', 'weight: common'),
    );
    expect(checkKnowledge(entries, [SOURCE, later]).map(describeProblem)).toEqual([
      'seeds/terms/principle.yaml:8: cyberpower: is core and stands in source 010, which is not quoted',
    ]);
    expect(checkKnowledge(common.entries, [SOURCE, later])).toEqual([]);
  });

  test('a quotation from the text that another repeats is enough', () => {
    const [first, second] = [
      { ...SOURCE, id: '000' },
      { ...SOURCE, id: '001' },
    ];
    const { entries } = parseEntries('seeds/terms/principle.yaml', SOUND.replace("'009'", "'000'"));
    expect(checkKnowledge(entries, [first, second])).toEqual([]);
  });

  test('an entry whose source has only a rewording of it need not quote that', () => {
    const reworded = SOUND.replace('zh: 网络强国', "zh: 网络强国建设\n  adapted: ['网络强国事业']").replace(
      'wǎngluò qiángguó',
      'wǎngluò qiángguó jiànshè',
    );
    const other = parseSource('seeds/sources/010.txt', sourceText('010', '推进网络强国事业。')) as Source;
    const { entries } = parseEntries('seeds/terms/principle.yaml', reworded);
    expect(checkKnowledge(entries, [SOURCE, other])).toEqual([]);
  });

  test('a trap test stands in for a boundary rule', () => {
    const risky = SOUND.replace('enSource: own', 'enSource: own\n  risky: true');
    expect(problemsOf(risky, undefined, [{ sentence: '网络强国语', not: 'cyberpower' }])).toEqual([]);
  });

  test('reports a file that is not named after a kind', () => {
    expect(problemsOf(SOUND, 'seeds/terms/slogans.yaml')[0]).toContain(
      'slogans.yaml:1: is not named after a kind',
    );
  });

  test('an entry knows the line of each of its parts', () => {
    const [, , first] = parseEntries('seeds/terms/principle.yaml', SOUND + SET).entries as [
      Entry,
      Entry,
      Entry,
    ];
    expect(first.id).toBe('first');
    expect([first.lineOf(), first.lineOf('zh'), first.lineOf('evidence', 0, 'quote')]).toEqual([22, 24, 33]);
  });
});
