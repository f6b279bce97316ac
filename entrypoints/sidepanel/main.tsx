import { render } from 'preact';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { Panel, type PanelPart } from '../../src/ui/panel/panel.tsx';
import { ThisPage } from '../../src/ui/panel/this-page/this-page.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/components/buttons.css';
import '../../src/ui/notes/notes.css';
import '../../src/ui/components/kind-line.css';
import '../../src/ui/components/edited-text.css';
import '../../src/ui/panel/panel.css';
import '../../src/ui/panel/this-page/this-page.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) {
  const { terms } = bundledKnowledge();
  const page: PanelPart = {
    id: 'page',
    title: t('pageTitle'),
    show: (tabId) => <ThisPage tabId={tabId} terms={terms} />,
  };
  render(<Panel terms={terms} parts={[page]} />, root);
}
