import { render } from 'preact';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { uiLanguage } from '../../src/platform/i18n.ts';
import { Panel } from '../../src/ui/panel/panel.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/components/buttons.css';
import '../../src/ui/notes/notes.css';
import '../../src/ui/panel/panel.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) render(<Panel terms={bundledKnowledge().terms} />, root);
