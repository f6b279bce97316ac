import { formatRoute } from '../../core/library-route.ts';
import type { PopupHost } from './popup-host.ts';

/** The way to Tifa's other places, at the popup's head. */
export function PopupLinks({ host }: { readonly host: PopupHost }) {
  const { t } = host;
  return (
    <nav class="popup-links" aria-label={t('popupTools')}>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          host.openLibrary(formatRoute('terms'));
        }}
      >
        {t('popupLibrary')}
      </button>
      <button type="button" class="text-button" onClick={host.openPanel}>
        {t('popupNotes')}
      </button>
      <button type="button" class="text-button" onClick={host.openOptions}>
        {t('popupOptions')}
      </button>
    </nav>
  );
}
