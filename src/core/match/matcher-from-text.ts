import { Matcher } from './matcher.ts';
import type { MatcherData } from './matcher-data.ts';

/** A matcher from the text that the compile step wrote. The text is our own and is not checked. */
export function matcherFromText(text: string): Matcher {
  return new Matcher(JSON.parse(text) as MatcherData);
}
