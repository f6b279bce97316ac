import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundPassage } from '../../src/core/passages/report.ts';
import type { PassageEngine } from '../../src/core/passages/engine.ts';
import { plainTextBlocks } from '../../src/core/text/blocks.ts';
import { PROJECT } from './paths.ts';

/** A text, and exactly which of its characters are copied from where. */
export interface LabelledPassage {
  /** Number and kind, with the number of edits a sentence. */
  readonly name: string;
  readonly text: string;
  readonly source: string | null;
  /** Stretches: start in the text, start in the source, length; UTF-16 units. */
  readonly copied: readonly (readonly [start: number, sourceStart: number, length: number])[];
}

export function loadLabelled(): LabelledPassage[] {
  return JSON.parse(
    readFileSync(join(PROJECT, 'tests/fixtures/passages/passages.json'), 'utf8'),
  ) as LabelledPassage[];
}

/** Every third passage was set aside before anything was tuned. */
export function isUnseen({ name }: LabelledPassage): boolean {
  return Number(name.slice(0, 3)) % 3 === 0;
}

export interface Score {
  copied: number;
  claimed: number;
  right: number;
}

/**
 * Compares what was found with the labels, character by character; punctuation and
 * white space are not counted. A claimed character is right where it is copied and
 * the source says the same around the place claimed (a text may say a thing twice).
 */
function scoreOf(passage: LabelledPassage, found: readonly FoundPassage[], { index }: PassageEngine): Score {
  const page = index.skeletons.of(passage.text);
  const label = new Map<number, number>();
  for (const [start, sourceStart, length] of passage.copied) {
    for (let i = 0; i < length; i++) label.set(start + i, sourceStart + i);
  }
  const skeletons = new Map(index.sources.map(({ id, text }) => [id, index.skeletons.of(text)]));
  const around = (id: string, raw: number): string => {
    const skeleton = skeletons.get(id);
    if (skeleton === undefined) return '';
    let at = 1;
    while (at < skeleton.length && skeleton.origins.rawAt(at) < raw) at++;
    return String.fromCharCode(...skeleton.units.subarray(Math.max(1, at - 2), at + 3));
  };
  const claims = new Map<number, [source: string, raw: number]>();
  for (const { source, same } of found) {
    const skeleton = skeletons.get(source);
    if (skeleton === undefined) continue;
    for (const { start, end, sourceStart } of same) {
      let place = 1;
      while (place < skeleton.length && skeleton.origins.rawAt(place) < sourceStart) place++;
      for (let i = 1; i <= page.length; i++) {
        const raw = page.origins.rawAt(i);
        if (raw >= start && raw < end) claims.set(raw, [source, skeleton.origins.rawAt(place++)]);
      }
    }
  }
  const score: Score = { copied: 0, claimed: claims.size, right: 0 };
  for (let i = 1; i <= page.length; i++) {
    const raw = page.origins.rawAt(i);
    const from = label.get(raw);
    if (from !== undefined) score.copied++;
    const claim = claims.get(raw);
    if (from === undefined || claim === undefined || passage.source === null) continue;
    const exact = claim[0] === passage.source && claim[1] === from;
    if (exact || around(claim[0], claim[1]) === around(passage.source, from)) score.right++;
  }
  return score;
}

/** Finds and scores one passage. */
export function judge(engine: PassageEngine, passage: LabelledPassage): Score {
  return scoreOf(passage, engine.find(passage.text, plainTextBlocks(passage.text)), engine);
}
