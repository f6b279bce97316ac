import type { Term } from '../../../core/knowledge/knowledge.ts';
import { cardContent } from '../../../core/knowledge/card-content.ts';
import { KIND_NAMES, KindLabel } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { Occurrences } from './occurrences.tsx';
import { Forms, Inside, Senses, Sets } from './term-parts.tsx';
import { TermQuotations } from './term-quotations.tsx';
import { Wordings } from './wordings.tsx';

/** Everything about one term. */
export function TermPage({ term }: { readonly term: Term }) {
  const { data, language, t } = useLibrary();
  usePageTitle(term.zh);
  const content = cardContent(term.id, data.knowledge);
  const { kind, weight, zh, pinyin, en, enEstablished, gloss } = term;
  const clauses = zh.split(/(?<=[，、；：。])/u);
  const glosses = [
    <p key="zh" class="gloss" lang="zh-CN">
      {gloss.zh}
    </p>,
    <p key="en" class="gloss" lang="en">
      {gloss.en}
    </p>,
  ];
  return (
    <article class="term-page">
      <header>
        <p class="eyebrow">
          <KindLabel kind={kind} weight={weight}>
            {t(KIND_NAMES[kind])}
          </KindLabel>
        </p>
        <h1 tabIndex={-1} lang="zh-CN" class={zh.length >= 14 ? 'headword long' : 'headword'}>
          {clauses.map((clause, i) => (
            <span key={i} class="clause">
              {clause}
            </span>
          ))}
        </h1>
        <p class="pinyin" lang="zh-Latn-pinyin">
          {pinyin}
        </p>
        <p class="english" lang="en">
          {en}
        </p>
      </header>
      <div class="glosses">{language === 'zh' ? glosses : glosses.reverse()}</div>
      <p class="note">
        {enEstablished === undefined ? (
          t('libraryOwnEnglish')
        ) : (
          <>
            {t('libraryEstablished')}
            {language === 'zh' ? '：' : ': '}
            <span lang="en">{enEstablished}</span>
          </>
        )}
      </p>
      <Senses term={term} />
      <Sets term={term} />
      <Wordings term={term} />
      {content !== undefined && <TermQuotations content={content} />}
      <Occurrences term={term} />
      <Forms term={term} />
      <Inside term={term} />
    </article>
  );
}
