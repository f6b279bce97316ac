import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { comparisonMarkdown, comparisonText } from '../../../core/export/comparison.ts';
import type { SideBySide } from '../../../core/passages/side-by-side.ts';
import { useLibrary } from '../context.ts';
import { CopyButton } from '../copy-button.tsx';
import { ComparedLines } from './compared-lines.tsx';
import { DifferenceWords } from './difference-words.tsx';
import { Legend } from './legend.tsx';
import type { SideText } from './use-side-text.ts';

interface Props {
  readonly result: SideBySide;
  readonly first: SideText;
  readonly second: SideText;
}

/** Two texts side by side, and the way from difference to difference. */
export function ComparisonView({ result, first, second }: Props) {
  const { t, print } = useLibrary();
  const [at, setAt] = useState(-1);
  const [only, setOnly] = useState(false);
  const root = useRef<HTMLElement>(null);
  const { differences } = result;
  const count = differences.length;
  useEffect(() => {
    setAt(-1);
  }, [result]);
  useEffect(() => {
    if (at < 0) return;
    const mark = root.current?.querySelector<HTMLElement>(`[data-difference="${String(at)}"]`);
    const line = mark?.closest<HTMLElement>('[role=row]');
    line?.focus({ preventScroll: true });
    // A stretch that does not fit is read from its beginning.
    if (mark !== null && mark !== undefined && mark.getBoundingClientRect().height > innerHeight / 2)
      line?.scrollIntoView({ block: 'start' });
    else mark?.scrollIntoView({ block: 'center' });
  }, [at, only]);

  const step = useCallback(
    (by: 1 | -1) => {
      setAt((before) => (before < 0 ? (by === 1 ? 0 : count - 1) : (before + by + count) % count));
    },
    [count],
  );
  const head = useMemo(
    () => ({ first: named(first), second: named(second) }),
    [first.title, first.about, second.title, second.about],
  );
  const current = differences[at];
  const number = (n: number): string => n.toLocaleString('en');
  return (
    <section
      ref={root}
      class="comparison"
      aria-label={t('compareDifferences')}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || count === 0) return;
        const key = event.key.toLowerCase();
        if (key !== 'n' && key !== 'p') return;
        event.preventDefault();
        step(key === 'n' ? 1 : -1);
      }}
    >
      <p class="note">
        {t(
          'compareSummary',
          number(result.firstLength),
          number(result.secondLength),
          number(result.shared),
          number(result.discounted),
        )}
      </p>
      <div class="compare-bar">
        <span class="compare-step">
          <button
            type="button"
            class="plain-button"
            disabled={count === 0}
            aria-keyshortcuts="P"
            title={t('comparePrevious')}
            aria-label={t('comparePrevious')}
            onClick={() => {
              step(-1);
            }}
          >
            <span aria-hidden="true">‹</span>
          </button>
          <span class="compare-counter" role="status">
            {count === 0
              ? t('compareSame')
              : current === undefined
                ? t(count === 1 ? 'compareCountOne' : 'compareCount', number(count))
                : t('compareAt', number(at + 1), number(count))}
          </span>
          <button
            type="button"
            class="plain-button"
            disabled={count === 0}
            aria-keyshortcuts="N"
            title={t('compareNext')}
            aria-label={t('compareNext')}
            onClick={() => {
              step(1);
            }}
          >
            <span aria-hidden="true">›</span>
          </button>
        </span>
        <label class="check">
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => {
              setOnly(event.currentTarget.checked);
            }}
          />
          {t('compareOnly')}
        </label>
        <span class="compare-actions">
          <CopyButton label={t('compareCopyText')} text={() => comparisonText(result, head)} />
          <CopyButton label={t('compareCopyMarkdown')} text={() => comparisonMarkdown(result, head)} />
          <button type="button" class="text-button" onClick={print}>
            {t('comparePrint')}
          </button>
        </span>
        <p class="compare-current" aria-live="polite">
          {current !== undefined && <DifferenceWords difference={current} />}
        </p>
      </div>
      <Legend differences={differences} />
      <ComparedLines result={result} first={first} second={second} current={at} only={only} />
    </section>
  );
}

function named({ title, about }: SideText): string {
  return about === '' ? title : `${title} (${about})`;
}
