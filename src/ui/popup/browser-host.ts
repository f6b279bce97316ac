import { t, uiLanguage } from '../../platform/i18n.ts';
import { comparePageRoute } from '../../core/library-route.ts';
import { browser } from '../../platform/browser.ts';
import { openPanel } from '../../platform/side-panel.ts';
import { askForSite } from '../../platform/sites.ts';
import { neverMark, takeBack } from '../objections.ts';
import { PageClient, setPassages, setSwitch } from './page-client.ts';
import type { Engine, PopupHost } from './popup-host.ts';
import type { ToBackground } from '../../protocol/messages.ts';
import { forgetTerms, recentTerms, rememberTerm } from './recent.ts';

/** What browsers call no tab. */
const NO_TAB = -1;

/** The source that a page is compared with at first: the report of July 2023. */
const COMPARED_WITH = '000';

function openLibrary(route: string): void {
  const request: ToBackground = { type: 'tifa:open-library', route };
  void browser.runtime.sendMessage(request).then(close);
}

/** Closes the popup; where it is a tab or a window of its own, it stays. */
function close(): void {
  if (new URLSearchParams(location.search).size === 0) window.close();
}

/** The popup's host in the browser. */
export function browserHost(): PopupHost {
  const client = new PageClient();
  let engine: Promise<Engine> | undefined;
  return {
    language: uiLanguage(),
    t,
    asked: new URLSearchParams(location.search).get('q') ?? '',
    engine: () => (engine ??= import('./engine.ts').then(({ createEngine }) => createEngine())),
    page: () => client.page(),
    readOnce: () => client.readOnce(),
    allow: askForSite,
    selection: () => client.selection(),
    setSwitch,
    setPassages,
    jump: (id, frames) => client.jump(id, frames),
    recent: recentTerms,
    remember: rememberTerm,
    forget: forgetTerms,
    copy: (text) => navigator.clipboard.writeText(text),
    never: neverMark,
    takeBack,
    openLibrary,
    comparePage: () => {
      if (client.tab !== undefined) openLibrary(comparePageRoute(client.tab, COMPARED_WITH));
    },
    openPanel: () => {
      void openPanel(client.tab ?? NO_TAB).then(close);
    },
    openOptions: () => {
      void browser.runtime.openOptionsPage().then(close);
    },
  };
}
