import { compileMatcher, type CompiledMatcher, type MatcherEntry } from '../match/compile.ts';
import { Matcher } from '../match/matcher.ts';
import { expandPattern, PatternError } from '../match/pattern.ts';
import { Recogniser, type Mention } from '../match/recogniser.ts';
import type { Entry } from './parse.ts';
import { countSyllables, lacksApostrophe } from './pinyin.ts';
import type { Problem } from './problem.ts';
import { mentionedIn } from './mentioned-in.ts';
import type { Source } from './source.ts';

/** Sentences that prove a boundary rule: terms that must not be recognised in them, and must. */
export interface Trap {
  readonly sentence: string;
  readonly not: string;
}

/** An entry as the matcher takes it. An entry without a surface has no patterns. */
export function matcherEntry(entry: Entry): MatcherEntry {
  return {
    id: entry.id,
    kind: entry.kind,
    weight: entry.weight,
    patterns: entry.surface ? [entry.zh, ...entry.variants] : [],
    adapted: entry.adapted,
    inside: entry.inside.map(({ of, forms }) => ({ of, patterns: forms })),
    senses: entry.senses,
    not: entry.not,
    yet: entry.yet,
    only: entry.only,
  };
}

/**
 * All rules that hold between entries and sources; each problem names file, line
 * and reason. Shapes of single entries are checked where they are parsed.
 */
export function checkKnowledge(
  entries: readonly Entry[],
  sources: readonly Source[],
  traps: readonly Trap[] = [],
): Problem[] {
  const compiled = compileSound(entries);
  return [
    ...checkIds(entries),
    ...checkLinks(entries),
    ...checkPinyin(entries),
    ...checkQuotes(entries, sources, compiled),
    ...checkSurfaces(entries, sources, compiled),
    ...checkRisky(entries, traps),
    ...checkLanguages(entries),
  ];
}

function at(entry: Entry, path: (string | number)[], message: string): Problem {
  return { file: entry.file, line: entry.lineOf(...path), message: `${entry.id}: ${message}` };
}

function checkIds(entries: readonly Entry[]): Problem[] {
  const seen = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const first = seen.get(entry.id);
    if (first !== undefined) {
      const where = `${first.file}:${String(first.lineOf('id'))}`;
      problems.push(at(entry, ['id'], `this id is taken (${where})`));
    } else {
      seen.set(entry.id, entry);
    }
  }
  return problems;
}

const LINKS = [
  ['members', 'memberOf'],
  ['memberOf', 'members'],
  ['later', 'earlier'],
  ['earlier', 'later'],
] as const;

function checkLinks(entries: readonly Entry[]): Problem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const [from, back] of LINKS) {
      entry[from].forEach((id, i) => {
        const other = byId.get(id);
        if (other === undefined) {
          problems.push(at(entry, [from, i], `${from}: there is no entry “${id}”`));
        } else if (!other[back].includes(entry.id)) {
          problems.push(at(entry, [from, i], `${from}: “${id}” does not name it under ${back}`));
        }
      });
      if (new Set(entry[from]).size < entry[from].length) {
        problems.push(at(entry, [from], `${from}: the same id twice`));
      }
    }
    if (!entry.surface && entry.adapted.length > 0) {
      problems.push(at(entry, ['adapted'], 'an entry without a surface has no rewordings either'));
    }
    if (!entry.membersListed && entry.members.length > 0) {
      problems.push(at(entry, ['membersListed'], 'says that its members are listed nowhere, and lists them'));
    }
    entry.evidence.forEach(({ saidBy, saidWhere }, i) => {
      if (saidBy !== undefined && byId.get(saidBy)?.kind !== 'person') {
        problems.push(at(entry, ['evidence', i, 'saidBy'], `saidBy: there is no person “${saidBy}”`));
      }
      if (saidWhere !== undefined && byId.get(saidWhere)?.kind !== 'meeting') {
        problems.push(
          at(entry, ['evidence', i, 'saidWhere'], `saidWhere: there is no meeting “${saidWhere}”`),
        );
      }
    });
  }
  return problems;
}

function checkPinyin(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries) {
    const characters = entry.zh.match(/\p{Script=Han}/gu)?.length ?? 0;
    const counted = countSyllables(entry.pinyin);
    const unmarked = lacksApostrophe(entry.pinyin);
    if (unmarked !== undefined) {
      problems.push(at(entry, ['pinyin'], `pinyin: “${unmarked}” lacks an apostrophe`));
    }
    if (typeof counted === 'string') {
      problems.push(at(entry, ['pinyin'], `pinyin: “${counted}” is not made of syllables`));
    } else if (counted !== characters) {
      const counts = `${String(counted)} syllables for ${String(characters)} characters`;
      problems.push(at(entry, ['pinyin'], `pinyin: ${counts} of ${entry.zh}`));
    }
  }
  return problems;
}

function checkQuotes(entries: readonly Entry[], sources: readonly Source[], all: Compiled): Problem[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const problems: Problem[] = [];
  for (const entry of entries) {
    entry.evidence.forEach(({ source: id, quote }, i) => {
      const source = byId.get(id);
      if (source === undefined) {
        problems.push(at(entry, ['evidence', i, 'source'], `there is no source “${id}”`));
        return;
      }
      if (!source.paragraphs.some(({ text }) => text.includes(quote))) {
        const shown = quote.length > 40 ? `${quote.slice(0, 40)}…` : quote;
        problems.push(
          at(entry, ['evidence', i, 'quote'], `the quotation does not stand in source ${id}: ${shown}`),
        );
      } else if (entry.surface && all.sound.includes(entry) && !contains(quote, entry, all.recogniser)) {
        problems.push(at(entry, ['evidence', i, 'quote'], 'the quotation does not contain the term'));
      }
    });
  }
  return problems;
}

