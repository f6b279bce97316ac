import { useEffect, useState } from 'preact/hooks';
import type { NoteList } from '../../../../protocol/notes.ts';
import { useLibrary } from '../../context.ts';
import type { ExportScope } from './export-notes.ts';

/** How many notes there are in a scope; undefined until that is known, or where it was not counted. */
export function useCount(scope: ExportScope | undefined): number | undefined {
  const { notes } = useLibrary();
  const [counted, setCounted] = useState<{ readonly of: ExportScope; readonly count: number }>();
  useEffect(() => {
    if (scope === undefined || scope.type === 'ids') return;
    const { query, filter, sort } =
      scope.type === 'all' ? ({ query: '', filter: {}, sort: 'modified' } as const) : scope;
    let gone = false;
    void notes
      .ask<NoteList>({ type: 'tifa:notes/list', query, filter, sort, offset: 0, limit: 1 })
      .then((outcome) => {
        if (!gone && outcome.ok && !outcome.value.more) setCounted({ of: scope, count: outcome.value.total });
      });
    return () => {
      gone = true;
    };
  }, [notes, scope]);
  if (scope?.type === 'ids') return scope.ids.length;
  return counted !== undefined && counted.of === scope ? counted.count : undefined;
}
