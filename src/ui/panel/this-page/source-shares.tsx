import { percentages, sharesOf } from '../../../core/passages/shares.ts';
import type { PassagesFound } from '../../../protocol/passages.ts';
import { dateInWords } from '../../card/format-date.ts';
import type { PageTools } from './page-tools.ts';

interface Props extends Pick<PageTools, 't' | 'language' | 'onOpenSource' | 'onCompare'> {
  readonly text: string;
  readonly found: PassagesFound;
}

/** How much of the article each source has. */
export function SourceShares({ text, found, t, language, onOpenSource, onCompare }: Props) {
  const { total, bySource } = sharesOf(text, found.passages);
  const sources = new Map(found.sources.map((source) => [source.id, source]));
  return (
    <>
      <h3>{t('pageBySource')}</h3>
      <ul class="page-sources">
        {bySource.map(({ source: id, count }) => {
          const source = sources.get(id);
          const [percent = 0] = percentages([count, total - count]);
          return (
            <li key={id}>
              <span>
                <button
                  type="button"
                  class="link"
                  lang="zh-CN"
                  title={source?.title}
                  onClick={() => {
                    onOpenSource(id, 1);
                  }}
                >
                  {source === undefined ? id : `《${source.title}》`}
                </button>
                {source !== undefined && (
                  <span class="page-quiet">
                    {' '}
                    {t('passageSource', source.publisher, dateInWords(source.published, language))}
                  </span>
                )}
                <br />
                <button
                  type="button"
                  class="text-button"
                  aria-label={source === undefined ? undefined : t('pageCompareWith', source.title)}
                  onClick={() => {
                    onCompare(id);
                  }}
                >
                  {t('pageCompare')}
                </button>
              </span>
              <span class="page-number">{t('pagePercent', String(percent))}</span>
            </li>
          );
        })}
      </ul>
      <p class="page-quiet">{t('passageEarliest')}</p>
    </>
  );
}
