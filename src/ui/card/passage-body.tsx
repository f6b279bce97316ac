import { editedPieces } from '../components/edited-pieces.ts';
import { EditedText } from '../components/edited-text.tsx';
import type { CardActions, CardPassage } from './card-types.ts';
import { dateInWords } from './format-date.ts';
import { PassageLine } from './passage-line.tsx';
import type { Language, Translate } from './translate.ts';

/** Characters around a difference. */
const CONTEXT = 14;

interface Props {
  readonly titleId: string;
  readonly passage: CardPassage;
  readonly language: Language;
  readonly t: Translate;
  readonly onOpenSource: CardActions['onOpenSource'];
}

/** What the card says of a passage: the source, what differs, and who else has it. */
export function PassageBody({ titleId, passage: shown, language, t, onOpenSource }: Props) {
  const { passage, words, alsoIn, source } = shown;
  return (
    <div class="card-body passage-body">
      <h2 id={titleId} class="passage-said">
        <PassageLine passage={shown} {...{ language, t, onOpenSource }} />
      </h2>
      {source !== undefined && (
        <p class="note" lang="zh-CN">
          《{source.title}》
        </p>
      )}
      {passage.edits.length > 0 && (
        <>
          <p class="passage-edits">
            <EditedText
              pieces={editedPieces(words, { start: 0, end: words.length }, passage.edits, CONTEXT)}
              t={t}
            />
          </p>
          <p class="note">{t('passageLegend')}</p>
        </>
      )}
      {alsoIn.length > 0 && (
        <p class="note">
          {t('passageAlsoIn')}{' '}
          {alsoIn
            .map(({ publisher, published }) =>
              t('passageSource', publisher, dateInWords(published, language)),
            )
            .join(language === 'zh' ? '、' : '; ')}
          {language === 'zh' ? '。' : '. '}
          {t('passageEarliest')}
        </p>
      )}
    </div>
  );
}
