import type { Block } from '../text/blocks.ts';
import { Clusters } from './clusters.ts';
import type { Passage } from './passage.ts';
import { Report, type FoundPassage } from './report.ts';
import { Scan } from './scan.ts';
import { choose } from './choose.ts';
import { segmentsOf } from './chain.ts';
import type { SourceIndex } from './source-index.ts';
import { Cohesion } from './words.ts';

/** How many page units are looked up, or clusters reported, between two pauses. */
const SLICE = 20_000;
const CLUSTER_SLICE = 500;

/**
 * Finds the passages that a page shares with a set of sources.
 *
 * Seed, chain, extend: exact matches from the k-gram index are grouped by nearness,
 * the best group of each stretch of the page is chosen, its gaps are aligned
 * character by character, and what formulations and names explain is discounted.
 */
export class PassageEngine {
  readonly index: SourceIndex;
  readonly cohesion = new Cohesion();

  constructor(index: SourceIndex) {
    this.index = index;
    this.cohesion.add(index.units);
  }

  /** The passages of a text given as blocks, by start; none overlap. */
  find(text: string, blocks: readonly Block[]): FoundPassage[] {
    const steps = this.steps(text, blocks);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in steps of a few milliseconds, for whoever must not block. */
  *steps(text: string, blocks: readonly Block[]): Generator<void, FoundPassage[], void> {
    const page = this.index.skeletons.of(text);
    yield;
    const clusters = new Clusters(this.index, page);
    const scan = new Scan(this.index, page, clusters);
    for (let until = SLICE; !scan.run(until); until += SLICE) yield;
    yield;
    const chosen = choose(this.index, clusters);
    yield;
    const starts = page.origins.unitsFrom(blocks.map(({ start }) => start));
    const report = new Report(this, page, text, starts, clusters);
    const found: FoundPassage[] = [];
    let low = 1;
    for (let i = 0; i < chosen.length; i++) {
      const choice = chosen[i]!;
      const next = Math.min(chosen[i + 1]?.start ?? page.length + 1, page.length + 1);
      const high = Math.max(next, choice.end);
      for (const segment of segmentsOf(this.index, page, clusters, choice, low, high)) {
        const passages = report.passagesOf(segment, choice.others);
        for (const passage of passages) found.push(passage);
        const last = segment.runs.at(-1);
        if (passages.length > 0 && last !== undefined) low = Math.max(low, last.page + last.length);
      }
      if (i % CLUSTER_SLICE === CLUSTER_SLICE - 1) yield;
    }
    return found;
  }
}

/** A passage as `Analysis` has it, without the stretches that are the same. */
export function plainPassage({ same: _, ...passage }: FoundPassage): Passage {
  return passage;
}
