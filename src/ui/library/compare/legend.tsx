import type { Difference } from '../../../core/passages/side-by-side.ts';
import { useLibrary } from '../context.ts';
import { MARK_TYPES, MARK_WORDS } from './mark-words.ts';

/** The marks that are used, each as it looks, and how often. */
export function Legend({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useLibrary();
  const counts = MARK_TYPES.map((type) => [type, differences.filter((d) => d.type === type).length] as const);
  const used = counts.filter(([, count]) => count > 0);
  if (used.length === 0) return null;
  return (
    <ul class="compare-legend" aria-label={t('compareLegend')}>
      {used.map(([type, count]) => (
        <li key={type}>
          <span class={`edit ${type}`}>{t(MARK_WORDS[type])}</span> <span class="quiet">{count}</span>
        </li>
      ))}
    </ul>
  );
}
