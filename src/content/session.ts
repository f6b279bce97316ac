import type { Matcher } from '../core/match/matcher.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { hiddenIn, LOOK_KEY } from '../core/look.ts';
import { OPENING_KEY, readOpening, type Opening } from '../core/opening.ts';
import { afterFrame } from '../dom/after-frame.ts';
import { PageReader } from '../dom/page-reader.ts';
import { Painter } from '../dom/painter.ts';
import { extensionAlive, onLocalChanged, onMessage, sendToBackground } from '../platform/content-api.ts';
import type { PageSummary, ToBackground } from '../protocol/messages.ts';
import { toPage } from '../protocol/to-page.ts';
import { CardGate } from './card/card-gate.ts';
import type { PageCard } from './card/card-link.ts';
import { selectedText } from './card/selected.ts';
import { NotesGate } from './notes/notes-gate.ts';
import { PassagesGate } from './passages/passages-gate.ts';
import { OwnEvents } from './notes/own-events.ts';
import { Objecting } from './objecting.ts';
import { dress } from './dress.ts';
import { EntryNames } from './entry-names.ts';
import { pageAddress } from './page-address.ts';
import { Switches } from './switches.ts';

/** At most one count is reported to the worker in this time, in milliseconds. */
const REPORT_INTERVAL = 250;

/**
 * What Tifa does in one frame of a page: `off`, or `on` with a reader, until the
 * signal aborts (the page goes, or the extension does).
 */
export class Session {
  readonly #makeMatcher: () => Matcher;
  readonly #signal: AbortSignal;
  readonly #end: () => void;
  readonly #switches: Switches;
  /** Whether it is to be on, and whether the page has drawn its first frame, before which nothing is done. */
  #wanted = false;
  #begun = false;
  #recogniser: Recogniser | undefined;
  #reader: PageReader | undefined;
  #card: CardGate | undefined;
  readonly #objecting: Objecting;
  readonly #names = new EntryNames();
  #stored: Readonly<Record<string, unknown>> = {};
  #notes: NotesGate | undefined;
  #passages: PassagesGate | undefined;
  readonly #ownEvents = new OwnEvents();
  #reported = 0;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param end aborts the signal: the reader has taken the site back */
  constructor(makeMatcher: () => Matcher, signal: AbortSignal, end: () => void) {
    this.#makeMatcher = makeMatcher;
    this.#signal = signal;
    this.#end = end;
    this.#switches = new Switches(signal);
    this.#objecting = new Objecting(location.host, () => this.#recognise().matcher.foldTable);
  }

  async start(): Promise<void> {
    const { on, stored } = await this.#switches.read();
    this.#stored = stored;
    if (this.#signal.aborted) return;
    this.#objecting.take(stored);
    // Here already: the page's first frame is still to come.
    if (on && !this.#objecting.isEmpty) void this.#names.ask();
    this.#signal.addEventListener('abort', () => {
      this.#setOn(false);
    });
    onMessage((message) => this.#answer(message), this.#signal);
    this.#wanted = on;
    this.#switches.follow((isOn) => {
      this.#want(isOn);
    });
    onLocalChanged((changes) => {
      this.#followStored(changes);
    }, this.#signal);
    dress(stored[LOOK_KEY], this.#signal);
    for (const type of ['pagehide', 'pageshow', 'prerenderingchange'] as const) {
      window.addEventListener(type, this.#comesOrGoes, { signal: this.#signal, capture: true });
    }
    // The page comes first: it loads and shows its text as if nobody was here.
    await afterFrame();
    if (this.#wanted) {
      await this.#prepare();
      await afterFrame();
    }
    this.#begun = true;
    await this.#turn();
  }

  #want(on: boolean): void {
    this.#wanted = on;
    if (this.#begun) void this.#turn();
  }

  async #turn(): Promise<void> {
    if (this.#wanted) await this.#prepare();
    this.#setOn(this.#wanted);
  }

  /** What the reader objected to is told by name; where there is any, names are there before marks are. */
  async #prepare(): Promise<void> {
    this.#recognise();
    if (!this.#objecting.isEmpty) await this.#named();
  }

  #recognise(): Recogniser {
    return (this.#recogniser ??= new Recogniser(this.#makeMatcher()));
  }

  readonly #named = (): Promise<boolean> => this.#names.give(this.#recognise().matcher);

  /**
   * A frame that goes takes back what it reported, since nobody else tells the worker of it;
   * one that comes back from the back/forward cache reports anew, as one does that was
   * prerendered and is seen now. In Firefox the worker hears of pages itself, and a script of
   * a page whose tab is closed is cut short, with a warning.
   */
  readonly #comesOrGoes = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'pagehide') {
      if (import.meta.env.FIREFOX && window.top === window) this.#reported = 0;
      else this.#send(0);
      return;
    }
    if (event.type === 'pageshow') {
      if (!(event as PageTransitionEvent).persisted) return;
      // Its site may have been taken back meanwhile, when no message reached it.
      askWhetherToLeave();
    }
    // Also that there is nothing now: what the page before it had may still be in the badge.
    this.#reported = -1;
    this.#report();
  };

