import { useState } from 'preact/hooks';
import { isBundledSite, siteName, sitePattern } from '../../core/sites.ts';
import { t } from '../../platform/i18n.ts';
import { askForSite } from '../../platform/sites.ts';
import { readTabOnce } from './page-client.ts';

interface Props {
  readonly tabId: number | undefined;
  /** The tab's address, where the browser tells it. */
  readonly address: string | undefined;
  /** Tifa has begun to read the tab. */
  readonly onRead: () => void;
}

/** A page that Tifa does not read: what the reader can do about it. */
export function OtherSite({ tabId, address, onRead }: Props) {
  const [failed, setFailed] = useState(false);
  const pattern = address === undefined ? undefined : sitePattern(address);
  if (tabId === undefined || (address !== undefined && pattern === undefined)) {
    return (
      <>
        <p>{t('popupNotRead')}</p>
        <p class="quiet">{t('popupNotReadEver')}</p>
      </>
    );
  }
  const read = async (): Promise<void> => {
    if (await readTabOnce(tabId)) onRead();
    else setFailed(true);
  };
  const allow = async (allowed: string): Promise<void> => {
    if (await askForSite(allowed)) await read();
  };
  const bundled = address !== undefined && isBundledSite(address);
  return (
    <>
      <p>{t('popupNotRead')}</p>
      <p class="other-site">
        <button type="button" class="plain-button" onClick={() => void read()}>
          {t('popupReadOnce')}
        </button>
        {pattern !== undefined && (
          <button type="button" class="plain-button" onClick={() => void allow(pattern)}>
            {t('popupReadAlways', siteName(pattern))}
          </button>
        )}
      </p>
      {failed ? (
        <p role="alert">{t('popupNotReadEver')}</p>
      ) : (
        <p class="quiet">{t(bundled ? 'popupReadBundledHint' : 'popupReadHint')}</p>
      )}
    </>
  );
}
