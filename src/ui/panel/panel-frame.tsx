import { t } from '../../platform/i18n.ts';
import { PanelTabs, type PanelTab } from './panel-tabs.tsx';

interface Props {
  /** Whether what the panel shows is still to come. */
  readonly busy: boolean;
  readonly tabs: readonly PanelTab[];
}

/** The panel around its parts: what can be drawn before anything is known of the page. */
export function PanelFrame({ busy, tabs }: Props) {
  return (
    <main class="panel" aria-busy={busy}>
      <h1 class="unseen">{t('panelTitle')}</h1>
      <PanelTabs label={t('panelSections')} tabs={tabs} />
    </main>
  );
}
