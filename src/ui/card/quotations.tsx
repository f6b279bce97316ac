import { useState } from 'preact/hooks';
import type { CardContent } from '../../core/knowledge/card-content.ts';
import type { CardActions } from './card-types.ts';
import { Quotation } from './quotation.tsx';
import { Section } from './section.tsx';
import type { Language, Translate } from './translate.ts';

/** More quotations than these fold away. */
const SHOWN = 2;

interface Props {
  readonly content: CardContent;
  readonly language: Language;
  readonly t: Translate;
  readonly onCopy: CardActions['onCopy'];
  readonly onOpenSource: CardActions['onOpenSource'];
}

/** The quotations, earliest here first. */
export function Quotations({ content, language, t, onCopy, onOpenSource }: Props) {
  const { quotations, kind, firstIn } = content;
  const [all, setAll] = useState(false);
  const dated = firstIn !== undefined || quotations[0]?.earliest === true;
  const hidden = quotations.length - SHOWN;
  const visible = all ? quotations : quotations.slice(0, SHOWN);
  return (
    <Section title={t('cardQuotations')}>
      {firstIn !== undefined && <p class="note">{t('cardFirstIn', firstIn.publisher, firstIn.published)}</p>}
      {visible.map((quotation, i) => (
        <Quotation key={i} {...{ quotation, kind, language, t, onCopy, onOpenSource }} />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          class="text-button fold"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('cardShowFewer') : t('cardMoreQuotations', String(hidden))}
        </button>
      )}
      <p class="note">
        {dated && t('cardEarliestNote')}
        {dated && language !== 'zh' && ' '}
        {t('cardDatesNote')}
      </p>
    </Section>
  );
}
