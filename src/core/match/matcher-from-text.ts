import { Matcher } from './matcher.ts';
import type { MatcherData, Names } from './matcher-data.ts';

/** A matcher from the texts that the compile step wrote. They are our own and are not checked. */
export function matcherFromText(text: string, names?: string): Matcher {
  const matcher = new Matcher(JSON.parse(text) as MatcherData);
  if (names !== undefined) matcher.name(JSON.parse(names) as Names);
  return matcher;
}
