import type { Matcher } from '../match/matcher.ts';
import type { Mention, Recogniser } from '../match/recogniser.ts';
import type { KnownIn } from './source-index.ts';

/** From this length on a formulation is a sentence of running text, in UTF-16 units … */
const SENTENCE = 20;
/** … unless it is a list: these join its parts. */
const LISTED = /[、；;]/u;

/**
 * What formulations and names explain of a text: every outermost mention of a
 * formulation, person, organisation, meeting, document or campaign. Everyday
 * concepts (网络安全) are ordinary words and explain nothing. A whole clause or
 * sentence that the knowledge base has as one entry explains itself no more than
 * other prose does: only the formulations inside it do.
 */
export function formulationsIn(recogniser: Recogniser): KnownIn {
  const { matcher } = recogniser;
  return (text) => {
    const ranges: { start: number; end: number }[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      for (const mention of recogniser.recognise(line)) {
        for (const { start: from, end } of explaining(mention, line, matcher)) {
          ranges.push({ start: start + from, end: start + end });
        }
      }
      start += line.length + 1;
    }
    return ranges;
  };
}

function explaining(mention: Mention, line: string, matcher: Matcher): readonly Mention[] {
  const { entry, start, end, nested } = mention;
  const isName = !['concept', 'principle'].includes(matcher.kind(entry));
  if (isName) return [mention];
  if (end - start >= SENTENCE && !LISTED.test(line.slice(start, end))) {
    return nested.flatMap((inner) => explaining(inner, line, matcher));
  }
  return matcher.weight(entry) === 'common' ? [] : [mention];
}
