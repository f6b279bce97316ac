import { HOSTS } from '../../core/hosts.ts';
import { switchedOff } from '../../core/settings.ts';
import { addedSites, siteName } from '../../core/sites.ts';
import { t } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';
import { giveBackSite } from '../../platform/sites.ts';

interface Props {
  readonly local: Readonly<Record<string, unknown>>;
  readonly granted: readonly string[];
}

/** Where Tifa reads, and where it does not. */
export function SitesSection({ local, granted }: Props) {
  const added = addedSites(granted);
  const off = switchedOff(local);
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t('optionsSites')}</h2>
      <h3>{t('optionsAdded')}</h3>
      {added.length === 0 ? (
        <p class="note">{t('optionsAddedNone')}</p>
      ) : (
        <ul class="rows">
          {added.map((pattern) => (
            <Row
              key={pattern}
              words={siteName(pattern)}
              action={t('optionsRemoveSite')}
              name={t('optionsRemoveSiteName', siteName(pattern))}
              onAct={() => void giveBackSite(pattern)}
            />
          ))}
        </ul>
      )}
      <h3>{t('optionsOff')}</h3>
      {off.length === 0 ? (
        <p class="note">{t('optionsOffNone')}</p>
      ) : (
        <ul class="rows">
          {off.map(({ key, address }) => (
            <Row
              key={key}
              words={address}
              action={t('optionsSwitchOn')}
              name={t('optionsSwitchOnName', address)}
              onAct={() => void writeKey(key, undefined)}
            />
          ))}
        </ul>
      )}
      <h3>{t('optionsBundled')}</h3>
      <p class="note hosts">{HOSTS.map(siteName).join(' · ')}</p>
    </section>
  );
}

interface RowProps {
  readonly words: string;
  readonly action: string;
  /** What the button does to what, for those who hear it alone. */
  readonly name: string;
  readonly onAct: () => void;
}

function Row({ words, action, name, onAct }: RowProps) {
  return (
    <li class="row">
      <span class="row-words">{words}</span>
      <button type="button" class="text-button" aria-label={name} onClick={onAct}>
        {action}
      </button>
    </li>
  );
}
