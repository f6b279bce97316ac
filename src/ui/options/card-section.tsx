import { OPENING_KEY, OPENINGS, readOpening, type Opening } from '../../core/opening.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';

const NAMES = {
  rest: 'optionsOpeningRest',
  click: 'optionsOpeningClick',
  alt: 'optionsOpeningAlt',
} as const satisfies Record<Opening, MessageKey>;

/** What opens a term's card on pages. */
export function CardSection({ local }: { readonly local: Readonly<Record<string, unknown>> }) {
  const chosen = readOpening(local[OPENING_KEY]);
  return (
    <section aria-labelledby="card">
      <h2 id="card">{t('optionsCard')}</h2>
      <fieldset class="one-of">
        <legend>{t('optionsOpening')}</legend>
        {OPENINGS.map((opening) => (
          <label key={opening}>
            <input
              type="radio"
              name="opening"
              checked={opening === chosen}
              onChange={() => void writeKey(OPENING_KEY, opening === OPENINGS[0] ? undefined : opening)}
            />
            <span>{t(NAMES[opening])}</span>
          </label>
        ))}
      </fieldset>
      <p class="note">{t('optionsOpeningNote')}</p>
    </section>
  );
}
