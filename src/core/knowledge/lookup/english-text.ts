/** Words that say nothing about which term is meant. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be by for from has have in into is it its of on or s so that the this to was were ' +
    'what when where which who why how does do with'
  ).split(' '),
);

const NUMBERS = new Map<string, string>(
  (
    'zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 twenty:20 ' +
    'first:1st second:2nd third:3rd fourth:4th fifth:5th sixth:6th seventh:7th eighth:8th ninth:9th tenth:10th ' +
    'thirteenth:13th fourteenth:14th fifteenth:15th eighteenth:18th nineteenth:19th twentieth:20th i:1 ii:2 iii:3'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Lower-case words and numbers, ’s taken off, words such as “the” left out. */
export function englishWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`´]s?(?![a-z])/gu, ' ')
    .replace(/['’ʼ]/gu, '');
  return (plain.match(/[a-z0-9]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
}

/** American and British spellings made one. */
function spelling(word: string): string {
  return word
    .replace(/is(e[drs]?|ers|ing|ations?|ational)$/u, 'iz$1')
    .replace(/ys(e[ds]?|ing)$/u, 'yz$1')
    .replace(/^(\w{3,})our(s|ed|ing|al|able|ite)?$/u, '$1or$2')
    .replace(/^(\w{3,})tre(s?)$/u, '$1ter$2')
    .replace(/enc(es?)$/u, 'ens$1')
    .replace(/amme(s?)$/u, 'am$1')
    .replace(/dgement(s?)$/u, 'dgment$1')
    .replace(/ogue(s?)$/u, 'og$1');
}

/**
 * What forms of one word have in common: number words as figures, one spelling,
 * without plural, -ing, -ed and a silent e. Far simpler than Porter's stemmer, and
 * enough for the words of headlines.
 */
export function stemOf(word: string): string {
  const figure = NUMBERS.get(word);
  if (figure !== undefined) return figure;
  if (word.length < 4 || /[0-9]/u.test(word)) return word;
  let stem = spelling(word);
  if (/[^aeiou]ies$/u.test(stem) && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/u.test(stem)) stem = stem.slice(0, -2);
  else if (/[^sui]s$/u.test(stem)) stem = stem.slice(0, -1);
  const ending = /(?:ing|ed)$/u.exec(stem);
  if (ending !== null) {
    const rest = stem.slice(0, ending.index);
    if (rest.length >= 3 && /[aeiouy]/u.test(rest)) stem = rest.replace(/([bdgmnprt])\1$/u, '$1');
  }
  return stem.length > 3 ? stem.replace(/e$/u, '') : stem;
}

/**
 * Is one letter wrong, missing, too many, or one pair of neighbours swapped? (The
 * restricted Damerau-Levenshtein distance is 1.) Linear.
 */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  const shortest = Math.min(a.length, b.length);
  while (start < shortest && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shortest - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) {
    end++;
  }
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA === `${restB.charAt(1)}${restB.charAt(0)}`;
}

/** Is one pair of neighbouring letters swapped, and nothing else? Linear. */
export function isOneSwapAway(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return (
    at + 1 < a.length &&
    a.charAt(at) === b.charAt(at + 1) &&
    a.charAt(at + 1) === b.charAt(at) &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}
