import type { Kind } from './match/kinds.ts';
import type { Mention, Recogniser } from './match/recogniser.ts';
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

export interface Passage {
  readonly class: 'verbatim' | 'adapted';
  readonly start: number;
  readonly end: number;
  readonly source: string;
  /** Units of the clean source, paragraphs joined by "\n". */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly alsoIn: readonly string[];
  readonly score: number;
  readonly discounted: number;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly type: 'replaced' | 'dropped' | 'added' | 'moved' | 'figure';
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly page: string;
  readonly source: string;
}

export interface NewFormulation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

/**
 * Analyses a text given as blocks, none of which a mention crosses. The set check
 * speaks of the blocks of the article only. Passages and
 * new formulations are empty until their engines exist.
 */
export function analyse(
  text: string,
  blocks: readonly Block[],
  recogniser: Recogniser,
  sets: readonly SetDefinition[],
): Analysis {
  const terms: TermSpan[] = [];
  const plain = new Map<string, number>();
  const adapted = new Map<string, number>();
  const note = (offset: number, mention: Mention): void => {
    const first = mention.adapted ? adapted : plain;
    const id = recogniser.matcher.id(mention.entry);
    if (!first.has(id)) first.set(id, offset + mention.start);
    for (const inner of mention.nested) note(offset, inner);
  };
  for (const block of blocks) {
    for (const mention of recogniser.recognise(block.text)) {
      terms.push(termSpan(text, block.start, mention, recogniser));
      if (block.outside !== true) note(block.start, mention);
    }
  }
  return { text, terms, sets: checkSets(sets, { plain, adapted }), passages: [], newFormulations: [] };
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
