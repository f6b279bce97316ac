import { formatRoute } from '../../../core/library-route.ts';

/** Whose terms a glossary has: those of one text, those of some ids (a page's), or all. */
export interface Scope {
  readonly source?: string;
  readonly ids?: readonly string[];
}

/** The ids that an address names, each once. */
export function idsIn(query: ReadonlyMap<string, string>): string[] {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  return [...new Set(ids)];
}

export function scopeRoute({ source, ids }: Scope): string {
  return formatRoute('glossary', [], { source: source ?? '', ids: ids?.join(',') ?? '' });
}
