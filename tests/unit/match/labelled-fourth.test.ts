import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { analyse, type TermSpan } from '../../../src/core/analysis.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { knownIds, labelledSet, type LabelledText } from '../../support/labelled.ts';
import { printScores } from '../../support/print-scores.ts';
import { scoreTexts, share } from '../../support/score-labels.ts';

/**
 * What is held: the targets of an unseen set where they are reached. This one has been seen since its
 * first run (docs/recognition-evaluation.md).
 */
const HELD = { coreRecall: 0.98, recall: 0.95, precision: 0.98, kind: 0.98, trapHits: 0 } as const;

const texts = labelledSet('unseen-4');

/** By their numbers, the texts in which near misses were placed on purpose. */
const TEMPTING = new Set('05 06 07 13 15 17 24 27 28 29 30 32 34 37 40'.split(' '));
const ordinary = texts.filter(
  ({ name }) => !TEMPTING.has(name.slice('unseen-4/'.length, 'unseen-4/'.length + 2)),
);

describe('the fourth unseen set', () => {
  test('is as large as a judgement needs, and most of its texts tempt nobody', () => {
    expect(texts).toHaveLength(40);
    const characters = texts.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
    expect(characters).toBeGreaterThanOrEqual(30_000);
    const judged = texts.flatMap(({ labels }) => labels.filter(({ optional }) => !optional));
    expect(judged.length).toBeGreaterThanOrEqual(900);
    expect(judged.filter(({ adapted }) => adapted).length).toBeGreaterThanOrEqual(25);
    const traps = texts.flatMap((text) => text.traps);
    expect(traps.length).toBeGreaterThanOrEqual(50);
    expect(traps.length).toBeLessThanOrEqual(80);
    expect(ordinary).toHaveLength(25);
    // Those that came about by themselves: 国务院新闻办公室, 清朗的网络空间, 区教育部门.
    expect(ordinary.flatMap((text) => text.traps)).toHaveLength(5);
  });

  test('names only entries that were there when it was labelled, and a sense where there is a choice', () => {
    const senses = new Map(loadSeeds().entries.map((entry) => [entry.id, entry.senses.map(({ id }) => id)]));
    const known = knownIds('unseen-4');
    const marks = texts.flatMap(({ name, labels, traps }) =>
      [...labels, ...traps].map(({ id }) => ({ name, id })),
    );
    expect(marks.filter(({ id }) => !known.has(id) || !senses.has(id))).toEqual([]);
    const ofSense = texts.flatMap(({ name, labels }) => labels.map(({ id, sense }) => ({ name, id, sense })));
    const wrong = ofSense.filter(({ id, sense }) => {
      const choice = senses.get(id) ?? [];
      return choice.length === 0 ? sense !== null : sense === null || !choice.includes(sense);
    });
    expect(wrong).toEqual([]);
  });

  test('its scores, of all texts and of the ordinary ones', () => {
    const { recogniser, knowledge } = loadBundled();
    const sets = setDefinitions(knowledge.terms);
    const facts = new Map(knowledge.terms.map(({ id, kind, weight }) => [id, { kind, weight }]));
    const find = ({ text, blocks }: LabelledText): readonly TermSpan[] =>
      analyse(text, blocks, recogniser, sets).terms;
    const known = knownIds('unseen-4');

    printScores('unseen-4, the ordinary texts', scoreTexts(ordinary, find, facts, known));
    const scores = scoreTexts(texts, find, facts, known);
    printScores('unseen-4', scores);
    for (const measure of ['coreRecall', 'recall', 'precision', 'kind'] as const) {
      expect.soft(share(scores[measure]), measure).toBeGreaterThanOrEqual(HELD[measure]);
    }
    expect.soft(scores.trapHits.length, 'trap hits').toBeLessThanOrEqual(HELD.trapHits);
  });
});
