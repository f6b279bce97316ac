import { useState } from 'preact/hooks';
import { compareRoute } from '../../../core/library-route.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { useLibrary } from '../context.ts';
import { NotFound } from '../not-found.tsx';
import { usePageTitle } from '../page-title.ts';
import { amend } from '../router.ts';
import type { SectionProps } from '../section.ts';
import { ComparisonView } from './comparison-view.tsx';
import { SidePicker } from './side-picker.tsx';
import { readSides, sidesRoute, type Side, type Sides } from './sides.ts';
import { useComparison } from './use-comparison.ts';
import { useSideText, type OwnText } from './use-side-text.ts';

/** Comparisons that are offered, by the sources on either side. */
const READY: readonly (readonly [first: string, second: string, label: MessageKey])[] = [
  ['003', '000', 'compareConferences'],
  ['000', '001', 'compareReprint'],
];

/** #/compare: two texts side by side. */
export function CompareSection({ route }: SectionProps) {
  const { data, t } = useLibrary();
  const sides = readSides(route, data);
  if (typeof sides === 'string') {
    return <NotFound reason={t('libraryNoSource', sides)} section="sources" />;
  }
  return <Compare given={sides} />;
}

const NO_TEXT: OwnText = { text: '' };

function Compare({ given }: { readonly given: Sides }) {
  const { t } = useLibrary();
  const [sides, setSides] = useState(given);
  const [owns, setOwns] = useState({ first: NO_TEXT, second: NO_TEXT });
  const tab = tabOf(given.first) ?? tabOf(given.second);
  const first = useSideText(sides.first, owns.first);
  const second = useSideText(sides.second, owns.second);
  const compared = useComparison(first.text, second.text);
  const named = first.state === 'ready' && second.state === 'ready';
  usePageTitle(named ? `${t('compareName')}: ${first.title} / ${second.title}` : t('compareName'));

  const change = (next: Sides): void => {
    setSides(next);
    amend(sidesRoute(next));
  };
  return (
    <div class="compare">
      <h1 tabIndex={-1}>{t('compareName')}</h1>
      <p class="intro">{t('compareIntro')}</p>
      <p class="compare-ready">
        <span class="quiet">{t('compareReady')}</span>
        {READY.map(([one, two, label]) => (
          <a key={label} href={compareRoute(one, two)}>
            {t(label)}
          </a>
        ))}
      </p>
      <div class="compare-sides" role="group" aria-label={t('compareTexts')}>
        <SidePicker
          label={t('compareFirst')}
          side={sides.first}
          tab={tab}
          own={owns.first}
          text={first}
          onSide={(side) => {
            change({ ...sides, first: side });
          }}
          onOwn={(own) => {
            setOwns((before) => ({ ...before, first: own }));
          }}
        />
        <button
          type="button"
          class="text-button compare-swap"
          onClick={() => {
            change({ first: sides.second, second: sides.first });
            setOwns({ first: owns.second, second: owns.first });
          }}
        >
          <span aria-hidden="true">⇄ </span>
          {t('compareSwap')}
        </button>
        <SidePicker
          label={t('compareSecond')}
          side={sides.second}
          tab={tab}
          own={owns.second}
          text={second}
          onSide={(side) => {
            change({ ...sides, second: side });
          }}
          onOwn={(own) => {
            setOwns((before) => ({ ...before, second: own }));
          }}
        />
      </div>
      {compared.state === 'working' && (
        <div class="compare-working" role="status">
          <progress aria-label={t('compareWorking')} />
          {t('compareWorking')}
        </div>
      )}
      {compared.state === 'failed' && (
        <p class="note" role="alert">
          {t('compareFailed')}
        </p>
      )}
      {compared.state === 'done' && <ComparisonView result={compared.result} first={first} second={second} />}
    </div>
  );
}

function tabOf(side: Side): number | undefined {
  return side.kind === 'page' ? side.tab : undefined;
}
