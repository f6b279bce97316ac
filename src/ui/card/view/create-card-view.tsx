import { render } from 'preact';
import { NOTES, type NotesKey } from '../../../locales/notes.ts';
import { contentLanguage, contentMessage } from '../../../platform/content-api.ts';
import { createHost } from '../../own-host.ts';
import { Card } from '../card.tsx';
import type { CardActions } from '../card-types.ts';
import type { CardKey } from '../translate.ts';
import type { CardAnchor, CardShown, CardView } from '../card-view.ts';
import css from '../card.css?inline';
import hostCss from './host.css?inline';
import { moveCard } from './move-card.ts';
import { placeCard } from './place-card.ts';

const NEEDED_LATER: readonly (CardKey | NotesKey)[] = [
  ...(Object.keys(NOTES) as NotesKey[]),
  'cardUpdated',
  'cardClose',
  'cardPin',
  'cardBack',
  'cardLoading',
];

/**
 * The card in the page: one element at the end of the document, made when the
 * first card opens, with a closed shadow root. It is a popover, so that it lies in
 * the top layer, above dialogs and fullscreen.
 */
export function createCardView(actions: CardActions): CardView {
  // Needed when the extension is gone, and then no longer to be had.
  for (const key of NEEDED_LATER) contentMessage(key);
  const host = createHost('tifa-card');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + hostCss);
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  mount.className = 'mount';
  const live = document.createElement('div');
  live.className = 'announcement';
  live.setAttribute('role', 'status');
  live.setAttribute('aria-live', 'polite');
  root.append(mount, live);
  host.popover = 'manual';

  let stopPlacing: (() => void) | undefined;
  let placedBy: CardAnchor['rects'] | undefined;
  let moved = false;

  const release = (): void => {
    stopPlacing?.();
    stopPlacing = undefined;
    placedBy = undefined;
  };

  return {
    host,
    deepest: () => root.activeElement,
    writing: () => mount.querySelector('textarea') !== null,
    show({ state, canGoBack, pinned, notes }: CardShown, anchor: CardAnchor) {
      render(
        <Card
          state={state}
          language={contentLanguage()}
          t={contentMessage}
          canGoBack={canGoBack}
          pinned={pinned}
          notes={notes}
          actions={{
            ...actions,
            onMoveStart: (event) => {
              moved = true;
              release();
              moveCard(host, event);
            },
          }}
        />,
        mount,
      );
      // A page may have thrown our element out since.
      const home = homeOf(anchor.context);
      if (host.parentNode !== home) home.append(host);
      if (!host.matches(':popover-open')) {
        host.showPopover();
        moved = false;
      }
      if (moved && pinned) return;
      if (placedBy === anchor.rects) return;
      release();
      placedBy = anchor.rects;
      stopPlacing = placeCard(host, anchor);
    },
    hide() {
      release();
      render(null, mount);
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
    },
    owns: (event) => event.composedPath().includes(host),
    announce(text, index, count) {
      if (!host.isConnected) document.documentElement.append(host);
      live.textContent = contentMessage('stepAnnounce', text, String(index), String(count));
    },
    focus() {
      mount.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
    },
    destroy() {
      release();
      render(null, mount);
      host.remove();
    },
  };
}

/**
 * Where the card's element goes: outside a modal dialog or the element in
 * fullscreen it could be seen, but not used.
 */
function homeOf(context: Element): Element {
  const dialog = context.closest('dialog');
  if (dialog?.matches(':modal') === true) return dialog;
  const { fullscreenElement } = document;
  return fullscreenElement?.contains(context) === true ? fullscreenElement : document.documentElement;
}
