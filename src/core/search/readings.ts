import { syllableNumber } from '../knowledge/lookup/syllables.ts';
import { pinyinSyllables } from '../knowledge/pinyin.ts';

/** By a syllable's number: the characters that may be read so. */
export type Readings = ReadonlyMap<number, readonly string[]>;

/**
 * How characters are read, learnt from terms whose pinyin was checked by hand: as
 * many syllables as Han characters, one after the other. A character in none of
 * them is found as it is written only.
 */
export function learnReadings(terms: Iterable<{ readonly zh: string; readonly pinyin: string }>): Readings {
  const readings = new Map<number, Set<string>>();
  for (const { zh, pinyin } of terms) {
    const syllables = pinyinSyllables(pinyin);
    const characters = zh.match(/\p{Script=Han}/gu) ?? [];
    if (typeof syllables === 'string' || syllables.length !== characters.length) continue;
    characters.forEach((character, i) => {
      const number = syllableNumber(syllables[i] ?? '');
      if (number === 0 || character.length !== 1) return;
      const known = readings.get(number);
      if (known === undefined) readings.set(number, new Set([character]));
      else known.add(character);
    });
  }
  return new Map([...readings].map(([number, characters]) => [number, [...characters]]));
}
