import type { Kind } from './match/kinds.ts';
import type { Mention, Recogniser } from './match/recogniser.ts';
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
  readonly sense?: { readonly id: string; readonly certainty: 'sure' | 'likely' | 'unclear' };
  readonly nested: readonly TermSpan[];
}

/**
 * Analyses a text given as blocks, none of which a mention crosses.
 *
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
  const terms: TermSpan[] = [];
  const plain = new Map<string, number>();
  const adapted = new Map<string, number>();
  const note = (offset: number, mention: Mention): void => {
    const first = mention.adapted ? adapted : plain;
    const id = recogniser.matcher.id(mention.entry);
    if (!first.has(id)) first.set(id, offset + mention.start);
    for (const inner of mention.nested) note(offset, inner);
  };
  return {
    read(block) {
      for (const mention of recogniser.recognise(block.text)) {
        terms.push(termSpan(text, block.start, mention, recogniser));
        note(block.start, mention);
      }
    },
    result: () => ({ terms, checks: checkSets(sets, { plain, adapted }) }),
  };
}

function termSpan(text: string, offset: number, mention: Mention, recogniser: Recogniser): TermSpan {
  const start = offset + mention.start;
  const end = offset + mention.end;
  return {
    id: recogniser.matcher.id(mention.entry),
    kind: recogniser.matcher.kind(mention.entry),
    start,
    end,
    text: text.slice(start, end),
    nested: mention.nested.map((inner) => termSpan(text, offset, inner, recogniser)),
  };
}
