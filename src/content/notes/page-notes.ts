import { describe } from '../../core/anchor/describe.ts';
import type { NewNote, Note } from '../../core/notes/note-edits.ts';
import { NOTES_MARK, noteChoiceKeys, noteChoices } from '../../core/notes/note-settings.ts';
import type { SightState } from '../../core/notes/sighting.ts';
import { buildFoldTable } from '../../core/text/build-fold-table.ts';
import type { FoldTable } from '../../core/text/fold-table.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import { readPageText, type PageText } from '../../dom/page-text.ts';
import { inPrivateWindow, onLocalChanged, readLocal } from '../../platform/content-api.ts';
import type { NotesOfPage, PageClaim } from '../../protocol/notes.ts';
import type { PageNotesState } from '../../protocol/notes-to-page.ts';
import type { NoteForm, NotesModel } from '../../ui/notes/notes-model.ts';
import { ask } from './ask.ts';
import { NoteDrafts } from './note-drafts.ts';
import { describePage } from './page-description.ts';
import { pageModel, type ModelPage } from './page-model.ts';
import { PlacedNotes } from './placed-notes.ts';
import type { NotesHost } from './notes-link.ts';

/** The page must have been quiet for so long before a note is looked for, in milliseconds. */
const QUIET = 1000;
/** Notes are looked for after so long even if the page is never quiet. */
const LATEST = 10_000;

/** Everything of a note but what the reader writes. */
export type NotePlace = Omit<NewNote, keyof NoteForm>;

/**
 * The notes of one page: asked for, found in its text, painted, and found again when
 * the page changes. Its text is read only where there is a note, or one is taken.
 */
export class NotesOnPage implements ModelPage {
  readonly drafts = new NoteDrafts();
  readonly placed = new PlacedNotes();
  readonly #host: NotesHost;
  readonly #listeners = new Set<() => void>();
  readonly #reported = new Map<string, SightState>();
  readonly #choiceKeys = noteChoiceKeys(location.host);
  readonly #began = performance.now();
  #panelOnly = false;
  #decided = false;
  #table: FoldTable | undefined;
  #text: PageText | undefined;
  #mutations: MutationObserver | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  /** Of what page and terms notes were asked for last, and how many such questions are on their way. */
  #asked = '';
  #asking = 0;
  /** When the page changed first since its notes were last looked for. */
  #changedAt: number | undefined;

