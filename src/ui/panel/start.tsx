import { render } from 'preact';
import { bundledKnowledge } from '../../generated/knowledge.ts';
import { t } from '../../platform/i18n.ts';
import { Panel, type PanelPart } from './panel.tsx';
import { ThisPage } from './this-page/this-page.tsx';
import '../components/buttons.css';
import '../notes/notes.css';
import '../components/kind-line.css';
import '../components/edited-text.css';
import './this-page/this-page.css';

/** Draws the whole panel, with the knowledge base, in the place of what stands in `root`. */
export function startPanel(root: Element): void {
  const { terms } = bundledKnowledge();
  const page: PanelPart = {
    id: 'page',
    title: t('pageTitle'),
    show: (tabId) => <ThisPage tabId={tabId} terms={terms} />,
  };
  render(<Panel terms={terms} parts={[page]} />, root);
}
