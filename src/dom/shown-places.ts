import type { Mention } from '../core/match/recogniser.ts';
import { PageMention } from './page-mention.ts';
import type { Run } from './runs.ts';

/** Where a mention stands in the text of its run, in UTF-16 units. */
export interface InRun {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the reader does not want a mention marked. Where it stands is asked for only if it matters. */
export type Objected = (mention: Mention, where: () => InRun) => boolean;

/**
 * A run's places without those that the reader objected to; what lies inside one
 * of these takes its place.
 * @param hidden receives what was left out
 */
export function shownPlaces(
  places: readonly PageMention[],
  run: Run,
  objected: Objected,
  hidden: Mention[],
): readonly PageMention[] {
  const shown: PageMention[] = [];
  const add = (place: PageMention): void => {
    const { mention } = place;
    const start = (): number => (run.starts[run.nodes.indexOf(place.startNode)] ?? 0) + place.startOffset;
    const where = (inner: Mention): InRun => {
      const from = start() + inner.start - mention.start;
      return { text: run.text, start: from, end: from + inner.end - inner.start };
    };
    const isObjected = (inner: Mention): boolean => objected(inner, () => where(inner));
    if (!isObjected(mention)) {
      const inside = mention.nested.filter((inner) => !isObjected(inner));
      if (inside.length === mention.nested.length) shown.push(place);
      else {
        hidden.push(...mention.nested.filter((inner) => !inside.includes(inner)));
        shown.push(new PageMention({ ...mention, nested: inside }, run, where(mention)));
      }
      return;
    }
    hidden.push(mention);
    for (const inner of mention.nested) {
      add(new PageMention(inner, run, where(inner)));
    }
  };
  places.forEach(add);
  return shown;
}

/** Where a place of a block stands in the text of its run; undefined where the block has changed. */
export function placeInRun(
  runs: readonly Run[],
  { startContainer, startOffset, endContainer, endOffset }: AbstractRange,
): InRun | undefined {
  for (const run of runs) {
    const first = run.nodes.indexOf(startContainer as Text);
    const last = run.nodes.indexOf(endContainer as Text);
    if (first < 0 || last < 0) continue;
    return {
      text: run.text,
      start: (run.starts[first] ?? 0) + startOffset,
      end: (run.starts[last] ?? 0) + endOffset,
    };
  }
  return undefined;
}
