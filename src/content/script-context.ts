/** Where the script that runs in this frame can be told to end, in the extension's own world; src/background/sites.ts looks there too. */
const scope = globalThis as { tifaEnd?: () => void };

/**
 * How long one content script lives in its frame: until a newer one starts there, or it
 * is told to end. It takes the place of WXT's class of that name (wxt.config.ts), which
 * announces every start to the page and ends at an event that any page can make up
 * (docs/decisions/0161).
 */
export class ContentScriptContext {
  readonly #controller = new AbortController();

  constructor() {
    scope.tifaEnd?.();
    scope.tifaEnd = () => {
      this.abort();
    };
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(): void {
    delete scope.tifaEnd;
    this.#controller.abort();
  }
}
