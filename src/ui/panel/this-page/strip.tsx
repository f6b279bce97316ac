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
 * The article drawn from top to bottom, with the legend that says it in numbers. The
 * drawing can be clicked; everything that it leads to is in the lists as well.
 */
export function Strip({ text, passages, t, onGo }: Props) {
  const { verbatim, adapted, fresh } = sharesOf(text, passages);
  const parts = percentages([verbatim, adapted, fresh]);
  const shares = { verbatim: parts[0] ?? 0, adapted: parts[1] ?? 0, new: parts[2] ?? 0 };
  return (
    <div class="page-strip">
      <div
        class="strip"
        role="img"
        aria-label={t('pageStrip', String(shares.verbatim), String(shares.adapted), String(shares.new))}
      >
        {articleParts(text, passages).map((part) => (
          <Part
            key={part.start}
            part={part}
            onGo={() => {
              onGo(firstOf(text, part));
            }}
          />
        ))}
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

function Part({ part: { start, end, as }, onGo }: { readonly part: ArticlePart; readonly onGo: () => void }) {
  return <span class={`strip-part strip-${as}`} style={{ flexGrow: end - start }} onClick={onGo} />;
}

/** The beginning of a part, its first words: a whole article lit up would say nothing. */
function firstOf(text: string, { start, end }: ArticlePart): ArticlePart {
  let from = start;
  while (from < end && /\s/u.test(text.charAt(from))) from++;
  const stop = text.slice(from, end).search(/[，。；！？\n]/u);
  return { start: from, end: stop <= 0 ? Math.min(end, from + 20) : from + stop, as: 'new' };
}
