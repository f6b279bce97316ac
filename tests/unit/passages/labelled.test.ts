import { describe, expect, test } from 'vitest';
import { isUnseen, judge, loadLabelled } from '../../support/labelled-passages.ts';
import { bundled } from '../../support/passage-engines.ts';

const engine = bundled.passages();
const all = loadLabelled();

describe('labelled passages', () => {
  test('are at least 150, a third of them unseen, of every kind', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(all.filter(isUnseen).length).toBeGreaterThanOrEqual(Math.floor(all.length / 3));
    expect(new Set(all.map(({ name }) => name.split(' ')[1])).size).toBe(17);
  });

  test('every label is the source’s own text', () => {
    const fold = (text: string): string => {
      const { units, length } = engine.index.skeletons.of(text);
      return String.fromCharCode(...units.subarray(1, length + 1));
    };
    const texts = new Map(engine.index.sources.map(({ id, text }) => [id, text]));
    for (const { name, text, source, copied } of all) {
      for (const [start, sourceStart, length] of copied) {
        const copy = text.slice(start, start + length);
        const original = texts.get(source ?? '')?.slice(sourceStart, sourceStart + length) ?? '';
        expect(fold(copy).replace('.', ''), name).toBe(fold(original).replace('.', ''));
      }
    }
  });

  test.each([
    ['seen', all.filter((p) => !isUnseen(p))],
    ['unseen', all.filter(isUnseen)],
  ])('%s: recall and precision by character at least 0.97', (_, passages) => {
    const sum = { copied: 0, claimed: 0, right: 0 };
    for (const passage of passages) {
      const { copied, claimed, right } = judge(engine, passage);
      sum.copied += copied;
      sum.claimed += claimed;
      sum.right += right;
    }
    expect(sum.right / sum.copied).toBeGreaterThanOrEqual(0.97);
    expect(sum.right / sum.claimed).toBeGreaterThanOrEqual(0.97);
  });

  test.each(all.filter(({ source }) => source === null).map((p) => [p.name, p] as const))(
    '%s: no passage is claimed',
    (_, passage) => {
      expect(judge(engine, passage).claimed).toBe(0);
    },
  );
});
