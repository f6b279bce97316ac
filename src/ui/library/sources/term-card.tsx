import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cardContent } from '../../../core/knowledge/card-content.ts';
import { sourceRoute, termRoute } from '../../../core/library-route.ts';
import { Card } from '../../card/card.tsx';
import type { CardState } from '../../card/card-types.ts';
import cardCss from '../../card/card.css?inline';
import { placeCard } from '../../card/view/place-card.ts';
import { useLibrary } from '../context.ts';
import { go } from '../router.ts';
import css from './term-card.css?inline';

interface Props {
  /** The link of the term in the text, which the card stands beside and gives the focus back to. */
  readonly link: HTMLAnchorElement;
  readonly id: string;
  readonly onClose: () => void;
}

/**
 * The card of a term over the text that is read, as pages show it. A popover: Esc and
 * a click beside it close it, and the text stays where it is. In a shadow root, since
 * its style sheet is written for one.
 */
export function TermCard({ link, id, onClose }: Props) {
  const { data, language, t, copy } = useLibrary();
  const host = useRef<HTMLDivElement>(null);
  /** The terms opened one from another, the last in front. */
  const [path, setPath] = useState<readonly string[]>([id]);
  const shown = path.at(-1) ?? id;
  const close = (): void => {
    host.current?.hidePopover();
    link.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    const mount = host.current === null ? undefined : mountIn(host.current);
    if (mount !== undefined) render(inside(), mount);
  });
  useLayoutEffect(() => {
    const box = host.current;
    if (box === null) return;
    box.showPopover();
    const mount = mountIn(box);
    mount.querySelector<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });
    const stop = placeCard(box, {
      rects: () => (link.isConnected ? [...link.getClientRects()] : []),
      context: link,
      vertical: false,
    });
    const closed = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    box.addEventListener('toggle', closed);
    return () => {
      stop();
      box.removeEventListener('toggle', closed);
      render(null, mount);
    };
  }, [link]);

  const content = cardContent(shown, data.knowledge);
  const state: CardState =
    content === undefined ? { type: 'error', reason: 'failed' } : { type: 'term', content };
  const inside = () => (
    <>
      <Card
        state={state}
        language={language}
        t={t}
        canGoBack={path.length > 1}
        pinned={false}
        actions={{
          onOpenTerm: (next) => {
            setPath([...path, next]);
          },
          onBack: () => {
            setPath(path.slice(0, -1));
          },
          onClose: close,
          onOpenSource: (source, paragraph) => {
            close();
            go(sourceRoute(source, paragraph));
          },
          onCopy: async (text) => {
            if (!(await copy(text))) throw new Error('not copied');
          },
        }}
      />
      <p class="more" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <a href={termRoute(shown)}>{t('libraryTermPage')}</a>
      </p>
    </>
  );
  return <div ref={host} class="term-card" popover="auto" />;
}

/** What the card is drawn into, in the element's shadow root, which is made the first time. */
function mountIn(host: HTMLElement): ShadowRoot {
  if (host.shadowRoot !== null) return host.shadowRoot;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss + css);
  root.adoptedStyleSheets = [sheet];
  return root;
}
