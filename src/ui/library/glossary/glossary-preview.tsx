import type { GlossaryEntry } from '../../../core/export/glossary.ts';
import { sourceRoute, termRoute } from '../../../core/library-route.ts';
import { kindLine } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';

/** Enough to see what the file has. */
const ROWS = 12;

/** The first terms of a glossary. */
export function GlossaryPreview({ entries }: { readonly entries: readonly GlossaryEntry[] }) {
  const { t } = useLibrary();
  if (entries.length === 0) return null;
  const shown = entries.slice(0, ROWS);
  const caption = t('libraryPreviewOf', String(shown.length), String(entries.length));
  return (
    <section>
      <h2>
        {t('libraryPreview')}
        <span class="quiet">{caption}</span>
      </h2>
      <table class="preview">
        <thead>
          <tr>
            <th scope="col">{t('libraryColumnChinese')}</th>
            <th scope="col">{t('libraryColumnEnglish')}</th>
            <th scope="col" class="numeric">
              {t('libraryColumnCount')}
            </th>
            <th scope="col">{t('libraryColumnExample')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ term, count, example }) => (
            <tr key={term.id}>
              <th scope="row" lang="zh-CN">
                <a href={termRoute(term.id)}>
                  <span class={kindLine(term.kind)}>{term.zh}</span>
                </a>
              </th>
              <td lang="en">{term.en}</td>
              <td class="numeric">{count}</td>
              <td lang="zh-CN">
                {example !== undefined && (
                  <>
                    {example.text}{' '}
                    <a class="quiet" href={sourceRoute(example.source.id, example.paragraph)}>
                      {example.source.id}&nbsp;¶{example.paragraph}
                    </a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
