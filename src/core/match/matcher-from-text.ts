import { assemble } from './assemble.ts';
import { Matcher } from './matcher.ts';
import { unpackDictionary } from './pack.ts';

/** A matcher from the text that the compile step wrote ({@link ./pack.ts | packDictionary}): the bundled terms. */
export function matcherFromText(text: string): Matcher {
  return new Matcher(assemble(unpackDictionary(text)).sections);
}
