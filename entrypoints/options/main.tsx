import { render } from 'preact';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { Options } from '../../src/ui/options/options.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/options/options.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
document.title = t('optionsTitle');
const root = document.getElementById('root');
if (root !== null) render(<Options />, root);
