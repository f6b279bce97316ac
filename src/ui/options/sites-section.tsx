import { HOSTS } from '../../core/hosts.ts';
import { switchedOff } from '../../core/settings.ts';
import { addedSites, siteName } from '../../core/sites.ts';
import { t } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';
import { giveBackSite } from '../../platform/sites.ts';
import { Row } from './row.tsx';

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
