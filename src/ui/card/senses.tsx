import type { Sense } from '../../core/knowledge/knowledge.ts';
import type { CardPage } from './card-types.ts';
import { Section } from './section.tsx';
import type { CardKey, Language, Translate } from './translate.ts';

const CERTAINTY: Readonly<Record<NonNullable<CardPage['sense']>['certainty'], CardKey>> = {
  sure: 'cardSenseSure',
  likely: 'cardSenseLikely',
  unclear: 'cardSenseUnclear',
};

interface Props {
  readonly senses: readonly Sense[];
  readonly sense: CardPage['sense'] | undefined;
  readonly language: Language;
  readonly t: Translate;
}

/** The meanings of a form that has several, and which is meant on the page, how surely. */
export function Senses({ senses, sense, language, t }: Props) {
  if (senses.length === 0) return null;
  return (
    <Section title={t('cardMeanings')}>
      <ul class="senses">
        {senses.map(({ id, gloss }) => (
          <li key={id} class={id === sense?.id ? 'sense meant' : 'sense'}>
            <span lang={language === 'zh' ? 'zh-CN' : 'en'}>{gloss[language]}</span>
            {id === sense?.id && <span class="tag">{t(CERTAINTY[sense.certainty])}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
