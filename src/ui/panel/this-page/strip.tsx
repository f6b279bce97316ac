import { useRef, useState } from 'preact/hooks';
import type { Passage } from '../../../core/passages/passage.ts';
import { articleParts, percentages, sharesOf, type ArticlePart } from '../../../core/passages/shares.ts';
import type { PageTools } from './page-tools.ts';

interface Props extends Pick<PageTools, 't' | 'onGo'> {
  readonly text: string;
  readonly passages: readonly Passage[];
}

const LABELS = { verbatim: 'pageSame', adapted: 'pageAdapted', new: 'pageNew' } as const;
const ORDER = ['verbatim', 'adapted', 'new'] as const;

/**
 * The article drawn from top to bottom, with the legend that says it in numbers. Each
 * part goes to its place. However many there are, the drawing is one stop for Tab:
 * the arrow keys, Home and End go from part to part.
 */
export function Strip({ text, passages, t, onGo }: Props) {
  const { verbatim, adapted, fresh } = sharesOf(text, passages);
  const parts = percentages([verbatim, adapted, fresh]);
  const articleOf = articleParts(text, passages);
  const [current, setCurrent] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const keyed = (event: KeyboardEvent, at: number): void => {
    const last = articleOf.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.current[Math.max(0, Math.min(last, to))]?.focus();
  };
  const shares = { verbatim: parts[0] ?? 0, adapted: parts[1] ?? 0, new: parts[2] ?? 0 };
  return (
    <div class="page-strip">
      <div
        class="strip"
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t('pageStrip', String(shares.verbatim), String(shares.adapted), String(shares.new))}
      >
        {articleOf.map((part, i) => {
          const { start, end, as } = part;
          const first = firstOf(text, part);
          return (
            <button
              key={start}
              ref={(button) => {
                buttons.current[i] = button;
              }}
              type="button"
              class={`strip-part strip-${as}`}
              style={{ flexGrow: end - start }}
              tabIndex={i === Math.min(current, articleOf.length - 1) ? 0 : -1}
              aria-label={t('pageStripPart', t(LABELS[as]), text.slice(first.start, first.end))}
              onFocus={() => {
                setCurrent(i);
              }}
              onKeyDown={(event) => {
                keyed(event, i);
              }}
              onClick={() => {
                onGo(first);
              }}
            />
          );
        })}
      </div>
      <dl class="strip-legend">
        {ORDER.map((as) => (
          <div key={as}>
            <dt>
              <span class={`strip-sample strip-${as}`} aria-hidden="true" />
              {t(LABELS[as])}
            </dt>
            <dd>{t('pagePercent', String(shares[as]))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The beginning of a part, its first words: a whole article lit up would say nothing. */
function firstOf(text: string, { start, end }: ArticlePart): ArticlePart {
  let from = start;
  while (from < end && /\s/u.test(text.charAt(from))) from++;
  const stop = text.slice(from, end).search(/[，。；！？\n]/u);
  return { start: from, end: stop <= 0 ? Math.min(end, from + 20) : from + stop, as: 'new' };
}
