const LETTER = /[\p{L}\p{N}]/u;

/**
 * The stretches of a text (NFKC) without letters and figures: where each begins and ends. What Chinese and
 * English texts are made of is told by its place; the engine's expression for the rest is 40 KB of
 * code, which most pages never need (docs/decisions/0204).
 */
export function gapsOf(text: string): [from: number, to: number][] {
  const gaps: [number, number][] = [];
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    if (!isLetter(character)) {
      const last = gaps.at(-1);
      if (last?.[1] === at) last[1] = next;
      else gaps.push([at, next]);
    }
    at = next;
  }
  return gaps;
}

function isLetter(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80)
    return (
      (point >= 0x30 && point <= 0x39) || (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a)
    );
  if (point >= 0x4e00 && point <= 0x9fff) return true;
  // What of Latin-1 is a letter before is normalised to others.
  if (point < 0xc0) return false;
  // General punctuation; CJK marks but for 々〆〇.
  if ((point >= 0x2000 && point <= 0x206f) || (point >= 0x3000 && point <= 0x3004)) return false;
  if (point >= 0x3008 && point <= 0x3020) return false;
  return LETTER.test(character);
}
