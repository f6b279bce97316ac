import { useEffect, useState } from 'preact/hooks';
import type { CardQuotation } from '../../core/knowledge/card-content.ts';
import type { Kind } from '../../core/match/kinds.ts';
import { IconButton } from '../components/icon-button.tsx';
import { kindLine } from '../components/kind-line.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import type { CardActions } from './card-types.ts';
import { quotationText, spokenText } from './quotation-text.ts';
import type { Language, Translate } from './translate.ts';

/** How long “Copied” stays, in milliseconds. */
const SAID_FOR = 4000;

interface Props {
  readonly quotation: CardQuotation;
  readonly kind: Kind;
  readonly language: Language;
  readonly t: Translate;
  readonly onCopy: CardActions['onCopy'];
  readonly onOpenSource: CardActions['onOpenSource'];
}

/** A quotation with the term marked in it, its source, and who said it. */
export function Quotation({ quotation, kind, language, t, onCopy, onOpenSource }: Props) {
  const [copied, setCopied] = useState<'cardCopied' | 'cardCopyFailed'>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => {
      setCopied(undefined);
    }, SAID_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async (): Promise<void> => {
    try {
      await onCopy?.(quotationText(quotation, language, t));
      setCopied('cardCopied');
    } catch {
      setCopied('cardCopyFailed');
    }
  };

  const { source, quote, marks, paragraph, earliest } = quotation;
  const said = spokenText(quotation, language, (at) => at);
  return (
    <figure class="quotation">
      <blockquote lang="zh-CN">
        <MarkedText text={quote} marks={marks} markClass={kindLine(kind)} />
      </blockquote>
      <figcaption>
        <div class="source">
          <p class="source-line">
            <span>
              {onOpenSource === undefined ? (
                <cite lang="zh-CN" title={source.title}>
                  {source.publisher}
                </cite>
              ) : (
                <button
                  type="button"
                  class="link"
                  title={`${t('cardOpenSource')}${language === 'zh' ? '：' : ': '}${source.title}`}
                  onClick={() => {
                    onOpenSource(source.id, paragraph);
                  }}
                >
                  <cite lang="zh-CN">{source.publisher}</cite>
                  <span class="unseen"> {t('cardOpenSource')}</span>
                </button>
              )}
              <span aria-hidden="true">{' · '}</span>
              <time class="date" dateTime={source.published}>
                {source.published}
              </time>
            </span>
            {earliest && <span class="tag">{t('cardEarliest')}</span>}
          </p>
          {said !== '' && <p>{said}</p>}
        </div>
        <span class="copied" role="status">
          {copied !== undefined && t(copied)}
        </span>
        {onCopy !== undefined && (
          <IconButton
            icon={copied === 'cardCopied' ? 'present' : 'copy'}
            label={t('cardCopy')}
            onClick={() => void copy()}
          />
        )}
      </figcaption>
    </figure>
  );
}
