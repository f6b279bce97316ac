import { Matcher } from '../core/match/matcher.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { switchKeys, switchState, type SwitchKeys } from '../core/settings.ts';
import type { PageMention } from '../dom/page-marks.ts';
import { PageReader } from '../dom/page-reader.ts';
import { Painter } from '../dom/painter.ts';
import {
  extensionAlive,
  onLocalChanged,
  onMessage,
  readLocal,
  sendToBackground,
} from '../platform/content-api.ts';
import type { PageSummary, ToBackground } from '../protocol/messages.ts';
import { toPage } from '../protocol/to-page.ts';
import { CardController } from './card/controller.ts';
import { selectedText } from './card/selected.ts';
import { Objecting } from './objecting.ts';
import { cardPage, mentionsOf, tally } from './on-page.ts';
import { pageAddress } from './page-address.ts';

/** At most one count is reported to the worker in this time, in milliseconds. */
const REPORT_INTERVAL = 250;

/**
 * What Tifa does in one frame of a page: `off`, or `on` with a reader, until the
 * signal aborts (the page goes, or the extension does).
 */
export class Session {
  readonly #matcherBytes: () => Uint8Array;
  readonly #signal: AbortSignal;
  #recogniser: Recogniser | undefined;
  #reader: PageReader | undefined;
  #card: CardController | undefined;
  #objecting: Objecting | undefined;
  #stored: Readonly<Record<string, unknown>> = {};
  #reported = 0;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(matcherBytes: () => Uint8Array, signal: AbortSignal) {
    this.#matcherBytes = matcherBytes;
    this.#signal = signal;
  }

  async start(): Promise<void> {
    const address = pageAddress();
    const keys = address === undefined ? undefined : switchKeys(address);
    const [stored, asked] = await Promise.all([
      readLocal(),
      keys === undefined ? this.#askBackground() : undefined,
    ]);
    this.#stored = stored;
    const on = keys === undefined ? asked !== false : isOn(keys, stored);
    if (this.#signal.aborted) return;
    this.#signal.addEventListener('abort', () => {
      this.#setOn(false);
    });
    onMessage((message) => this.#answer(message), this.#signal);
    onLocalChanged((changes) => {
      this.#onObjections(changes);
      void this.#onSwitched(keys, changes);
    }, this.#signal);
    // A page that comes back from the back/forward cache has lost its badge.
    const options = { signal: this.#signal };
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) this.#reportAgain();
      },
      options,
    );
    this.#setOn(on);
  }

  #reportAgain(): void {
    this.#reported = 0;
    this.#report();
  }

  /** A frame of another origin does not know the page that it is in; the worker does. */
  async #askBackground(): Promise<boolean> {
    const question: ToBackground = { type: 'tifa:is-on' };
    return (await sendToBackground(question)) !== false;
  }

  async #onSwitched(keys: SwitchKeys | undefined, changes: Readonly<Record<string, unknown>>): Promise<void> {
    if (keys === undefined) {
      if (Object.keys(changes).some((key) => key.startsWith('off:')))
        this.#setOn(await this.#askBackground());
    } else if (keys.site in changes || keys.page in changes) {
      this.#setOn(isOn(keys, await readLocal()));
    }
  }

  #onObjections(changes: Readonly<Record<string, { newValue?: unknown }>>): void {
    const objecting = this.#objecting;
    const recogniser = this.#recogniser;
    if (objecting === undefined || recogniser === undefined) {
      // Not on yet: what is stored by then is read when it is.
      void readLocal().then((stored) => (this.#stored = stored));
      return;
    }
    const terms = objecting.follow(changes);
    if (terms.size > 0) this.#applyObjections((id) => terms.has(id));
  }

  #applyObjections(concerned: (id: string) => boolean): void {
    const objecting = this.#objecting;
    const matcher = this.#recogniser?.matcher;
    if (objecting === undefined || matcher === undefined) return;
    this.#reader?.setObjected(
      objecting.isEmpty ? undefined : ({ entry }, where) => objecting.has(matcher.id(entry), where),
      ({ entry }) => concerned(matcher.id(entry)),
    );
  }

  #setOn(on: boolean): void {
    if (on && this.#signal.aborted) return;
    if (on === (this.#reader !== undefined)) return;
    if (!on) {
      this.#reader?.stop();
      this.#reader = undefined;
      this.#card?.close();
      this.#report();
      return;
    }
    this.#recogniser ??= new Recogniser(new Matcher(this.#matcherBytes()));
    const changed = (): void => {
      this.#report();
      this.#card?.pageChanged();
    };
    if (this.#objecting === undefined) {
      this.#objecting = new Objecting(location.host, this.#recogniser.matcher.foldTable);
      this.#objecting.take(this.#stored);
    }
    this.#reader = new PageReader(this.#recogniser, new Painter(), changed, extensionAlive);
    this.#applyObjections(() => false);
    this.#reader.start();
    this.#card ??= this.#makeCard(this.#recogniser.matcher);
  }

  #makeCard(matcher: Matcher): CardController {
    const mentions = (): PageMention[] => this.#reader?.mentions() ?? [];
    return new CardController(
      {
        reader: () => this.#reader,
        idOf: ({ mention }) => matcher.id(mention.entry),
        mentionsOf: (id) => mentionsOf(id, mentions(), matcher),
        describe: (mention, id) => cardPage(mention, id, mentions(), matcher),
        object: async (what, id, range) => {
          if (what === 'never') return this.#objecting?.never(id);
          const where = this.#reader?.inRun(range);
          return where === undefined ? undefined : this.#objecting?.wrong(id, where);
        },
        takeBack: async (key) => (await this.#objecting?.takeBack(key)) ?? false,
      },
      this.#signal,
    );
  }

  /** Tells the worker the count for the badge, not more often than is useful. */
  #report(): void {
    if (this.#reportTimer !== undefined || this.#signal.aborted) return;
    const send = (): void => {
      this.#reportTimer = undefined;
      const count = this.#reader?.count ?? 0;
      if (count === this.#reported || this.#signal.aborted || !extensionAlive()) return;
      this.#reported = count;
      const message: ToBackground = { type: 'tifa:counted', count };
      void sendToBackground(message);
    };
    this.#reportTimer = setTimeout(send, REPORT_INTERVAL);
  }

  /** Does what a message from the worker or the popup asks for. */
  #answer(message: unknown): unknown {
    const request = toPage(message);
    switch (request?.type) {
      case 'tifa:summarise':
        return this.#summary();
      case 'tifa:step':
        return this.#reader !== undefined && (this.#card?.step(request.by, request) ?? false);
      case 'tifa:open-current':
        return this.#reader !== undefined && (this.#card?.openCurrent() ?? false);
      case 'tifa:jump':
        return this.#card?.jump(request.id) ?? false;
      case 'tifa:selection':
        return selectedText();
      case 'tifa:open-at-selection':
        if (this.#card === undefined || this.#reader === undefined) return false;
        return this.#card.openAtSelection(request.id);
      case undefined:
        return undefined;
    }
  }

  #summary(): PageSummary {
    return {
      address: pageAddress() ?? location.href,
      on: this.#reader !== undefined,
      count: this.#reader?.count ?? 0,
      tallies:
        this.#recogniser === undefined ? [] : tally(this.#reader?.mentions() ?? [], this.#recogniser.matcher),
    };
  }
}

function isOn(keys: SwitchKeys, stored: Readonly<Record<string, unknown>>): boolean {
  const { site, page } = switchState(keys, stored);
  return site && page;
}
