import { render } from 'preact';
import { parseRoute } from '../../src/core/library-route.ts';
import { afterFrame } from '../../src/dom/after-frame.ts';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { Masthead } from '../../src/ui/library/masthead.tsx';
import { HOME } from '../../src/ui/library/places.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/library/parts/shell.css';

document.documentElement.lang = uiLanguage() === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) {
  // Drawn before the knowledge base is read from the disk.
  render(
    <>
      <Masthead t={t} current={parseRoute(location.hash, HOME).section} />
      <main aria-busy="true" />
    </>,
    root,
  );
  await afterFrame();
  const { startLibrary } = await import('../../src/ui/library/start.tsx');
  startLibrary(root);
}
