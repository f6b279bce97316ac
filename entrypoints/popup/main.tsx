import { render } from 'preact';
import { uiLanguage } from '../../src/platform/i18n.ts';
import { browserHost } from '../../src/ui/popup/browser-host.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import '../../src/ui/card/card.css';
import '../../src/ui/components/result-list.css';
import '../../src/ui/popup/popup.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) render(<Popup host={browserHost()} />, root);
