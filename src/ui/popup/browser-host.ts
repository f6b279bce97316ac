import { t, uiLanguage } from '../../platform/i18n.ts';
import { askForSite } from '../../platform/sites.ts';
import { neverMark, takeBack } from '../objections.ts';
import { PageClient, setPassages, setSwitch } from './page-client.ts';
import type { Engine, PopupHost } from './popup-host.ts';
import { forgetTerms, recentTerms, rememberTerm } from './recent.ts';

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
  };
}