/**
 * Whether a quotation has the term in one of its forms. Where another term hides it
 * there, the entry is asked alone.
 */
function contains(quote: string, entry: Entry, all: Recogniser): boolean {
  return (
    holds(all.recognise(quote), all, entry.id) ||
    new Recogniser(new Matcher(compileMatcher([matcherEntry(entry)]).data)).recognise(quote).length > 0
  );
}

function holds(mentions: readonly Mention[], recogniser: Recogniser, id: string): boolean {
  return mentions.some(
    ({ entry, nested }) => recogniser.matcher.id(entry) === id || holds(nested, recogniser, id),
  );
}

/** What the entries whose patterns are well formed compile to, and what is wrong with the others. */
interface Compiled {
  readonly sound: readonly Entry[];
  readonly recogniser: Recogniser;
  readonly collisions: CompiledMatcher['collisions'];
  readonly missing: CompiledMatcher['missing'];
  readonly problems: readonly Problem[];
}

function compileSound(entries: readonly Entry[]): Compiled {
  const broken = new Map(entries.map((entry) => [entry, patternProblems(entry)]));
  const sound = entries.filter((entry) => broken.get(entry)?.length === 0);
  const { data, collisions, missing } = compileMatcher(sound.map(matcherEntry));
  return {
    sound,
    recogniser: new Recogniser(new Matcher(data)),
    collisions,
    missing,
    problems: [...broken.values()].flat(),
  };
}

/** What is wrong with an entry's patterns. */
function patternProblems(entry: Entry): Problem[] {
  const patterns: [pattern: string, ...path: (string | number)[]][] = [
    [entry.zh, 'zh'],
    ...entry.variants.map((pattern, i): [string, string, number] => [pattern, 'variants', i]),
    ...entry.adapted.map((pattern, i): [string, string, number] => [pattern, 'adapted', i]),
    ...entry.inside.flatMap(({ forms }, i) =>
      forms.map((form, j): [string, ...(string | number)[]] => [form, 'inside', i, 'forms', j]),
    ),
  ];
  return patterns.flatMap(([pattern, ...path]) => {
    try {
      expandPattern(pattern);
      return [];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return [at(entry, path, `pattern “${pattern}”: ${error.message}`)];
    }
  });
}

function checkSurfaces(
  entries: readonly Entry[],
  sources: readonly Source[],
  { sound, recogniser, collisions, missing, problems: patternProblemsFound }: Compiled,
): Problem[] {
  const problems = [...patternProblemsFound];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { id, of } of missing) {
    const entry = byId.get(id);
    if (entry !== undefined) problems.push(at(entry, ['inside'], `inside: there is no entry “${of}”`));
  }
  for (const { form, first, second } of collisions) {
    const entry = byId.get(second);
    if (entry !== undefined) {
      problems.push(at(entry, [], `the form “${form}” is also one of “${first}”`));
    }
  }

  const mentioned = mentionedIn(sources, recogniser);
  for (const entry of sound) {
    const having = mentioned.get(entry.id);
    if (entry.surface && having === undefined) {
      problems.push(at(entry, ['zh'], `“${entry.zh}” is recognised in none of the sources`));
    } else if (entry.surface && entry.weight === 'core') {
      problems.push(...unquoted(entry, having ?? []));
    }
  }
  return problems;
}

/** The sources that have the text of another, which is quoted in their place. */
const SAME_TEXT: Readonly<Record<string, string>> = { '001': '000' };

function unquoted(entry: Entry, having: Iterable<string>): Problem[] {
  const quoted = new Set(entry.evidence.map(({ source }) => source));
  return [...having]
    .filter((id) => !quoted.has(id) && !quoted.has(SAME_TEXT[id] ?? id))
    .map((id) => at(entry, ['evidence'], `is core and stands in source ${id}, which is not quoted`));
}

/** A language that is there in name only: Chinese without characters, English mostly of them. */
function checkLanguages(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries) {
    const texts: [text: string, is: (text: string) => boolean, ...path: (string | number)[]][] = [
      [entry.zh, isChinese, 'zh'],
      [entry.en, isEnglish, 'en'],
      [entry.gloss.zh, isChinese, 'gloss', 'zh'],
      [entry.gloss.en, isEnglish, 'gloss', 'en'],
    ];
    entry.senses.forEach(({ gloss }, i) => {
      texts.push([gloss.zh, isChinese, 'senses', i, 'gloss', 'zh']);
      texts.push([gloss.en, isEnglish, 'senses', i, 'gloss', 'en']);
    });
    for (const [text, is, ...path] of texts) {
      if (is(text)) continue;
      const language = is === isChinese ? 'Chinese' : 'English';
      problems.push(at(entry, path, `${path.join('.')}: is not in ${language}: ${text}`));
    }
  }
  return problems;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** English may name a Chinese word, but is not made of them. */
function isEnglish(text: string): boolean {
  return count(text, /\p{Script=Latin}/gu) > count(text, /\p{Script=Han}/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function checkRisky(entries: readonly Entry[], traps: readonly Trap[]): Problem[] {
  const trapped = new Set(traps.map(({ not }) => not));
  const problems: Problem[] = [];
  for (const entry of entries) {
    const ruled = [entry.not, entry.only].some((contexts) => Object.values(contexts).flat().length > 0);
    if (entry.risky && !ruled && !trapped.has(entry.id)) {
      problems.push(at(entry, ['risky'], 'is risky, but has neither a boundary rule nor a trap test'));
    }
  }
  return problems;
}
