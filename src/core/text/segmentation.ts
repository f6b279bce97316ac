/** Function words that ordinary text never sets off with spaces on both sides. */
const FUNCTION_WORDS = unitsOf('的和在是了等中要对為为與与把将從从及以也就都');
/** Punctuation that ordinary text never puts after a space. */
const CLOSING = unitsOf('，。、：；！？）》”’』」');

/**
 * Is this block written word by word, a space around every token, as the text of
 * source 003 is? Then its single spaces mark nothing.
 *
 * Told by the density of single spaces between Chinese characters: words are two
 * characters long on average, the clauses or names that ordinary text sets apart
 * by spaces are longer. Between the two, function words or closing punctuation set
 * off by spaces decide. Linear in the length of `raw`.
 */
export function isWordSegmented(raw: string): boolean {
  let characters = 0;
  let spaces = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (!isSpace(unit)) {
      characters++;
      continue;
    }
    if (!isSingle(raw, i, unit)) continue;
    // Only spaces that touch a CJK character count, so that English does not.
    if (raw.charCodeAt(i - 1) >= 0x2e80 || raw.charCodeAt(i + 1) >= 0x2e80) spaces++;
  }
  if (spaces < 3) return false;
  const meanToken = characters / (spaces + 1);
  return meanToken <= 2.4 || (meanToken <= 3.4 && hasEvidence(raw));
}

/** Whether a function word stands between single spaces, or closing punctuation after one. */
function hasEvidence(raw: string): boolean {
  let tokenStart = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (!isSpace(unit)) continue;
    if (isSingle(raw, i, unit)) {
      if (CLOSING.has(raw.charCodeAt(i + 1))) return true;
      if (i - tokenStart === 1 && tokenStart > 0 && FUNCTION_WORDS.has(raw.charCodeAt(tokenStart)))
        return true;
    }
    tokenStart = i + 1;
  }
  return false;
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000;
}

function isSingle(raw: string, i: number, unit: number): boolean {
  return (
    (unit === 0x20 || unit === 0xa0) && i > 0 && raw.charCodeAt(i - 1) > 0x20 && raw.charCodeAt(i + 1) > 0x20
  );
}

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
