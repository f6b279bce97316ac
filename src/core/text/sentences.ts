/** A sentence and where it stands, in UTF-16 units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SENTENCE = /[^。！？!?\n]*(?:[。！？!?]+[”’」』）)》]*|\n|$)/gu;

/** The sentences of a text, white space around them left out. Linear. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(SENTENCE)) {
    const [found] = match;
    const trimmed = found.trim();
    if (trimmed === '') continue;
    const start = match.index + found.indexOf(trimmed.charAt(0));
    sentences.push({ start, end: start + trimmed.length });
  }
  return sentences;
}

/** The sentence that a stretch of a text begins in. */
export function sentenceAt(text: string, at: number): Sentence {
  const before = text.slice(0, at);
  let start = at;
  while (start > 0 && !'。！？!?\n'.includes(before.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !'。！？!?\n'.includes(text.charAt(end))) end++;
  if (end < text.length && text.charAt(end) !== '\n') end++;
  return { start, end };
}
