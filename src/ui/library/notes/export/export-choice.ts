import { filterOf, isNarrowed, type ListQuery } from '../list-query.ts';
import type { ExportScope } from './export-notes.ts';

/** Which notes the reader wants as a file. */
export type ExportChoice =
  | { readonly type: 'all' | 'selected' | 'matching' }
  /** By its canonical address and the fingerprint of its article. */
  | { readonly type: 'page'; readonly page: string; readonly article: string }
  | { readonly type: 'term'; readonly term: string }
  /** Days as 2026-01-31, both of them included; empty for any. */
  | { readonly type: 'days'; readonly from: string; readonly to: string };

/** What is offered first: what the reader has selected or narrowed the list to, if anything. */
export function firstChoice(list: ListQuery, selected: readonly string[]): ExportChoice {
  if (selected.length > 0) return { type: 'selected' };
  if (!isNarrowed(list)) return { type: 'all' };
  const { page, article = '', term, from = '', to = '' } = list;
  const parts = Object.keys(list).filter((part) => !['query', 'sort', 'article'].includes(part));
  if (list.query.trim() !== '') return { type: 'matching' };
  if (page !== undefined && parts.length === 1) return { type: 'page', page, article };
  if (term !== undefined && parts.length === 1) return { type: 'term', term };
  if (parts.every((part) => part === 'from' || part === 'to')) return { type: 'days', from, to };
  return { type: 'matching' };
}

/** The notes that a choice names; undefined where it names none yet. */
export function scopeOf(
  choice: ExportChoice,
  list: ListQuery,
  selected: readonly string[],
): ExportScope | undefined {
  const matching = (part: Partial<ListQuery>): ExportScope => ({
    type: 'matching',
    query: '',
    filter: filterOf(part),
    sort: 'page',
  });
  switch (choice.type) {
    case 'all':
      return { type: 'all' };
    case 'selected':
      return { type: 'ids', ids: selected };
    case 'matching':
      return { type: 'matching', query: list.query, filter: filterOf(list), sort: list.sort };
    case 'page': {
      const { page, article } = choice;
      if (page === '') return undefined;
      return matching({ page, ...(article === '' ? {} : { article }) });
    }
    case 'term':
      return choice.term === '' ? undefined : matching({ term: choice.term });
    case 'days': {
      const { from, to } = choice;
      if (from === '' && to === '') return undefined;
      return matching({ ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) });
    }
  }
}
