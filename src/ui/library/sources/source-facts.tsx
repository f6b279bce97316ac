import type { ComponentChildren } from 'preact';
import { cite } from '../../../core/citation.ts';
import { sourceRoute } from '../../../core/library-route.ts';
import type { Source } from '../../../core/knowledge/source.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { useLibrary } from '../context.ts';
import { CopyButton } from '../copy-button.tsx';
import { inferable } from './inferable.ts';

const FIELDS: Readonly<Record<string, MessageKey>> = {
  title: 'libraryFieldTitle',
  publisher: 'libraryFieldPublisher',
  published: 'libraryFieldPublished',
};

/** Where a text comes from, what of that is inferred and from what, and how to cite it. */
export function SourceFacts({ source }: { readonly source: Source }) {
  const { language, today, t } = useLibrary();
  const { dateline, url, part_of: partOf, original, sha256, inferred } = source;
  const options = { language, accessed: today } as const;
  return (
    <details class="facts">
      <summary>{t('libraryAbout')}</summary>
      <dl>
        <Fact name={t('libraryPublisher')} lang="zh-CN">
          {inferable(source, 'publisher', source.publisher)}
        </Fact>
        <Fact name={t('libraryPublished')}>{inferable(source, 'published', source.published)}</Fact>
        {source.byline !== null && (
          <Fact name={t('libraryByline')} lang="zh-CN">
            {source.byline}
          </Fact>
        )}
        {dateline !== null && (
          <Fact name={t('libraryDateline')} lang="zh-CN">
            {dateline}
          </Fact>
        )}
        {partOf !== null && (
          <Fact name={t('libraryCompilation')} lang="zh-CN">
            {partOf}
          </Fact>
        )}
        {url !== null && (
          <Fact name={t('libraryUrl')}>
            <a href={url} rel="noreferrer" target="_blank">
              {url}
            </a>
          </Fact>
        )}
        <Fact name={t('libraryOriginal')}>
          <span class="file">{original}</span>
          <span class="hash">SHA-256 {sha256}</span>
        </Fact>
        {inferred.length > 0 && (
          <Fact name={t('libraryInferred')}>
            {inferred.map((fact) => (
              <span key={fact.field} class="inference" lang={language === 'zh' ? 'zh-CN' : 'en'}>
                <InferredField field={fact.field} />
                {fact[language]}
              </span>
            ))}
          </Fact>
        )}
      </dl>
      <Repeats source={source} />
      <p class="copies">
        <CopyButton label={t('libraryCopyCitation')} text={() => cite(source, 'plain', options)} />
        <CopyButton label={t('libraryCopyGbt')} text={() => cite(source, 'gbt7714', options)} />
      </p>
    </details>
  );
}

function InferredField({ field }: { readonly field: string }) {
  const { language, t } = useLibrary();
  const name = FIELDS[field];
  return (
    <b>
      {name === undefined ? field : t(name)}
      {language === 'zh' ? '：' : ': '}
    </b>
  );
}

/** How many of its paragraphs an earlier text has word for word. */
function Repeats({ source }: { readonly source: Source }) {
  const { data, t } = useLibrary();
  const repeated = source.paragraphs.flatMap((_, i) => data.concordance.repeatOf(source.id, i + 1) ?? []);
  const [first] = repeated;
  if (first === undefined) return null;
  const counts = [String(repeated.length), String(source.paragraphs.length)] as const;
  return (
    <p class="note">
      <a href={sourceRoute(first.source)}>{t('libraryRepeats', ...counts, first.source)}</a>
    </p>
  );
}

interface FactProps {
  readonly name: string;
  readonly lang?: string;
  readonly children: ComponentChildren;
}

function Fact({ name, lang, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  );
}
