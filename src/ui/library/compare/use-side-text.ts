import { useEffect, useState } from 'preact/hooks';
import type { ArticleText } from '../../../protocol/article.ts';
import { useLibrary } from '../context.ts';
import type { Side } from './sides.ts';

/** Longer texts are compared up to here, in UTF-16 units. */
export const LONGEST_TEXT = 300_000;

/** A text that the reader has brought along, in the memory of this view only. */
export interface OwnText {
  readonly text: string;
  /** The file that it came from. */
  readonly name?: string;
}

/** The text of a side, as far as it is there. */
export interface SideText {
  readonly state: 'none' | 'loading' | 'gone' | 'ready';
  readonly title: string;
  /** Who published it and when. */
  readonly about: string;
  readonly text: string;
  readonly cut: boolean;
  /** Whether a page had no article, and all of its text is given. */
  readonly whole: boolean;
}

const EMPTY: SideText = { state: 'none', title: '', about: '', text: '', cut: false, whole: false };

export function useSideText(side: Side, own: OwnText): SideText {
  const { data, t } = useLibrary();
  const page = useArticle(side);
  switch (side.kind) {
    case 'none':
      return EMPTY;
    case 'source': {
      const source = data.source(side.id);
      if (source === undefined) return EMPTY;
      const { title, publisher, published, text } = source;
      return { ...EMPTY, state: 'ready', title, about: `${publisher} ${published}`, text };
    }
    case 'own':
      if (own.text.trim() === '') return EMPTY;
      return { ...EMPTY, state: 'ready', title: own.name ?? t('compareOwn'), ...cut(own.text) };
    case 'page': {
      if (page === undefined) return { ...EMPTY, state: 'loading' };
      if (page === 'gone' || page.blocks.length === 0) return { ...EMPTY, state: 'gone' };
      const { title, address, blocks, isArticle } = page;
      const named = title.trim() === '' ? t('comparePage') : title.trim();
      const about = hostOf(address);
      return { ...EMPTY, state: 'ready', title: named, about, whole: !isArticle, ...cut(blocks.join('\n')) };
    }
  }
}

function useArticle(side: Side): ArticleText | 'gone' | undefined {
  const { articleOfTab } = useLibrary();
  const [page, setPage] = useState<ArticleText | 'gone'>();
  const tab = side.kind === 'page' ? side.tab : undefined;
  useEffect(() => {
    setPage(undefined);
    if (tab === undefined) return;
    let current = true;
    void articleOfTab(tab).then((article) => {
      if (current) setPage(article ?? 'gone');
    });
    return () => {
      current = false;
    };
  }, [tab, articleOfTab]);
  return page;
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}

function cut(text: string): Pick<SideText, 'text' | 'cut'> {
  const read = text.replace(/\r\n?/gu, '\n');
  if (read.length <= LONGEST_TEXT) return { text: read, cut: false };
  return { text: read.slice(0, LONGEST_TEXT).toWellFormed(), cut: true };
}
