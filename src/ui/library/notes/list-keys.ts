import { useEffect, useRef } from 'preact/hooks';
import type { Selected } from './selection.ts';

/**
 * The keys of the list: Ctrl or Cmd with A selects every note that is listed, Esc
 * none; on a note's box the arrows go up and down, and take in with Shift.
 *
 * @returns what a key does on the box of a note
 */
export function useListKeys(selected: Selected): (event: KeyboardEvent, index: number) => void {
  const latest = useRef(selected);
  latest.current = selected;
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        latest.current.all();
      } else if (event.key === 'Escape' && latest.current.ids.size > 0) {
        event.preventDefault();
        latest.current.none();
      }
    };
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('keydown', key);
    };
  }, []);
  return (event, index) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const next = document.querySelector<HTMLInputElement>(
      `.note-check[data-index="${String(index + step)}"]`,
    );
    event.preventDefault();
    if (next === null) return;
    next.focus();
    if (event.shiftKey) latest.current.extendTo(index, index + step);
  };
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
