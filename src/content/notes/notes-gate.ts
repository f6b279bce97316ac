import { noteChoiceKeys, noteChoices, NOTES_MARK, notesMark } from '../../core/notes/note-settings.ts';
import {
  extensionAlive,
  onLocalChanged,
  onMessage,
  readLocal,
  sendToBackground,
} from '../../platform/content-api.ts';
import type { NotesFromPage } from '../../protocol/notes.ts';
import { isAboutNotesOnPage } from '../../protocol/notes-to-page.ts';
import { providedPageNotes, type NotesHost, type PageNotes } from './notes-link.ts';

/** The page must have been quiet for so long before its notes are looked for, in milliseconds. */
const QUIET = 1000;
/** They are looked for after so long at the latest. */
const LATEST = 10_000;
/** After the last change of a selection, in milliseconds. */
const SETTLED = 120;

/**
 * All that a page without notes carries of them: it loads the script of notes once
 * there are any at all and the page is quiet, or when the reader selects something.
 */
export class NotesGate {
  readonly #host: NotesHost;
  readonly #began = performance.now();
  #any = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #selecting: ReturnType<typeof setTimeout> | undefined;
  #toolbarShown = false;
  #notes: PageNotes | undefined;
  #loading: Promise<PageNotes | undefined> | undefined;

  constructor(host: NotesHost) {
    this.#host = host;
    const { signal } = host;
    void readLocal().then(({ [NOTES_MARK]: mark }) => {
      this.#any = notesMark(mark).any;
      this.pageChanged();
    });
    onLocalChanged(({ [NOTES_MARK]: change }) => {
      if (change === undefined) return;
      this.#any = notesMark(change.newValue).any;
      // A script that is there hears of it by itself.
      if (this.#notes === undefined) this.pageChanged();
    }, signal);
    onMessage(
      (message) =>
        isAboutNotesOnPage(message) ? this.load().then((notes) => notes?.answer(message)) : undefined,
      signal,
    );
    const settled = (): void => {
      clearTimeout(this.#selecting);
      this.#selecting = setTimeout(() => void this.#selected(), SETTLED);
    };
    const options = { capture: true, passive: true, signal };
    // Only what the reader selects by hand: pages select texts themselves.
    for (const type of ['pointerup', 'touchend', 'keyup'] as const) {
      window.addEventListener(
        type,
        (event) => {
          if (event.isTrusted) settled();
        },
        options,
      );
    }
    signal.addEventListener('abort', () => {
      clearTimeout(this.#quiet);
      clearTimeout(this.#selecting);
    });
  }

  /** The page was read, or has changed. */
  pageChanged(): void {
    if (!this.#any) return;
    if (this.#notes !== undefined) {
      this.#notes.changed();
      return;
    }
    clearTimeout(this.#quiet);
    const wait = Math.max(0, Math.min(QUIET, LATEST - (performance.now() - this.#began)));
    this.#quiet = setTimeout(() => void this.load(), wait);
  }

  get notes(): PageNotes | undefined {
    return this.#notes;
  }

  /** The script of notes, loaded at most once; undefined where it cannot be had. */
  load(): Promise<PageNotes | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<PageNotes | undefined> {
    const request: NotesFromPage = { type: 'tifa:notes/load' };
    const [named] = await Promise.all([this.#host.named(), providedPageNotes() ?? sendToBackground(request)]);
    const create = providedPageNotes();
    if (create === undefined || !named || this.#host.signal.aborted) {
      this.#loading = undefined;
      return undefined;
    }
    return (this.#notes = create(this.#host));
  }

  async #selected(): Promise<void> {
    const selection = getSelection();
    const some = selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
    if (!some && !this.#toolbarShown) return;
    if (!extensionAlive()) return;
    const keys = noteChoiceKeys(location.host);
    const wanted = some && noteChoices(keys, await readLocal()).toolbar;
    if (!wanted && !this.#toolbarShown) return;
    this.#toolbarShown = wanted;
    (await this.load())?.selected(wanted);
  }
}
