import type { TermSpan } from '../../src/core/analysis.ts';
import type { Kind } from '../../src/core/match/kinds.ts';
import type { Label, LabelledText } from './labelled.ts';

/** Right over judged, for one measure. */
export interface Ratio {
  readonly right: number;
  readonly of: number;
}

export interface Scores {
  readonly coreRecall: Ratio;
  readonly recall: Ratio;
  readonly precision: Ratio;
  /** Of the mentions found where a label is, those of the label's kind. */
  readonly kind: Ratio;
  /** Of the labels that say whether the words are reworded, those found so. */
  readonly adapted: Ratio;
  readonly misses: readonly string[];
  readonly wrong: readonly string[];
  readonly trapHits: readonly string[];
}

export interface EntryFacts {
  readonly kind: Kind;
  readonly weight: 'core' | 'common';
}

type FoundSpan = TermSpan & { readonly adapted?: boolean };

/** Quotation and title marks at the ends of a span, which readers place differently. */
const EDGE = /[\s"“”‘’「」『』《》]/u;

/**
 * Holds what recognition found against what a reader labelled. Spans are the same
 * when they differ by quotation marks only. Mentions of entries outside `known` are
 * looked through: what is nested in them counts as found.
 */
export function scoreTexts(
  texts: readonly LabelledText[],
  find: (labelled: LabelledText) => readonly FoundSpan[],
  facts: ReadonlyMap<string, EntryFacts>,
  known: ReadonlySet<string>,
): Scores {
  const total = { core: 0, coreRight: 0, all: 0, right: 0, found: 0, foundRight: 0, kinds: 0, kindRight: 0 };
  const misses: string[] = [];
  const wrong: string[] = [];
  const trapHits: string[] = [];
  for (const labelled of texts) {
    const { name, text, labels, traps } = labelled;
    const all = find(labelled);
    const spans = outermostKnown(all, known);
    const say = (start: number, end: number, id: string): string =>
      `${name}: …${text.slice(Math.max(0, start - 8), start)}[${text.slice(start, end)}]${text.slice(end, end + 8)}… ${id}`.replaceAll(
        '\n',
        '⏎',
      );
    for (const label of labels) {
      if (label.optional || isElsewhere(label)) continue;
      const hit = spans.some((span) => matches(text, span, label));
      const core = facts.get(label.id)?.weight === 'core';
      total.all++;
      if (core) total.core++;
      if (!hit) {
        misses.push(say(label.start, label.end, label.id));
        continue;
      }
      total.right++;
      if (core) total.coreRight++;
    }
    for (const span of spans) {
      const over = labels.filter((label) => overlaps(span, label));
      const label = over.find((each) => matches(text, span, each));
      if (over.length > 0 && !over.every(({ optional }) => optional)) {
        total.kinds++;
        if (over.some(({ id }) => facts.get(id)?.kind === span.kind)) total.kindRight++;
      }
      if (label?.optional === true || over.some((each) => each.optional && encloses(each, span))) continue;
      total.found++;
      const said = label !== undefined && saysSense(span, label);
      if (said) total.foundRight++;
      else wrong.push(say(span.start, span.end, span.id));
    }
    for (const trap of traps) {
      const hit = flatten(all).find((span) => span.id === trap.id && overlaps(span, trap));
      if (hit) trapHits.push(say(hit.start, hit.end, hit.id));
    }
  }
  return {
    coreRecall: { right: total.coreRight, of: total.core },
    recall: { right: total.right, of: total.all },
    precision: { right: total.foundRight, of: total.found },
    kind: { right: total.kindRight, of: total.kinds },
    adapted: adaptedRatio(texts, find),
    misses,
    wrong,
    trapHits,
  };
}

/** Trap sentences: which near misses were marked, and which true mentions beside them were not. */
export function scoreTraps(
  sentences: readonly LabelledText[],
  find: (labelled: LabelledText) => readonly FoundSpan[],
): { readonly hits: string[]; readonly missed: string[] } {
  const hits: string[] = [];
  const missed: string[] = [];
  for (const sentence of sentences) {
    const { name, text, labels, traps } = sentence;
    const spans = flatten(find(sentence));
    if (traps.some((trap) => spans.some((span) => span.id === trap.id && overlaps(span, trap)))) {
      hits.push(`${name} ${text}`);
    }
    // A form that an entry lists may be longer than the name in it: “清朗”行动.
    if (!labels.every((label) => spans.some((span) => span.id === label.id && overlaps(span, label)))) {
      missed.push(`${name} ${text}`);
    }
  }
  return { hits, missed };
}

export function share({ right, of }: Ratio): number {
  return of === 0 ? 1 : right / of;
}

function adaptedRatio(
  texts: readonly LabelledText[],
  find: (labelled: LabelledText) => readonly FoundSpan[],
): Ratio {
  let of = 0;
  let right = 0;
  for (const labelled of texts) {
    const { text, labels } = labelled;
    const adapted = labels.filter((label) => label.adapted);
    if (adapted.length === 0) continue;
    const spans = flatten(find(labelled));
    of += adapted.length;
    right += adapted.filter((label) => spans.some((span) => matches(text, span, label))).length;
  }
  return { right, of };
}

function outermostKnown(spans: readonly FoundSpan[], known: ReadonlySet<string>): FoundSpan[] {
  return spans.flatMap((span) => (known.has(span.id) ? [span] : outermostKnown(span.nested, known)));
}

function flatten(spans: readonly FoundSpan[]): FoundSpan[] {
  return spans.flatMap((span) => [span, ...flatten(span.nested)]);
}

function matches(text: string, span: FoundSpan, label: Label): boolean {
  if (span.id !== label.id) return false;
  const [start, end] = trimmed(text, span.start, span.end);
  const [labelStart, labelEnd] = trimmed(text, label.start, label.end);
  return start === labelStart && end === labelEnd;
}

function trimmed(text: string, start: number, end: number): [number, number] {
  while (start < end && EDGE.test(text[start] ?? '')) start++;
  while (end > start && EDGE.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

interface Place {
  readonly start: number;
  readonly end: number;
}
const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
const encloses = (a: Place, b: Place): boolean => a.start <= b.start && b.end <= a.end;

/** Words that the context says are not the bundled term. */
function isElsewhere({ sense }: Label): boolean {
  return sense?.startsWith('other-') ?? false;
}

/** Whether the sense that was told, if any, is what the reader saw. */
function saysSense(span: FoundSpan, label: Label): boolean {
  if (label.sense === null || span.sense === undefined) return !isElsewhere(label);
  return span.sense.id === label.sense || span.sense.certainty !== 'sure';
}
