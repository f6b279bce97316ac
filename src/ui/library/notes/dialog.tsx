import { useEffect, useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useLibrary } from '../context.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A window over the page, as the browser has it: Esc closes it, the focus stays in it and goes back. */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useLibrary();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="notes-dialog" aria-labelledby={name} onClose={onClose}>
      <header>
        <h2 id={name}>{title}</h2>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          {t('notesLibraryClose')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
