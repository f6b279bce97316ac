/**
 * The seam to the browser for content scripts: the few calls that they make, on
 * the browser's own API. Chrome's and Firefox's both return promises in Manifest
 * V3, so no polyfill is loaded into every page.
 *
 * After the extension has been updated or removed these calls fail; that is a
 * state of the page, not an error: see {@link ContentApi.alive}.
 */

/** What a key of storage held before and holds now. */
interface StorageChange {
  readonly oldValue?: unknown;
  readonly newValue?: unknown;
}

interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string): Promise<void>;
}
interface Listeners<T extends (...args: never[]) => unknown> {
  addListener(listener: T): void;
  removeListener(listener: T): void;
}
type MessageListener = (
  message: unknown,
  sender: { id?: string },
  reply: (answer: unknown) => void,
) => boolean | undefined;
interface Api {
  /** In content scripts as well. */
  extension?: { inIncognitoContext?: boolean };
  i18n: {
    getMessage(key: string, substitutions: string[]): string;
    getUILanguage(): string;
  };
  runtime: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: Listeners<MessageListener>;
  };
  storage: {
    local: Area;
    onChanged: Listeners<(changes: Record<string, StorageChange>, area: string) => void>;
  };
}

function api(): Api {
  const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
  const found = scope.browser ?? scope.chrome;
  if (found === undefined) throw new Error('no extension API here');
  return found;
}

/** Whether the extension that this script belongs to is still there. */
export function extensionAlive(): boolean {
  try {
    return api().runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** Whether the page is in a private window (incognito), where the reader has allowed the extension. */
export function inPrivateWindow(): boolean {
  try {
    return api().extension?.inIncognitoContext === true;
  } catch {
    return false;
  }
}

/** Strings that were asked for already: they can still be shown when the extension is gone. */
const messages = new Map<string, string>();

/** A string of the interface; empty where the extension is gone and it was never asked for. */
export function contentMessage(key: string, ...substitutions: string[]): string {
  const call = [key, ...substitutions].join('\n');
  try {
    const message = api().i18n.getMessage(key, substitutions);
    if (message !== '') messages.set(call, message);
  } catch {
    // The extension was updated or removed.
  }
  return messages.get(call) ?? '';
}

/** The language that the interface is in. */
export function contentLanguage(): 'zh' | 'en' {
  try {
    return api().i18n.getUILanguage().startsWith('zh') ? 'zh' : 'en';
  } catch {
    return 'en';
  }
}

/** What local extension storage held when it was last read or heard of. */
let known: Record<string, unknown> = {};

/**
 * Reads all of local extension storage, in one question; nothing where the
 * extension is gone. What is large is not kept there (docs/decisions/0010).
 */
export async function readLocal(): Promise<Record<string, unknown>> {
  try {
    return (known = await api().storage.local.get(null));
  } catch {
    return {};
  }
}

/** Writes a key of local extension storage, or removes it: `undefined`. False where that failed. */
export async function writeLocal(key: string, value: unknown): Promise<boolean> {
  try {
    await (value === undefined ? api().storage.local.remove(key) : api().storage.local.set({ [key]: value }));
    return true;
  } catch {
    return false;
  }
}

/** Sends a message to the worker; undefined where nobody answers. */
export async function sendToBackground(message: unknown): Promise<unknown> {
  if (!extensionAlive()) return undefined;
  try {
    return await api().runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

/** Answers messages from our own worker and pages until `signal` aborts; an answer may be on its way. */
export function onMessage(handle: (message: unknown) => unknown, signal: AbortSignal): void {
  const listener: MessageListener = (message, sender, reply) => {
    if (sender.id !== api().runtime.id) return undefined;
    const answer = handle(message);
    if (answer instanceof Promise) {
      void answer.then(reply, () => {
        reply(undefined);
      });
      return true;
    }
    if (answer !== undefined) reply(answer);
    return undefined;
  };
  listen(api().runtime.onMessage, listener, signal);
}

/** Hears of changes of local extension storage until `signal` aborts. */
export function onLocalChanged(
  handle: (changes: Readonly<Record<string, StorageChange>>) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, StorageChange>, area: string): void => {
    if (area !== 'local') return;
    if (import.meta.env.FIREFOX) {
      for (const [key, { newValue }] of Object.entries(changes)) known[key] = newValue;
    }
    handle(changes);
  };
  listen(api().storage.onChanged, listener, signal);
  // A page in the back/forward cache hears of nothing in Firefox. (Chromium tells it when it comes back.)
  if (import.meta.env.FIREFOX) {
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.isTrusted && event.persisted) void missedChanges().then(handle);
      },
      { signal },
    );
  }
}

async function missedChanges(): Promise<Record<string, StorageChange>> {
  const before = known;
  const now = await readLocal();
  const changes: Record<string, StorageChange> = {};
  for (const key of Object.keys({ ...before, ...now })) {
    const [oldValue, newValue] = [before[key], now[key]];
    if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) changes[key] = { oldValue, newValue };
  }
  return changes;
}

function listen<T extends (...args: never[]) => unknown>(
  event: Listeners<T>,
  listener: T,
  signal: AbortSignal,
): void {
  event.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      try {
        event.removeListener(listener);
      } catch {
        // The extension is gone, and its listeners with it.
      }
    },
    { once: true },
  );
}
