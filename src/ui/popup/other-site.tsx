import { useState } from 'preact/hooks';
import { isBundledSite, siteName, sitePattern } from '../../core/sites.ts';
import type { PopupHost, UnreadPage } from './popup-host.ts';

interface Props {
  readonly host: PopupHost;
  readonly page: UnreadPage;
  /** Tifa has begun to read the tab. */
  readonly onRead: () => void;
}

/** A page that Tifa does not read: what the reader can do about it. */
export function OtherSite({ host, page, onRead }: Props) {
  const { t } = host;
  const { address, tab } = page;
  const [failed, setFailed] = useState(false);
  const pattern = address === undefined ? undefined : sitePattern(address);
  if (!tab || (address !== undefined && pattern === undefined)) {
    return (
      <>
        <p>{t('popupNotRead')}</p>
        <p class="quiet">{t('popupNotReadEver')}</p>
      </>
    );
  }
  const read = async (): Promise<void> => {
    if (await host.readOnce()) onRead();
    else setFailed(true);
  };
  const allow = async (allowed: string): Promise<void> => {
    if (await host.allow(allowed)) await read();
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
