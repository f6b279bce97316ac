import { render } from 'preact';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { uiLanguage } from '../../src/platform/i18n.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/popup/popup.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) render(<Popup terms={bundledKnowledge().terms} />, root);