  #followStored(changes: Readonly<Record<string, { newValue?: unknown }>>): void {
    const stored = { ...this.#stored };
    for (const [key, { newValue }] of Object.entries(changes)) stored[key] = newValue;
    this.#stored = stored;
    const terms = this.#objecting.follow(changes);
    // Where it is not on yet, they are applied when it is.
    if (terms.size === 0 || this.#reader === undefined) return;
    void this.#named().then(() => {
      this.#applyObjections((id) => terms.has(id));
    });
  }

  #applyObjections(concerned: (id: string) => boolean): void {
    const objecting = this.#objecting;
    const { matcher } = this.#recognise();
    if (!matcher.isNamed) return;
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
      this.#passages?.pageChanged();
      this.#report();
      return;
    }
    const recogniser = this.#recognise();
    const changed = (): void => {
      this.#switches.pageChanged();
      this.#report();
      this.#card?.card?.pageChanged();
      this.#notes?.pageChanged();
      this.#passages?.pageChanged();
    };
    const painter = new Painter(undefined, undefined, hiddenIn(this.#stored[LOOK_KEY]));
    this.#reader = new PageReader(recogniser, painter, changed, extensionAlive);
    this.#applyObjections(() => false);
    this.#reader.start();
    this.#card ??= this.#makeCard(recogniser);
    // Notes and passages are of whole pages; a frame in one has none of its own.
    if (window.top !== window) return;
    this.#notes ??= this.#makeNotes(recogniser.matcher);
    this.#passages ??= this.#makePassages();
    // A short page was read before there was anybody to hear of it.
    this.#passages.pageChanged();
  }

  #makePassages(): PassagesGate {
    return new PassagesGate({
      signal: this.#signal,
      count: () => this.#count,
      isOn: () => this.#isOn(),
      opening: this.#opening,
      shadowRoots: () => this.#reader?.shadowRoots ?? [],
      mentionAt: (point) => this.#reader?.mentionAt(point),
      open: (range, passage) => {
        this.#card?.openPassage(range, passage);
      },
    });
  }

  #makeNotes(matcher: Matcher): NotesGate {
    return new NotesGate({
      signal: this.#signal,
      mentions: () => this.#reader?.mentions() ?? [],
      named: this.#named,
      idOf: ({ mention }) => matcher.id(mention.entry),
      mentionAt: (point) => this.#reader?.mentionAt(point),
      current: () => this.#card?.card?.current,
      keepEvents: (host, deepest) => {
        this.#ownEvents.add(host, deepest);
      },
    });
  }

  #makeCard(recogniser: Recogniser): CardGate {
    return new CardGate({
      signal: this.#signal,
      recogniser,
      objecting: this.#objecting,
      reader: () => this.#reader,
      opening: this.#opening,
      named: this.#named,
      passageAt: (range) => this.#passages?.script?.at(range),
      notes: async (mention, id) => (await this.#notes?.load())?.at(mention, id),
      keepEvents: (host, deepest) => {
        this.#ownEvents.add(host, deepest);
      },
    });
  }

  readonly #opening = (): Opening => readOpening(this.#stored[OPENING_KEY]);

  /** Tells the worker the count for the badge, not more often than is useful. */
  #report(): void {
    if (this.#reportTimer !== undefined || this.#signal.aborted) return;
    this.#reportTimer = setTimeout(() => {
      this.#reportTimer = undefined;
      this.#send(this.#count);
    }, REPORT_INTERVAL);
  }

  #send(count: number): void {
    // What the reader does not see yet is not counted.
    const unseen = (document as { prerendering?: boolean }).prerendering === true;
    if (count === this.#reported || unseen || this.#signal.aborted || !extensionAlive()) return;
    this.#reported = count;
    const message: ToBackground = { type: 'tifa:counted', count };
    void sendToBackground(message);
  }

  /** Does what a message from the worker or the popup asks for. */
  #answer(message: unknown): unknown {
    const request = toPage(message);
    switch (request?.type) {
      case 'tifa:leave':
        this.#end();
        return true;
      case 'tifa:ask-again':
        askWhetherToLeave();
        return undefined;
      case 'tifa:summarise':
        return this.#summary();
      case 'tifa:step':
        return this.#count > 0 && this.#withCard((card) => card.step(request.by, request));
      case 'tifa:open-current':
        return this.#count > 0 && this.#withCard((card) => card.openCurrent());
      case 'tifa:jump':
        return this.#withCard((card) => card.jump(request.id), this.#named());
      case 'tifa:selection':
        return selectedText();
      case 'tifa:open-at-selection':
        return this.#withCard((card) => card.openAtSelection(request.id), this.#named());
      case undefined:
        return undefined;
    }
  }

  /** What the card's script does, loaded for it where Tifa is on; false where it is not, or cannot be had. */
  async #withCard<T>(act: (card: PageCard) => T, needed?: Promise<boolean>): Promise<T | false> {
    if (!this.#isOn()) return false;
    const [card, there] = await Promise.all([this.#card?.load(), needed ?? true]);
    // The reader may have switched it off meanwhile.
    return there && card !== undefined && this.#isOn() && act(card);
  }

  #isOn(): boolean {
    return this.#reader !== undefined;
  }

  get #count(): number {
    return this.#reader?.count ?? 0;
  }

  async #summary(): Promise<PageSummary> {
    // A page without terms needs no article, and no script to find one.
    const summary = this.#count > 0 && (await this.#withCard((card) => card.summary(), this.#named()));
    if (summary !== false) return summary;
    return {
      address: pageAddress() ?? location.href,
      on: this.#isOn(),
      count: this.#count,
      tallies: [],
    };
  }
}

/** Where the page may not be read any more, the worker answers with the request to leave. */
function askWhetherToLeave(): void {
  void sendToBackground({ type: 'tifa:is-on' } satisfies ToBackground);
}
