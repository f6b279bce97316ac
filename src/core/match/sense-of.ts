import type { Recogniser } from './recogniser.ts';
import { decideSense, type SenseDecision } from './senses.ts';

/**
 * Which meaning is meant where the entry's form has several: undefined where it has one.
 *
 * @param article the folded text of the whole article ({@link Recogniser.fold})
 * @param words the raw words of the entry's mentions in it
 */
export function senseOf(
  entry: number,
  recogniser: Recogniser,
  article: string,
  words: readonly string[],
): SenseDecision | undefined {
  const senses = recogniser.matcher.senses(entry);
  if (senses.length === 0) return undefined;
  return decideSense(
    senses,
    article,
    words.map((raw) => recogniser.fold(raw)),
  );
}
