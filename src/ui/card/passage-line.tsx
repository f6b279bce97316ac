import { wordsDiffering } from '../components/edited-pieces.ts';
import type { CardActions, CardPassage } from './card-types.ts';
import { dateInWords } from './format-date.ts';
import type { Language, Translate } from './translate.ts';

interface Props {
  readonly passage: CardPassage;
  readonly language: Language;
  readonly t: Translate;
  readonly onOpenSource: CardActions['onOpenSource'];
}

/** “Same text as …, paragraph 3; 4 words differ”, with the way to the source. */
export function PassageLine({ passage: { passage, source, paragraph }, language, t, onOpenSource }: Props) {
  const name =
    source === undefined
      ? passage.source
      : t('passageSource', source.publisher, dateInWords(source.published, language));
  const words = wordsDiffering(passage.edits);
  const differs =
    passage.edits.length === 0
      ? ''
      : words === 0
        ? t('passageMoved')
        : words === 1
          ? t('passageDiffersOne')
          : t('passageDiffers', String(words));
  const gap = language === 'zh' ? '' : ' ';
  return (
    <span class="passage-line">
      {t('passageSameBefore')}
      {gap}
      {onOpenSource === undefined ? (
        <cite title={source?.title}>{name}</cite>
      ) : (
        <button
          type="button"
          class="link"
          title={t('passageOpen', source?.title ?? name)}
          onClick={() => {
            onOpenSource(passage.source, paragraph);
          }}
        >
          <cite>{name}</cite>
        </button>
      )}
      {t('passageSameAfter', String(paragraph))}
      {differs}
      {language === 'zh' ? '。' : '.'}
    </span>
  );
}
