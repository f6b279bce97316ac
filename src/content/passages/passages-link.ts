import type { Opening } from '../../core/opening.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { TextPoint } from '../../dom/hit-test.ts';
import type { CardPassage } from '../../ui/card/card-types.ts';

/** What the script of passages needs of the content script that it is loaded beside. */
export interface PassagesHost {
  readonly signal: AbortSignal;
  /** How many terms the page has; 0 where Tifa is off for it. */
  count(): number;
  /** What opens cards, as the reader chose. */
  opening(): Opening;
  isOn(): boolean;
  readonly shadowRoots: () => readonly ShadowRoot[];
  mentionAt(point: TextPoint): PageMention | undefined;
  /** Opens the card of a passage beside a place. */
  open(range: StaticRange, passage: CardPassage): void;
}

/** The script of passages, as the content script uses it. */
export interface PagePassagesScript {
  /** The page has changed, or Tifa was switched on or off for it. */
  changed(): void;
  /** The passage that a place is in. */
  at(range: AbstractRange): CardPassage | undefined;
  /** What the panel asks for. */
  answer(message: unknown): unknown;
}

export type CreatePagePassages = (host: PassagesHost) => PagePassagesScript;

/** Shared with the script that is loaded on demand, in the extension's own world of the page. */
const scope = globalThis as { tifaCreatePagePassages?: CreatePagePassages };

export function providePagePassages(create: CreatePagePassages): void {
  scope.tifaCreatePagePassages = create;
}

export function providedPagePassages(): CreatePagePassages | undefined {
  return scope.tifaCreatePagePassages;
}
