import { assemble } from '../core/match/assemble.ts';
import { Matcher } from '../core/match/matcher.ts';
import { unpackDictionary } from '../core/match/pack.ts';

/** The matcher of the bundled terms, made from the text that the script carries. */
export function bundledMatcher(text: string): Matcher {
  return new Matcher(assemble(unpackDictionary(text)).sections);
}
