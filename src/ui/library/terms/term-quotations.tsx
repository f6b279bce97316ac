import { cite } from '../../../core/citation.ts';
import type { CardContent, CardQuotation } from '../../../core/knowledge/card-content.ts';
import { sourceRoute, termRoute } from '../../../core/library-route.ts';
import { dateInWords } from '../../card/format-date.ts';
import { quotationText } from '../../card/quotation-text.ts';
import { kindLine } from '../../components/kind-line.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { useLibrary } from '../context.ts';
import { CopyButton } from '../copy-button.tsx';

/** The quotations, earliest here first, each leading to its paragraph. */
export function TermQuotations({ content }: { readonly content: CardContent }) {
  const { t } = useLibrary();
  const { quotations, firstIn, kind, weight } = content;
  return (
    <section>
      <h2>{t('libraryQuotations')}</h2>
      {firstIn !== undefined && <p class="note">{t('cardFirstIn', firstIn.publisher, firstIn.published)}</p>}
      {quotations.map((quotation, i) => (
        <Quotation key={i} quotation={quotation} line={kindLine(kind, weight)} />
      ))}
      <p class="note">{t('libraryQuotationNote')}</p>
    </section>
  );
}

function Quotation({ quotation, line }: { readonly quotation: CardQuotation; readonly line: string }) {
  const { data, language, today, t } = useLibrary();
  const { source, quote, marks, paragraph, earliest } = quotation;
  const whole = data.source(source.id);
  const options = { language, paragraph, accessed: today } as const;
  return (
    <figure class="quotation">
      <blockquote lang="zh-CN">
        <MarkedText text={quote} marks={marks} markClass={line} />
      </blockquote>
      <figcaption>
        <p>
          <a href={sourceRoute(source.id, paragraph)}>
            <cite lang="zh-CN">{source.publisher}</cite>
            {language === 'zh' ? '，' : ', '}
            <time dateTime={source.published}>{dateInWords(source.published, language)}</time>
            {language === 'zh' ? '，' : ', '}
            {t('libraryParagraph', String(paragraph))}
          </a>
          {earliest && <span class="tag">{t('libraryEarliest')}</span>}
        </p>
        <Spoken quotation={quotation} />
        <p class="copies">
          <CopyButton label={t('libraryCopyQuotation')} text={() => quotationText(quotation, language, t)} />
          {whole !== undefined && (
            <>
              <CopyButton label={t('libraryCopyCitation')} text={() => cite(whole, 'plain', options)} />
              <CopyButton label={t('libraryCopyGbt')} text={() => cite(whole, 'gbt7714', options)} />
            </>
          )}
        </p>
      </figcaption>
    </figure>
  );
}

/** Who said it, when and where, as far as the source states it. */
function Spoken({ quotation: { saidBy, saidAt, saidWhere } }: { readonly quotation: CardQuotation }) {
  const { language } = useLibrary();
  if (saidBy === undefined && saidAt === undefined && saidWhere === undefined) return null;
  const comma = language === 'zh' ? '，' : ', ';
  return (
    <p class="spoken">
      {saidBy !== undefined && (
        <a href={termRoute(saidBy.id)} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          {saidBy[language]}
        </a>
      )}
      {saidAt !== undefined && (
        <>
          {saidBy !== undefined && comma}
          <time dateTime={saidAt}>{dateInWords(saidAt, language)}</time>
        </>
      )}
      {saidWhere !== undefined && (
        <>
          {(saidBy !== undefined || saidAt !== undefined) && comma}
          <a href={termRoute(saidWhere.id)} lang={language === 'zh' ? 'zh-CN' : 'en'}>
            {saidWhere[language]}
          </a>
        </>
      )}
    </p>
  );
}
