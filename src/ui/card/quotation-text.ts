import type { CardQuotation } from '../../core/knowledge/card-content.ts';
import { dateInWords } from './format-date.ts';
import type { Language, Translate } from './translate.ts';

/**
 * A quotation as plain text: the words in “”, source, publisher, date, and who
 * said it. Quotation marks within become single ones, as GB/T 15834 has them.
 */
export function quotationText(quotation: CardQuotation, language: Language, t: Translate): string {
  const { quote, source } = quotation;
  const words = swapQuotationMarks(quote);
  const date = dateInWords(source.published, language);
  const said = spokenText(quotation, language, (at) => dateInWords(at, language));
  return said === ''
    ? t('cardCitation', words, source.publisher, source.title, date)
    : t('cardCitationSaid', words, said, source.publisher, source.title, date);
}

/** Who said it, when and where, as far as the source states it; '' where it states nothing. */
export function spokenText(
  { saidBy, saidAt, saidWhere, source }: CardQuotation,
  language: Language,
  date: (at: string) => string,
): string {
  // A report's own month says nothing that its date does not say.
  const at = saidAt === undefined || source.published.startsWith(saidAt) ? undefined : date(saidAt);
  const where = saidWhere?.[language];
  return [saidBy?.[language], at, where]
    .filter((part) => part !== undefined)
    .join(language === 'zh' ? '，' : ', ');
}

const SWAPPED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

function swapQuotationMarks(text: string): string {
  return text.replace(/[“”‘’]/gu, (mark) => SWAPPED[mark] ?? mark);
}
