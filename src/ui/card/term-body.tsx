import type { CardContent } from '../../core/knowledge/card-content.ts';
import type { NotesModel } from '../notes/notes-model.ts';
import { NotesSection } from '../notes/notes-section.tsx';
import type { CardActions, CardPage } from './card-types.ts';
import { Headword } from './headword.tsx';
import { PassageLine } from './passage-line.tsx';
import { Quotations } from './quotations.tsx';
import { Senses } from './senses.tsx';
import { SetSection } from './set-section.tsx';
import { Chips, Wordings } from './term-links.tsx';
import type { Language, Translate } from './translate.ts';

interface Props {
  readonly titleId: string;
  readonly content: CardContent;
  readonly page: CardPage | undefined;
  readonly language: Language;
  readonly t: Translate;
  readonly actions: CardActions;
  readonly notes: NotesModel | undefined;
}

/** Everything about the term, from its name to its quotations. */
export function TermBody({ titleId, content, page, language, t, actions, notes }: Props) {
  const { zh, pinyin, en, enEstablished, gloss } = content;
  const glosses = [
    <p key="zh" class="gloss" lang="zh-CN">
      {gloss.zh}
    </p>,
    <p key="en" class="gloss" lang="en">
      {gloss.en}
    </p>,
  ];
  return (
    <div class="card-body">
      <Headword id={titleId} zh={zh} />
      <p class="pinyin" lang="zh-Latn-pinyin">
        {pinyin}
      </p>
      <p class="english" lang="en">
        {en}
      </p>
      {page !== undefined && (page.adapted || page.text !== zh) && (
        <p class="on-page">
          <span class="label">{t(page.adapted ? 'cardOnPageAdapted' : 'cardOnPage')}</span>{' '}
          <span lang="zh-CN">{page.text}</span>
        </p>
      )}
      {page?.passage !== undefined && (
        <p class="note">
          <PassageLine passage={page.passage} {...{ language, t }} onOpenSource={actions.onOpenSource} />
        </p>
      )}
      <div class="glosses">{language === 'zh' ? glosses : glosses.reverse()}</div>
      {enEstablished !== undefined && (
        <p class="note">
          {t('cardEstablished')}
          {/* A full-width colon has its own space. */}
          {language === 'zh' ? '' : ' '}
          <span lang="en">{enEstablished}</span>
        </p>
      )}
      <Senses senses={content.senses} sense={page?.sense} language={language} t={t} />
      {content.set !== undefined && (
        <SetSection set={content.set} own page={page} language={language} t={t} actions={actions} />
      )}
      {content.memberOf.map((set) => (
        <SetSection
          key={set.id}
          set={set}
          current={content.id}
          page={page}
          language={language}
          t={t}
          actions={actions}
        />
      ))}
      <Chips title={t('cardInside')} terms={page?.nested ?? []} onOpenTerm={actions.onOpenTerm} />
      <Wordings title={t('cardEarlier')} terms={content.earlier} onOpenTerm={actions.onOpenTerm} />
      <Wordings title={t('cardLater')} terms={content.later} onOpenTerm={actions.onOpenTerm} />
      <Quotations
        content={content}
        language={language}
        t={t}
        onCopy={actions.onCopy}
        onOpenSource={actions.onOpenSource}
      />
      {notes !== undefined && <NotesSection model={notes} t={t} take={t('noteTakeTerm')} />}
    </div>
  );
}
