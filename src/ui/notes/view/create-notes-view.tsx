import { render, type VNode } from 'preact';
import { contentLanguage, contentMessage } from '../../../platform/content-api.ts';
import { NOTES, type NotesKey } from '../../../locales/notes.ts';
import type { CardAnchor } from '../../card/card-view.ts';
import hostCss from '../../card/view/host.css?inline';
import { placeCard } from '../../card/view/place-card.ts';
import { createHost } from '../../own-host.ts';
import tokensCss from '../../tokens.css?inline';
import buttonsCss from '../../components/buttons.css?inline';
import sectionsCss from '../../card/parts/sections.css?inline';
import notesCss from '../notes.css?inline';
import { NotePopover } from '../note-popover.tsx';
import type { NotesModel } from '../notes-model.ts';
import popoverCss from './popover.css?inline';

/** The element of notes on a page: a toolbar at a selection, or a form, or a list of notes. */
export interface NotesView {
  readonly host: HTMLElement;
  /** What in it has the focus. */
  readonly deepest: () => Element | null;
  readonly showing: 'nothing' | 'toolbar' | 'notes';
  showToolbar(anchor: CardAnchor, onTake: () => void): void;
  showNotes(anchor: CardAnchor, model: NotesModel, words: string, writing: boolean): void;
  hide(): void;
  destroy(): void;
}

/**
 * Made when the reader first selects something or opens a note; one element at the
 * end of the document, with a closed shadow root, in the top layer.
 */
export function createNotesView(onClose: () => void): NotesView {
  // Needed when the extension is gone, and then no longer to be had.
  for (const key of Object.keys(NOTES) as NotesKey[]) contentMessage(key);
  const close = contentMessage('cardClose');
  const host = createHost('tifa-notes');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokensCss, buttonsCss, sectionsCss, notesCss, popoverCss, hostCss].join('\n'));
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  mount.className = 'mount';
  root.append(mount);
  host.popover = 'manual';
  let stopPlacing: (() => void) | undefined;
  let showing: NotesView['showing'] = 'nothing';

  const put = (node: VNode, anchor: CardAnchor): void => {
    stopPlacing?.();
    render(null, mount);
    render(node, mount);
    const dialog = anchor.context.closest('dialog');
    const home = dialog?.matches(':modal') === true ? dialog : document.documentElement;
    if (host.parentNode !== home) home.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    stopPlacing = placeCard(host, anchor);
  };

  return {
    host,
    deepest: () => root.activeElement,
    get showing() {
      return showing;
    },
    showToolbar(anchor, onTake) {
      showing = 'toolbar';
      const label = contentMessage('noteTake');
      put(
        <div class="note-toolbar" role="toolbar" aria-label={contentMessage('noteTitle')}>
          <button
            type="button"
            // The selection must outlive the press.
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={onTake}
          >
            <span class="note-dot" aria-hidden="true" />
            {label}
          </button>
        </div>,
        anchor,
      );
    },
    showNotes(anchor, model, words, writing) {
      showing = 'notes';
      put(
        <NotePopover
          model={model}
          words={words}
          writing={writing}
          language={contentLanguage()}
          t={contentMessage}
          close={close}
          onClose={onClose}
        />,
        anchor,
      );
      const target = writing ? 'textarea' : '[role="dialog"]';
      mount.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
    },
    hide() {
      showing = 'nothing';
      stopPlacing?.();
      stopPlacing = undefined;
      render(null, mount);
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
    },
    destroy() {
      this.hide();
      host.remove();
    },
  };
}
