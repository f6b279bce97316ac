import { setDefinitions } from '../../src/core/knowledge/knowledge.ts';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { PassageEngine } from '../../src/core/passages/engine.ts';
import { formulationsIn } from '../../src/core/passages/known.ts';
import { analysisSteps } from '../../src/core/passages/page-analysis.ts';
import { SourceIndex } from '../../src/core/passages/source-index.ts';
import { sourceLine } from '../../src/core/passages/source-line.ts';
import { sourceTextOf } from '../../src/core/passages/source-text.ts';
import { analyse, type TermSpan } from '../../src/core/analysis.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { plainTextBlocks } from '../../src/core/text/blocks.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';
import { bundledSources } from '../../src/generated/sources.ts';
import type { Tally } from '../../src/protocol/messages.ts';
import type { PageData } from '../../src/ui/panel/this-page/page-data.ts';

const recogniser = new Recogniser(matcherFromText(MATCHER_TEXT, NAMES_TEXT));
const engine = new PassageEngine(
  new SourceIndex(bundledSources().map(sourceTextOf), buildFoldTable(), formulationsIn(recogniser)),
);
const sets = setDefinitions(bundledKnowledge().terms);

/** What a page with this text, a paragraph a line, tells the panel. */
export function pageDataOf(text: string): PageData {
  const steps = analysisSteps({ engine, recogniser, sets }, text.split('\n'));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const tallies = new Map<string, Tally>();
  let ordinal = 0;
  const count = ({ id, kind, nested }: TermSpan, outermost: boolean): void => {
    const known = tallies.get(id) ?? { id, kind, count: 0, first: ordinal };
    if (outermost) known.count++;
    tallies.set(id, known);
    ordinal++;
    for (const inner of nested) count(inner, false);
  };
  for (const term of analyse(text, plainTextBlocks(text), recogniser, sets).terms) count(term, true);
  const sources = bundledSources().map(sourceLine);
  return {
    passages: { state: 'done', text, found: { state: 'done', cut: false, ...step.value, sources } },
    frames: [
      {
        frameId: 0,
        address: 'https://www.4hou.com/posts/3rEA',
        on: true,
        count: [...tallies.values()].reduce((sum, tally) => sum + tally.count, 0),
        tallies: [...tallies.values()],
      },
    ],
  };
}

/** The clean text of a source. */
export function cleanText(id: string): string {
  return bundledSources().find((source) => source.id === id)?.text ?? '';
}

/** A report that lists eight of the ten, inside a passage in which a figure and some words differ. */
export function reportOfEight(): string {
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
  const section = cleanText('002b');
  const figures = section.split('\n').find((line) => line.includes('50.2万亿')) ?? '';
  return [
    '网络安全和信息化工作综述',
    `会议明确“十个坚持”重要原则：${members.join('，')}。与会代表认为，要牢记“六个更加”工作法，再上台阶。`,
    figures.replace('50.2万亿', '50.3万亿').replace('发展', '提升'),
    '记者在基层采访时看到，村里的老人已经习惯用手机挂号买药，孩子们在家就能上外地老师的课。',
  ].join('\n');
}
