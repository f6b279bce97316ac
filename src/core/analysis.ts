import type { Kind } from './match/kinds.ts';
import type { Mention, Recogniser } from './match/recogniser.ts';
import { senseOf } from './match/sense-of.ts';
import { isOwnSense, type SenseDecision } from './match/senses.ts';
import { plainPassage, type PassageEngine } from './passages/engine.ts';
import type { NewFormulation, Passage } from './passages/passage.ts';
import { findNewFormulations } from './passages/new-formulations.ts';
import { checkSets, type SetCheck, type SetDefinition } from './match/sets.ts';
import type { Block } from './text/blocks.ts';

/** What `tifa analyse` prints. Positions are UTF-16 units of {@link Analysis.text}. */
export interface Analysis {
  readonly text: string;
  /** Outermost mentions, by start. */
  readonly terms: readonly TermSpan[];
  readonly sets: readonly SetCheck[];
  readonly passages: readonly Passage[];
  readonly newFormulations: readonly NewFormulation[];
}

export interface TermSpan {
  readonly id: string;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)` of the analysed text. */
  readonly text: string;
  /** Only where the form has several meanings. */
  readonly sense?: SenseDecision;
  readonly nested: readonly TermSpan[];
}

/**
 * Analyses a text given as blocks, none of which a mention crosses. Sets and senses
 * speak of the article, everything else of the whole text.
 *
 * @param blocks in the order of the text; those outside the article say so
 * @param passages finds what the text shares with the sources; without it there are no passages
 */
export function analyse(
  text: string,
  blocks: readonly Block[],
  recogniser: Recogniser,
  sets: readonly SetDefinition[],
  passages?: PassageEngine,
): Analysis {
  const spans = termSpans(text, recogniser, sets);
  for (const block of blocks) spans.read(block);
  const { terms, checks } = spans.result();
  return {
    text,
    terms,
    sets: checks,
    passages: (passages?.find(text, blocks) ?? []).map(plainPassage),
    newFormulations: findNewFormulations(text, blocks, terms),
  };
}

interface TermReading {
  /** Reads one block, in order. */
  read(block: Block): void;
  result(): { terms: TermSpan[]; checks: SetCheck[] };
}

/** Reads the terms of a text block by block, so that a long one can be read in slices. */
export function termSpans(text: string, recogniser: Recogniser, sets: readonly SetDefinition[]): TermReading {
  const read: ReadBlock[] = [];
  return {
    read(block) {
      read.push({ block, mentions: recogniser.recognise(block.text) });
    },
    result() {
      const senses = decideSenses(read, recogniser);
      const terms = read.flatMap(({ block, mentions }) =>
        mentions.map((mention) => termSpan(text, block.start, mention, recogniser, senses)),
      );
      return { terms, checks: checkSets(sets, firstPlaces(read, recogniser, senses)) };
    },
  };
}

/** Where each term of the article stands first, as it is and reworded; in UTF-16 units of the text. */
function firstPlaces(
  read: readonly ReadBlock[],
  recogniser: Recogniser,
  senses: ReadonlyMap<number, SenseDecision>,
): { plain: Map<string, number>; adapted: Map<string, number> } {
  const plain = new Map<string, number>();
  const adapted = new Map<string, number>();
  const note = (offset: number, mention: Mention): void => {
    const sense = senses.get(mention.entry);
    const first = mention.adapted ? adapted : plain;
    const id = recogniser.matcher.id(mention.entry);
    if (!first.has(id) && isOwnSense(recogniser.matcher.senses(mention.entry), sense)) {
      first.set(id, offset + mention.start);
    }
    for (const inner of mention.nested) note(offset, inner);
  };
  for (const { block, mentions } of read) {
    if (block.outside !== true) for (const mention of mentions) note(block.start, mention);
  }
  return { plain, adapted };
}

interface ReadBlock {
  readonly block: Block;
  readonly mentions: readonly Mention[];
}

/** For every entry mentioned whose form has several meanings, the one meant in this article. */
function decideSenses(read: readonly ReadBlock[], recogniser: Recogniser): Map<number, SenseDecision> {
  const words = new Map<number, string[]>();
  const note = (block: Block, mention: Mention): void => {
    const known = words.get(mention.entry);
    const word = block.text.slice(mention.start, mention.end);
    if (known !== undefined) known.push(word);
    else if (recogniser.matcher.senses(mention.entry).length > 0) words.set(mention.entry, [word]);
    for (const inner of mention.nested) note(block, inner);
  };
  for (const { block, mentions } of read) for (const mention of mentions) note(block, mention);
  const decided = new Map<number, SenseDecision>();
  if (words.size === 0) return decided;
  const article = read
    .filter(({ block }) => block.outside !== true)
    .map(({ block }) => recogniser.fold(block.text))
    .join('\n');
  for (const [entry, found] of words) {
    const sense = senseOf(entry, recogniser, article, found);
    if (sense !== undefined) decided.set(entry, sense);
  }
  return decided;
}

function termSpan(
  text: string,
  offset: number,
  mention: Mention,
  recogniser: Recogniser,
  senses: ReadonlyMap<number, SenseDecision>,
): TermSpan {
  const start = offset + mention.start;
  const end = offset + mention.end;
  const sense = senses.get(mention.entry);
  return {
    id: recogniser.matcher.id(mention.entry),
    kind: recogniser.matcher.kind(mention.entry),
    start,
    end,
    text: text.slice(start, end),
    ...(sense === undefined ? {} : { sense }),
    nested: mention.nested.map((inner) => termSpan(text, offset, inner, recogniser, senses)),
  };
}
