import { PASSAGES_KEY, passagesWanted } from '../../core/passages/passage-settings.ts';
import { onLocalChanged, onMessage, readLocal, sendToBackground } from '../../platform/content-api.ts';
import { isAboutPassages } from '../../protocol/passages-to-page.ts';
import { providedPagePassages, type PagePassagesScript, type PassagesHost } from './passages-link.ts';

/** Passages are looked for so long after the page's first terms, in milliseconds. */
const WAIT = 1000;

/**
 * All that a page without passages carries of them: it loads their script once the
 * page has terms and the reader wants passages marked, or when the panel asks.
 */
export class PassagesGate {
  readonly #host: PassagesHost;
  #script: PagePassagesScript | undefined;
  #loading: Promise<PagePassagesScript | undefined> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PassagesHost) {
    this.#host = host;
    const { signal } = host;
    onMessage(
      (message) =>
        isAboutPassages(message) ? this.#load().then((script) => script?.answer(message)) : undefined,
      signal,
    );
    onLocalChanged((changes) => {
      // A script that is there hears of it by itself.
      if (PASSAGES_KEY in changes && this.#script === undefined) this.pageChanged();
    }, signal);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
  }

  get script(): PagePassagesScript | undefined {
    return this.#script;
  }

  /** The page was read, or has changed, or Tifa was switched. */
  pageChanged(): void {
    if (this.#script !== undefined) {
      this.#script.changed();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#host.count() === 0) return;
      void readLocal().then(({ [PASSAGES_KEY]: stored }) =>
        passagesWanted(stored) ? this.#load() : undefined,
      );
    }, WAIT);
  }

  #load(): Promise<PagePassagesScript | undefined> {
    return (this.#loading ??= this.#fetch());
  }

  async #fetch(): Promise<PagePassagesScript | undefined> {
    if (providedPagePassages() === undefined) await sendToBackground({ type: 'tifa:load-passages' });
    const create = providedPagePassages();
    if (create === undefined || this.#host.signal.aborted) {
      this.#loading = undefined;
      return undefined;
    }
    return (this.#script = create(this.#host));
  }
}
