import type { SenseCues } from './dictionary.ts';

export type Certainty = 'sure' | 'likely' | 'unclear';

/** Which meaning of a form is meant in a text, and how surely. */
export interface SenseDecision {
  readonly id: string;
  readonly certainty: Certainty;
}

/** A cue this near to a mention, in folded units, weighs {@link NEAR_WEIGHT} times as much. */
const NEAR = 40;
const NEAR_WEIGHT = 4;
/** From this many cues on, or with a cue beside the mention, a meaning that has no rival is sure. */
const ENOUGH = 3;

/**
 * Decides which meaning of a form is meant in a text by counting the cues of each,
 * those in the clauses around the mentions most. The first meaning of an entry is the
 * one in which these sources use it; where nothing speaks for any, it is given as unclear.
 *
 * Pure and stable: it depends on the folded text alone. Linear in text × cues.
 *
 * @param text the whole article, folded
 * @param forms the folded words of the mentions in it
 */
export function decideSense(
  senses: readonly SenseCues[],
  text: string,
  forms: readonly string[],
): SenseDecision | undefined {
  const [first] = senses;
  if (first === undefined) return undefined;
  const near = surroundings(text, forms);
  const scores = senses
    .map(({ id, cues }) => {
      let score = 0;
      for (const cue of cues) {
        // A cue that is part of the form itself says nothing.
        if (forms.some((form) => form.includes(cue))) continue;
        score += count(text, cue) + (NEAR_WEIGHT - 1) * count(near, cue);
      }
      return { id, score };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || best.score === 0) return { id: first.id, certainty: 'unclear' };
  const rival = second?.score ?? 0;
  if (best.score >= ENOUGH && best.score >= 4 * rival) return { id: best.id, certainty: 'sure' };
  if (best.score >= 1.5 * rival) return { id: best.id, certainty: 'likely' };
  return { id: first.id, certainty: 'unclear' };
}

/** Whether a decision says that the entry itself, in its sources' meaning, is meant or may be. */
export function isOwnSense(senses: readonly SenseCues[], decision: SenseDecision | undefined): boolean {
  return decision === undefined || decision.certainty === 'unclear' || decision.id === senses[0]?.id;
}

/** The text around every occurrence of the forms, without the forms. */
function surroundings(text: string, forms: readonly string[]): string {
  const pieces: string[] = [];
  for (const form of new Set(forms)) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      pieces.push(
        text.slice(Math.max(0, at - NEAR), at),
        text.slice(at + form.length, at + form.length + NEAR),
      );
    }
  }
  return pieces.join('\n');
}

function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found++;
  return found;
}
