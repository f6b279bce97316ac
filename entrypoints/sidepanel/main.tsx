import { render } from 'preact';
import { afterFrame } from '../../src/dom/after-frame.ts';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { PanelFrame } from '../../src/ui/panel/panel-frame.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/panel/panel.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) {
  // Drawn before the knowledge base is read from the disk and the page is asked.
  const tabs = [
    { id: 'page', title: t('pageTitle'), content: undefined },
    { id: 'notes', title: t('panelNotes'), content: undefined },
  ];
  render(<PanelFrame busy tabs={tabs} />, root);
  await afterFrame();
  const { startPanel } = await import('../../src/ui/panel/start.tsx');
  startPanel(root);
}
