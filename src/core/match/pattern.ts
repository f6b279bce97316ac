/**
 * Pattern syntax of the knowledge base: `[x]` is an optional part, `(a|b)`
 * alternatives; both nest.
 */

/** More forms than this from one pattern is a mistake in the pattern. */
const MAX_FORMS = 512;

export class PatternError extends Error {
  /** Where in the pattern, in UTF-16 units. */
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'PatternError';
    this.at = at;
  }
}

/**
 * Every form that a pattern stands for, without duplicates, the fullest first.
 *
 * @throws PatternError where the pattern is malformed, stands for nothing, or for
 * more than 512 forms.
 */
export function expandPattern(pattern: string): string[] {
  let i = 0;

  const sequence = (closing: string): string[] => {
    let forms = [''];
    const alternatives: string[] = [];
    while (i < pattern.length && !closing.includes(pattern.charAt(i))) {
      const character = pattern.charAt(i);
      let part: string[];
      if (character === '[' || character === '(') {
        const opened = i;
        const end = character === '[' ? ']' : ')';
        i++;
        part = group(end);
        if (pattern.charAt(i) !== end) throw new PatternError(`“${character}” is never closed`, opened);
        i++;
        if (character === '[') part.push('');
      } else if (character === ']' || character === ')' || character === '|') {
        throw new PatternError(`“${character}” has no opening bracket`, i);
      } else {
        part = [character];
        i++;
      }
      if (forms.length * part.length > MAX_FORMS) {
        throw new PatternError(`stands for more than ${String(MAX_FORMS)} forms`, i);
      }
      forms = forms.flatMap((form) => part.map((p) => form + p));
    }
    alternatives.push(...forms);
    return alternatives;
  };

  const group = (end: string): string[] => {
    const forms = sequence(`|${end}`);
    while (pattern.charAt(i) === '|') {
      i++;
      forms.push(...sequence(`|${end}`));
    }
    return forms;
  };

  const forms = [...new Set(sequence(''))];
  if (forms.some((form) => form.trim() === '')) throw new PatternError('can stand for nothing', 0);
  return forms;
}
