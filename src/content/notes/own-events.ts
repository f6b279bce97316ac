/** What a reader's typing and pasting make, none of which is the page's business. */
const KEYS = ['keydown', 'keyup', 'keypress'] as const;
const OTHERS = [
  'beforeinput',
  'input',
  'change',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/**
 * Keeps what is typed into elements of ours from the page, whose own listeners may
 * sit on the window. An event is stopped there, before any of them hears it, and one
 * like it is given to the field that it was for, inside the element's shadow root.
 *
 * Made at document_start, so that it comes before the page's listeners.
 */
export class OwnEvents {
  readonly #deepest = new Map<EventTarget, () => Element | null>();
  /** Keys that went down in an element of ours and are not up yet. */
  readonly #down = new Set<string>();

  constructor() {
    for (const type of [...KEYS, ...OTHERS]) {
      window.addEventListener(
        type,
        (event) => {
          this.#keep(event);
        },
        // Not ended with the extension: what is in a form then is still the reader's alone.
        { capture: true },
      );
    }
  }

  /** @param deepest the field in it that has the focus */
  add(host: Element, deepest: () => Element | null): void {
    this.#deepest.set(host, deepest);
  }

  #keep(event: Event): void {
    const deepest = event.target === null ? undefined : this.#deepest.get(event.target);
    if (!event.isTrusted) return;
    if (deepest === undefined) {
      // The key that closed our element comes up in the page.
      if (event.type === 'keyup' && this.#down.delete((event as KeyboardEvent).code)) {
        event.stopImmediatePropagation();
      }
      return;
    }
    if (event.type === 'keydown') this.#down.add((event as KeyboardEvent).code);
    if (event.type === 'keyup') this.#down.delete((event as KeyboardEvent).code);
    const copy = copyOf(event);
    const taken = deepest()?.dispatchEvent(copy) === false;
    if (taken) event.preventDefault();
    // Escape that no form in the card has taken is the card's own, which lets nobody else hear it.
    const closes = event instanceof KeyboardEvent && event.key === 'Escape' && !taken;
    if (!closes || (event.target as Element).localName !== 'tifa-card') event.stopImmediatePropagation();
  }
}

/** The same event, not trusted, that does not leave the shadow root that it happens in. */
function copyOf(event: Event): Event {
  const init = { bubbles: true, cancelable: event.cancelable, composed: false };
  if (event instanceof KeyboardEvent) {
    const { key, code, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event;
    return new KeyboardEvent(event.type, {
      ...init,
      key,
      code,
      ctrlKey,
      metaKey,
      shiftKey,
      altKey,
      isComposing,
    });
  }
  return new Event(event.type, init);
}
