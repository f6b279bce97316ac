import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FigureLine } from '../components/figure-line.tsx';
import { ResultList } from '../components/result-list.tsx';
import { LookupBox } from './lookup-box.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { framesWith, pageState } from './page-state.ts';
import type { PopupCard } from './popup-card.tsx';
import { PopupLinks } from './popup-links.tsx';
import { OtherSite } from './other-site.tsx';
import type { Engine, PopupHost, ReadPage, UnreadPage } from './popup-host.ts';
import { Switches } from './switches.tsx';
import { useLookup } from './use-lookup.ts';

/** How long the page is given to answer after something was changed for it, in milliseconds. */
const SETTLE = 200;

const LIST = 'found';

/** The toolbar popup: look-up, cards, and what is on the page. */
export function Popup({ host }: { readonly host: PopupHost }) {
  const { t } = host;
  const [engine, setEngine] = useState<Engine | 'failed'>();
  const [Card, setCard] = useState<typeof PopupCard>();
  const [page, setPage] = useState<ReadPage | UnreadPage>();
  const [query, setQuery] = useState(host.asked);
  const [recent, setRecent] = useState<readonly string[]>([]);
  /** Whether the reader asked for the recent look-ups. */
  const [asked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  /** The terms opened one from another, the last in front. */
  const [path, setPath] = useState<readonly string[]>([]);
  const [focused, setFocused] = useState(0);
  /** Enter was pressed before there was an answer. */
  const entered = useRef(false);

  const ready = typeof engine === 'object' ? engine : undefined;
  const read = page !== undefined && 'frames' in page ? page : undefined;
  const unread = page !== undefined && 'tab' in page ? page : undefined;
  const found = useLookup(ready, query);
  const typed = query.trim() !== '';

  const loadPage = useCallback(async () => {
    setPage(await host.page());
  }, [host]);
  const reload = useCallback(async () => {
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    await loadPage();
  }, [loadPage]);
  useEffect(() => {
    void loadPage();
    void host.recent().then(setRecent);
    void host.engine().then(setEngine, () => {
      setEngine('failed');
    });
    // What the first frame has no need of.
    void import('./popup-card.tsx').then((cards) => {
      setCard(() => cards.PopupCard);
    });
    void host.selection().then((selected) => {
      if (selected === '') return;
      // What the reader has typed meanwhile counts more.
      setQuery((before) => (before === '' ? selected : before));
      setFocused((times) => times + 1);
    });
  }, [host, loadPage]);

  const nothingElse = unread !== undefined || (read !== undefined && !read.frames[0].on);
  const showsRecent = !typed && recent.length > 0 && (asked || nothingElse);
  const items = useMemo(() => {
    if (typed) return found.items;
    return showsRecent ? recent.flatMap((id) => ready?.item(id) ?? []) : [];
  }, [typed, found, showsRecent, recent, ready]);
  useEffect(() => {
    setActive(typed && found.items.length > 0 ? 0 : -1);
  }, [found, typed]);

  const open = (id: string): void => {
    setPath((before) => [...before, id]);
  };
  const choose = (id: string): void => {
    open(id);
    void host.remember(id).then(setRecent);
  };
  const enter = (): void => {
    const item = items[active] ?? (typed ? items[0] : undefined);
    entered.current = typed && found.query !== query;
    if (!entered.current && item !== undefined) choose(item.id);
  };
  useEffect(() => {
    if (!entered.current || found.query !== query) return;
    entered.current = false;
    const [first] = found.items;
    if (first !== undefined) choose(first.id);
  }, [found]);
  const close = (): void => {
    setPath([]);
    setFocused((times) => times + 1);
  };
  const back = (): void => {
    if (path.length < 2) close();
    else setPath(path.slice(0, -1));
  };

  const shown = path.at(-1);
  /** A figure that no term comes near says enough by itself. */
  const showsResults = found.query !== '' && (found.items.length > 0 || found.figure === undefined);
  const listed = shown === undefined && items.length > 0;
  const state = useMemo(
    () => (read === undefined || ready === undefined ? undefined : pageState(read.frames, ready.terms)),
    [read, ready],
  );
  return (
    <div class="popup">
      <h1 class="unseen">{t('extensionName')}</h1>
      <PopupLinks host={host} />
      <LookupBox
        listId={listed ? LIST : undefined}
        query={query}
        label={t('popupLookUp')}
        hint={t('popupLookUpHint')}
        count={items.length}
        active={active}
        focused={focused}
        onQuery={(next) => {
          setQuery(next);
          setPath([]);
          setAsked(false);
        }}
        onActive={setActive}
        onAsk={() => {
          setAsked(true);
        }}
        onEnter={enter}
      />
      <p class="unseen" role="status">
        {shown === undefined &&
          typed &&
          found.items.length > 0 &&
          t('popupFound', String(found.items.length))}
      </p>
      {engine === 'failed' && (
        <p class="quiet" role="alert">
          {t('popupFailed')}
        </p>
      )}
      {shown !== undefined && ready !== undefined && Card !== undefined && (
        <Card
          host={host}
          content={ready.card(shown)}
          page={read}
          onOpenTerm={open}
          onBack={back}
          onClose={close}
          onChanged={() => void reload()}
        />
      )}
      {shown === undefined && typed && found.figure !== undefined && (
        <FigureLine figure={found.figure} label={t('popupFigure')} />
      )}
      {shown === undefined && (typed ? showsResults : showsRecent) && (
        <ResultList
          id={LIST}
          query={typed ? found.query : ''}
          items={items}
          active={active}
          t={t}
          onChoose={choose}
          onClear={() => {
            setRecent([]);
            void host.forget();
          }}
        />
      )}
      {shown === undefined && !typed && (
        <div class="popup-page" aria-busy={page === undefined}>
          {unread !== undefined && <OtherSite host={host} page={unread} onRead={() => void reload()} />}
          {read !== undefined && <Switches host={host} page={read} onChanged={() => void reload()} />}
          {read?.frames[0].on === false && <p class="quiet">{t('popupOff')}</p>}
          {read?.frames[0].on === true && state !== undefined && (
            <OnThisPage
              t={t}
              state={state}
              onOpen={open}
              onCompare={host.comparePage}
              onJump={(id) => void host.jump(id, framesWith(id, read.frames))}
            />
          )}
        </div>
      )}
    </div>
  );
}