  constructor(host: NotesHost) {
    this.#host = host;
    const { signal } = host;
    signal.addEventListener('abort', () => {
      this.stop();
    });
    onLocalChanged((changes) => {
      if (this.#choiceKeys.panelOnly in changes) void this.refresh();
      else if (NOTES_MARK in changes) void this.refresh();
    }, signal);
  }

  get table(): FoldTable {
    return (this.#table ??= buildFoldTable());
  }

  /** The page's text as it is now. */
  get text(): PageText {
    return (this.#text ??= readPageText(document.documentElement, this.table));
  }

  claim(): PageClaim & { readonly canonicalUrl: string } {
    const { canonicalUrl, fingerprint } = describePage(this.text.fingerprint);
    return { canonicalUrl, fingerprint };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  written(): void {
    void this.refresh();
  }

  wanted(): void {
    if (this.#asking === 0 || this.#question() !== this.#asked) void this.refresh();
  }

  /** Asks for the page's notes and finds them. */
  async refresh(): Promise<void> {
    const keys = this.#choiceKeys;
    const termIds = this.termIds();
    this.#asked = this.#question();
    const page = this.claim();
    this.#asking++;
    const [stored, outcome] = await Promise.all([
      readLocal(),
      ask<NotesOfPage>({ type: 'tifa:notes/of-page', page, termIds }),
    ]);
    this.#asking--;
    if (this.#host.signal.aborted || !outcome.ok) return;
    this.#panelOnly = noteChoices(keys, stored).panelOnly;
    this.drafts.set(outcome.value.drafts, page.canonicalUrl, termIds);
    this.placed.set(outcome.value.notes);
    this.#watch();
    this.#find();
  }

  /** The page has changed: its notes are looked for again once it is quiet. */
  changed(): void {
    this.#text = undefined;
    this.#changedAt ??= performance.now();
    clearTimeout(this.#quiet);
    const waited =
      performance.now() - Math.max(this.#changedAt, this.#decided ? this.#changedAt : this.#began);
    const wait = Math.max(0, Math.min(QUIET, LATEST - waited));
    this.#quiet = setTimeout(() => {
      this.#changedAt = undefined;
      // Other terms, or another article under the same script: other notes.
      if (this.#question() !== this.#asked) void this.refresh();
      else this.#find();
    }, wait);
  }

  #question(): string {
    return [location.href, ...this.termIds()].join('\n');
  }

  stop(): void {
    clearTimeout(this.#quiet);
    this.#mutations?.disconnect();
    this.placed.unpaint();
    this.#listeners.clear();
  }

  termIds(): string[] {
    return [...new Set(this.#host.mentions().map((mention) => this.#host.idOf(mention)))];
  }

  /** The notes at a mention of a term: those on the term, then those on words that it is among. */
  at(mention: PageMention, id: string): NotesModel {
    return pageModel(
      this,
      () => {
        const here = this.placed.meeting(mention.range);
        return [
          ...this.placed.notes.filter((note) => note.target === 'term' && note.termId === id),
          ...here,
        ].map((note) => this.listed(note));
      },
      () => ({ target: 'term', termId: id, page: this.#page(), selectors: [] }),
    );
  }

  /** The notes at a place that is no term, with room for one more there. */
  model(list: () => readonly Note[], place: () => NotePlace): NotesModel {
    return pageModel(this, () => list().map((note) => this.listed(note)), place);
  }

  listed(note: Note) {
    const resolution = this.placed.resolutionOf(note.id);
    return resolution?.state === 'changed' ? { note, diff: resolution.diff } : { note };
  }

  /** A place for a note on some words; undefined where none of them is read. */
  quotePlace(range: Range): NotePlace | undefined {
    const { text } = this;
    const span = text.spanOf(range);
    if (span === undefined) return undefined;
    const selectors = describe(text.anchor, span.start, span.end);
    return selectors.length === 0 ? undefined : { target: 'quote', page: this.#page(), selectors };
  }

  pagePlace(): NotePlace {
    return { target: 'page', page: this.#page(), selectors: [] };
  }

  state(): PageNotesState {
    const mentions = this.#host.mentions();
    const selection = getSelection();
    return {
      page: this.#page(),
      termIds: this.termIds(),
      decided: this.#decided,
      places: this.placed.states(
        this.text,
        (termId) => mentions.find((mention) => this.#host.idOf(mention) === termId)?.range,
      ),
      selection: selection !== null && !selection.isCollapsed,
    };
  }

  #page() {
    return describePage(this.text.fingerprint);
  }

  #find(): void {
    if (this.placed.notes.some(({ target }) => target === 'quote')) this.placed.resolve(this.text);
    this.#decided = true;
    if (this.#panelOnly) this.placed.unpaint();
    else this.placed.paint(this.#host.mentions(), (mention) => this.#host.idOf(mention));
    for (const listener of this.#listeners) listener();
    this.#report();
  }

  /** Tells the worker what has become of the notes' words, once each; of a private window nothing is kept. */
  #report(): void {
    if (inPrivateWindow()) return;
    const states = this.placed.sightings().filter(([id, state]) => this.#reported.get(id) !== state);
    if (states.length === 0) return;
    for (const [id, state] of states) this.#reported.set(id, state);
    void ask({ type: 'tifa:notes/saw', page: this.claim(), states });
  }

  /** From now on a highlight whose text changes goes in the same task. */
  #watch(): void {
    if (this.#mutations !== undefined || this.placed.notes.length === 0) return;
    this.#mutations = new MutationObserver((records) => {
      const touched = new Set(
        records.flatMap(({ type, target }) => (type === 'characterData' ? [target] : [])),
      );
      const removed = records.some(({ removedNodes }) => removedNodes.length > 0);
      if (touched.size > 0 || removed) {
        this.placed.drop((node) => touched.has(node) || !node.isConnected);
      }
      this.changed();
    });
    this.#mutations.observe(document, { childList: true, characterData: true, subtree: true });
  }
}
