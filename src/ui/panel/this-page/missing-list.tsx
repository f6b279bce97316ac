import { paragraphAt } from '../../../core/passages/source-line.ts';
import type { PassagesFound } from '../../../protocol/passages.ts';
import { dateInWords } from '../../card/format-date.ts';
import type { ListedSet } from '../../popup/page-state.ts';
import type { PageTools } from './page-tools.ts';

interface Props extends PageTools {
  readonly found: PassagesFound;
  readonly sets: readonly ListedSet[];
  readonly zhOf: (id: string) => string;
}

/** What the matched sources and sets have and the whole article has not. */
export function MissingList({ found, sets, zhOf, t, language, onGo, onOpenSource, onOpenTerm }: Props) {
  const { stretches } = found.notOnPage;
  const partial = sets.flatMap(({ term, check, present }) => {
    const absent = check.members.filter(({ state }) => state === 'absent');
    return present > 0 && absent.length > 0 ? [{ term, absent }] : [];
  });
  if (stretches.length === 0 && partial.length === 0) return null;
  const sources = new Map(found.sources.map((source) => [source.id, source]));
  return (
    <section>
      <h2>
        {t('pageMissing')}{' '}
        <span class="panel-count">
          {stretches.length + partial.reduce((sum, { absent }) => sum + absent.length, 0)}
        </span>
      </h2>
      {partial.map(({ term, absent }) => (
        <div key={term.id} class="page-absent">
          <h3 lang="zh-CN">{term.zh}</h3>
          <ul>
            {absent.map(({ id }) => (
              <li key={id}>
                <button
                  type="button"
                  class="link"
                  lang="zh-CN"
                  onClick={() => {
                    onOpenTerm(id);
                  }}
                >
                  {zhOf(id)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {stretches.length > 0 && (
        <>
          <p class="page-quiet">{t('pageMissingNote')}</p>
          <ul class="page-missing">
            {stretches.map(({ source: id, sourceStart, text, after }) => {
              const source = sources.get(id);
              const paragraph = source === undefined ? 1 : paragraphAt(source, sourceStart);
              return (
                <li key={`${id} ${String(sourceStart)}`}>
                  <p lang="zh-CN">{text}</p>
                  <button
                    type="button"
                    class="text-button"
                    title={source?.title}
                    onClick={() => {
                      onOpenSource(id, paragraph);
                    }}
                  >
                    {source === undefined
                      ? id
                      : t('passageSource', source.publisher, dateInWords(source.published, language))}
                    {' · '}
                    {language === 'zh' ? `第${String(paragraph)}段` : `¶ ${String(paragraph)}`}
                  </button>
                  <button
                    type="button"
                    class="text-button"
                    onClick={() => {
                      onGo({ start: Math.max(0, after - 8), end: Math.max(1, after) });
                    }}
                  >
                    {t('pageMissingAfter')}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
