import type { Passage } from '../analysis.ts';
import type { FoundPassage } from './report.ts';

/** A passage as `Analysis` has it, without the stretches that are the same. */
export function plainPassage({ same: _, ...passage }: FoundPassage): Passage {
  return passage;
}
