import type { Recogniser } from '../match/recogniser.ts';
import type { KnownIn } from './source-index.ts';

/**
 * What formulations and names explain of a text: every outermost mention of a
 * formulation, person, organisation, meeting, document or campaign. Everyday
 * concepts (网络安全) are ordinary words and explain nothing.
 */
export function formulationsIn(recogniser: Recogniser): KnownIn {
  const { matcher } = recogniser;
  return (text) => {
    const ranges: { start: number; end: number }[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      for (const mention of recogniser.recognise(line)) {
        const everyday =
          matcher.weight(mention.entry) === 'common' &&
          ['concept', 'principle'].includes(matcher.kind(mention.entry));
        if (!everyday) ranges.push({ start: start + mention.start, end: start + mention.end });
      }
      start += line.length + 1;
    }
    return ranges;
  };
}
