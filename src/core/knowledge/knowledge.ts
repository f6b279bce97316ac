import type { Kind, Weight } from '../match/kinds.ts';
import type { SetDefinition } from '../match/sets.ts';
import type { Entry } from './parse.ts';
import type { Evidence } from './schema.ts';
import type { Source } from './source.ts';

/** An entry as interfaces show it: everything but what only the matcher needs. */
export interface Term {
  readonly id: string;
  readonly kind: Kind;
  readonly weight: Weight;
  readonly zh: string;
  /** Patterns of other forms. */
  readonly variants: readonly string[];
  readonly pinyin: string;
  readonly en: string;
  /** Where the English is established, if it is not ours. */
  readonly enEstablished?: string;
  readonly gloss: { readonly zh: string; readonly en: string };
  readonly members: readonly string[];
  readonly memberOf: readonly string[];
  readonly membersListed: boolean;
  readonly surface: boolean;
  readonly later: readonly string[];
  readonly earlier: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What is shown of a source beside a quotation. */
export interface SourceSummary {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
}

export interface Knowledge {
  readonly terms: readonly Term[];
  readonly sources: readonly SourceSummary[];
}

export function buildKnowledge(entries: readonly Entry[], sources: readonly Source[]): Knowledge {
  return {
    terms: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      weight: entry.weight,
      zh: entry.zh,
      variants: entry.variants,
      pinyin: entry.pinyin,
      en: entry.en,
      ...(entry.enSource === 'own' ? {} : { enEstablished: entry.enSource.established }),
      gloss: entry.gloss,
      members: entry.members,
      memberOf: entry.memberOf,
      membersListed: entry.membersListed,
      surface: entry.surface,
      later: entry.later,
      earlier: entry.earlier,
      evidence: entry.evidence,
    })),
    sources: sources.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
  };
}

/** The sets among the terms: those that have members, or say that none are listed. */
export function setDefinitions(terms: readonly Term[]): SetDefinition[] {
  return terms
    .filter(({ members, membersListed }) => members.length > 0 || !membersListed)
    .map(({ id, members }) => ({ id, members }));
}
