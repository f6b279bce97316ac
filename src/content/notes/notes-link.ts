import type { PageMention } from '../../dom/page-mention.ts';
import type { TextPoint } from '../../dom/hit-test.ts';
import type { NotesModel } from '../../ui/notes/notes-model.ts';

/** What the script of notes needs of the content script that it is loaded beside. */
export interface NotesHost {
  readonly signal: AbortSignal;
  mentions(): PageMention[];
  /** Has {@link idOf} know what terms are called; false where that cannot be had. */
  named(): Promise<boolean>;
  idOf(mention: PageMention): string;
  mentionAt(point: TextPoint): PageMention | undefined;
  /** The mention that the reader has stepped to, if any. */
  current(): PageMention | undefined;
  /** Takes over the events of an element of ours that holds what the reader types in. */
  keepEvents(host: Element, deepest: () => Element | null): void;
}

/** The script of notes, as the content script uses it. */
export interface PageNotes {
  /** The page has changed. */
  changed(): void;
  /** Notes have changed somewhere: ask for them again. */
  refresh(): void;
  /** The reader has selected something, or nothing any more. */
  selected(toolbar: boolean): void;
  /** The notes at a mention, for its card. */
  at(mention: PageMention, id: string): NotesModel;
  /** What the worker or the panel asks for. */
  answer(message: unknown): unknown;
}

export type CreatePageNotes = (host: NotesHost) => PageNotes;

/** The name under which the script leaves its function for the content script, in their own world. */
const GLOBAL = 'tifaCreatePageNotes';

type Scope = Partial<Record<typeof GLOBAL, CreatePageNotes>>;

export function providePageNotes(create: CreatePageNotes): void {
  (globalThis as Scope)[GLOBAL] = create;
}

export function providedPageNotes(): CreatePageNotes | undefined {
  return (globalThis as Scope)[GLOBAL];
}
