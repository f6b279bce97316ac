import type { Kind, Weight } from '../match/kinds.ts';
import {
  byDate,
  type Knowledge,
  type QuotedEvidence,
  type Sense,
  type SourceSummary,
  type Term,
  type TextRange,
} from './knowledge.ts';

/** Another term, as far as a link to it shows. */
export interface TermLink {
  readonly id: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
}

export interface CardSet extends TermLink {
  /** In the order of the texts; empty where they list none. */
  readonly members: readonly TermLink[];
  readonly membersListed: boolean;
}

/** An earlier or later wording, with the date of the earliest of these texts that has it. */
export interface CardWording extends TermLink {
  readonly earliest?: string;
}

export interface CardQuotation {
  readonly source: SourceSummary;
  readonly quote: string;
  /** Where the term stands in the quotation. */
  readonly marks: readonly TextRange[];
  /** The paragraph of the source, from 1. */
  readonly paragraph: number;
  /** Who said it, when and where, as far as the source itself states it. */
  readonly saidBy?: TermLink;
  readonly saidAt?: string;
  readonly saidWhere?: TermLink;
  /** Whether none of these texts has the term earlier. On the first quotation only. */
  readonly earliest: boolean;
}

/** Everything that a card shows of a term whatever page it is on; plain JSON. */
export interface CardContent {
  readonly id: string;
  readonly kind: Kind;
  readonly weight: Weight;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  readonly enEstablished?: string;
  readonly gloss: { readonly zh: string; readonly en: string };
  /** Whether it has a form on pages; a set that is only our label has none. */
  readonly surface: boolean;
  /** Only where the term is itself a set. */
  readonly set?: CardSet;
  readonly memberOf: readonly CardSet[];
  readonly senses: readonly Sense[];
  readonly later: readonly CardWording[];
  readonly earlier: readonly CardWording[];
  /** Earliest source first. */
  readonly quotations: readonly CardQuotation[];
  /** The earliest source that has the term, where no quotation is from it. */
  readonly firstIn?: SourceSummary;
}

/**
 * What the card of a term shows; undefined where there is no such term.
 *
 * Quotations are ordered by the date of the text they are in, not by when the
 * words were said: a text of 2023 that reports a speech of 2013 is no evidence of
 * the wording of 2013. Linear in the number of terms.
 */
export function cardContent(id: string, knowledge: Knowledge): CardContent | undefined {
  const terms = new Map(knowledge.terms.map((term) => [term.id, term]));
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const term = terms.get(id);
  if (term === undefined) return undefined;

  const link = (other: Term): TermLink => ({ id: other.id, kind: other.kind, zh: other.zh, en: other.en });
  const all = (ids: readonly string[]): Term[] => ids.flatMap((other) => terms.get(other) ?? []);
  const set = (other: Term): CardSet => ({
    ...link(other),
    members: all(other.members).map(link),
    membersListed: other.membersListed,
  });
  const wording = (other: Term): CardWording => {
    const first = sources.get(other.firstIn ?? '');
    return { ...link(other), ...(first === undefined ? {} : { earliest: first.published }) };
  };
  const quotation = (evidence: QuotedEvidence): CardQuotation[] => {
    const source = sources.get(evidence.source);
    if (source === undefined) return [];
    const { quote, marks, paragraph, saidAt } = evidence;
    const [saidBy] = evidence.saidBy === undefined ? [] : all([evidence.saidBy]);
    const [saidWhere] = evidence.saidWhere === undefined ? [] : all([evidence.saidWhere]);
    return [
      {
        source,
        quote,
        marks,
        paragraph,
        ...(saidBy === undefined ? {} : { saidBy: link(saidBy) }),
        ...(saidAt === undefined ? {} : { saidAt }),
        ...(saidWhere === undefined ? {} : { saidWhere: link(saidWhere) }),
        earliest: false,
      },
    ];
  };

  const first = sources.get(term.firstIn ?? '');
  // Sorting is stable: quotations from one source keep the order of the entry.
  const quotations = term.evidence
    .flatMap(quotation)
    .sort((a, b) => byDate(a.source, b.source))
    .map((q, i) => ({ ...q, earliest: i === 0 && q.source.published === first?.published }));
  const isSet = term.members.length > 0 || !term.membersListed;
  return {
    ...link(term),
    weight: term.weight,
    pinyin: term.pinyin,
    ...(term.enEstablished === undefined ? {} : { enEstablished: term.enEstablished }),
    gloss: term.gloss,
    surface: term.surface,
    ...(isSet ? { set: set(term) } : {}),
    memberOf: all(term.memberOf).map(set),
    senses: term.senses,
    later: all(term.later).map(wording),
    earlier: all(term.earlier).map(wording),
    quotations,
    ...(first === undefined || quotations[0]?.earliest === true ? {} : { firstIn: first }),
  };
}
