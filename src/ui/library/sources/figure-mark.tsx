import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Figure } from '../../../core/figures/figures.ts';
import { useLibrary } from '../context.ts';

/** How near to the edge of the window an explanation may come, in CSS pixels. */
const MARGIN = 12;

/**
 * A number of the text with a dotted line under it; what it says shows while the
 * pointer or the focus is on it, or after a press, until Esc. Text, not a button,
 * so that it is selected and copied with its sentence.
 */
export function FigureMark({ figure }: { readonly figure: Figure }) {
  const { t } = useLibrary();
  const id = useId();
  const [open, setOpen] = useState(false);
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const box = tip.current;
    if (!open || box === null) return;
    box.style.translate = '0';
    const { left, right } = box.getBoundingClientRect();
    const over = right - (document.documentElement.clientWidth - MARGIN);
    if (over > 0) box.style.translate = `${String(-Math.min(over, left - MARGIN))}px`;
  }, [open]);
  return (
    <span
      class="figure-mark"
      onMouseEnter={() => {
        setOpen(true);
      }}
      onMouseLeave={() => {
        setOpen(false);
      }}
    >
      <span
        class="figure"
        role="button"
        tabIndex={0}
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onClick={() => {
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            setOpen(!open);
          }
        }}
      >
        {figure.text}
      </span>
      {open && (
        <span ref={tip} id={id} class="figure-tip" role="tooltip">
          <span class="unseen">{t('libraryFigure')} </span>
          <span lang="en">{figure.en}</span>
          {figure.digits !== '' && figure.digits !== figure.en && (
            <span class="figure-tip-digits" lang="zh-CN">
              {figure.digits}
            </span>
          )}
        </span>
      )}
    </span>
  );
}
