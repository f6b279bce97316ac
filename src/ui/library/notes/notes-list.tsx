import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NoteFault } from '../../../core/notes/note-fault.ts';
import type { FoundNote, NoteList, NotesRequest, NotesState } from '../../../protocol/notes.ts';
import { LostNotice } from '../../notes/lost-notice.tsx';
import { READ_FAULT_WORDS } from '../../notes/note-words.ts';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { amend } from '../router.ts';
import { ExportDialog } from './export/export-dialog.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { filterOf, isNarrowed, listRoute, readListQuery, type ListQuery } from './list-query.ts';
import { BLOCK, NoteBlocks } from './note-blocks.tsx';
import { NoteFilters } from './note-filters.tsx';
import { NoteRow, quoteOf } from './note-row.tsx';
import { useSelected } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { UndoBar, useUndo } from './undo-bar.tsx';
import { useEdits, useRevision } from './use-notes.ts';
import { useListKeys } from './list-keys.ts';

type ListRequest = Pick<Extract<NotesRequest, { type: 'tifa:notes/list' }>, 'query' | 'filter' | 'sort'>;

/** What is shown: what the last question but for those still on their way was, and its answer. */
interface Answered {
  readonly request: ListRequest;
  readonly answer: NoteList | NoteFault;
}

/** All notes: searched, filtered, selected, written out and taken in. */
export function NotesList({ query: asked }: { readonly query: ReadonlyMap<string, string> }) {
  const { t, notes, data } = useLibrary();
  usePageTitle(t('notesLibrary'));
  const [list, setList] = useState(() => readListQuery(asked));
  const [typed, setTyped] = useState(list.query);
  const [answered, setAnswered] = useState<Answered>();
  const answer = answered?.answer;
  const [exporting, setExporting] = useState(asked.get('export') === 'yes');
  const [lost, setLost] = useState(false);
  const [importing, setImporting] = useState<File | true>();
  const revision = useRevision();
  const edits = useEdits(revision);
  const undo = useUndo();
  const composing = useRef(false);
  const request = useMemo(
    (): ListRequest => ({ query: list.query, filter: filterOf(list), sort: list.sort }),
    [list],
  );
  const selected = useSelected(async (offset, limit) => {
    const outcome = await notes.ask<readonly string[]>({
      type: 'tifa:notes/ids',
      ...request,
      offset,
      ...(limit === undefined ? {} : { limit }),
    });
    return outcome.ok ? outcome.value : [];
  });
  const box = useListKeys(selected);

  useEffect(() => {
    let gone = false;
    void notes
      .ask<NoteList>({ type: 'tifa:notes/list', ...request, offset: 0, limit: BLOCK })
      .then((outcome) => {
        if (!gone) setAnswered({ request, answer: outcome.ok ? outcome.value : outcome.fault });
      });
    return () => {
      gone = true;
    };
  }, [notes, request, revision]);

  useEffect(() => {
    void notes.ask<NotesState>({ type: 'tifa:notes/state' }).then((outcome) => {
      if (outcome.ok) setLost(outcome.value.lost);
    });
  }, [notes, revision]);

  const change = (next: ListQuery): void => {
    setList(next);
    setTyped(next.query);
    selected.none();
    amend(listRoute(next));
  };
  const counted = useCallback(({ total, more }: NoteList): void => {
    setAnswered((before) => {
      const list = before?.answer;
      if (before === undefined || typeof list !== 'object' || !list.more || total <= list.total)
        return before;
      return { ...before, answer: { ...list, total, more } };
    });
  }, []);

  const nothing = typeof answer === 'object' && answer.total === 0 && !isNarrowed(list);
  const draw = (found: FoundNote, index: number) => {
    const { id } = found.note;
    const words = nameOf(found, (term) => data.term(term)?.zh);
    return (
      <NoteRow
        found={found}
        edits={edits}
        onDeleted={undo.offer}
        selected={selected.ids.has(id)}
        box={
          <input
            type="checkbox"
            class="note-check"
            data-index={index}
            aria-label={t('notesLibrarySelect', words)}
            checked={selected.ids.has(id)}
            onClick={(event) => {
              if (event.shiftKey) {
                event.currentTarget.checked = true;
                selected.extend(id, index);
              } else selected.toggle(id, index);
            }}
            onKeyDown={(event) => {
              box(event, index);
            }}
          />
        }
      />
    );
  };

  return (
    <div
      class="notes-library"
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
      }}
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        setImporting(file);
      }}
    >
      <div class="notes-head">
        <h1 tabIndex={-1}>{t('notesLibrary')}</h1>
        <p class="notes-acts">
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setImporting(true);
            }}
          >
            {t('notesLibraryImport')}
          </button>
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              setExporting(true);
            }}
          >
            {t('notesLibraryExport')}
          </button>
        </p>
      </div>
      <form
        class="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          change({ ...list, query: typed });
        }}
      >
        <input
          type="search"
          aria-label={t('notesLibrarySearch')}
          placeholder={t('notesLibrarySearchHint')}
          value={typed}
          spellcheck={false}
          autocomplete="off"
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            change({ ...list, query: event.currentTarget.value });
          }}
          onInput={(event) => {
            // What an input method shows before it is chosen is no query yet.
            if (composing.current || event.isComposing) setTyped(event.currentTarget.value);
            else change({ ...list, query: event.currentTarget.value });
          }}
        />
      </form>
      <LostNotice
        lost={lost}
        t={t}
        onSeen={() => {
          setLost(false);
          void notes.ask({ type: 'tifa:notes/loss-seen' });
        }}
      />
      {!nothing && <NoteFilters list={list} revision={revision} onChange={change} />}
      {typeof answer === 'string' && (
        <p class="note-fault" role="alert">
          {t(READ_FAULT_WORDS[answer])}
        </p>
      )}
      {answered !== undefined && typeof answer === 'object' && (
        <>
          <p class="count" role="status">
            {countOf(t, answer)}
          </p>
          {nothing && <p class="intro">{t('notesLibraryNoneHint')}</p>}
          {selected.ids.size > 0 && (
            <SelectionBar
              selected={selected}
              undo={undo}
              onExport={() => {
                setExporting(true);
              }}
            />
          )}
          <NoteBlocks
            key={JSON.stringify(answered.request)}
            request={answered.request}
            total={answer.total + (answer.more ? 1 : 0)}
            first={answer.found}
            revision={revision}
            draw={draw}
            onCounted={counted}
          />
        </>
      )}
      {exporting && (
        <ExportDialog
          list={list}
          selected={[...selected.ids]}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
      {importing !== undefined && (
        <ImportDialog
          file={importing === true ? undefined : importing}
          onDone={undo.offerWith}
          onClose={() => {
            setImporting(undefined);
          }}
        />
      )}
      <UndoBar undo={undo} />
    </div>
  );
}

function countOf(t: ReturnType<typeof useLibrary>['t'], { total, more }: NoteList): string {
  if (total === 0) return t('notesLibraryNone');
  if (more) return t('notesLibraryCountMore', String(total));
  return total === 1 ? t('notesLibraryCountOne') : t('notesLibraryCount', String(total));
}

/** What a note is called where it cannot be seen. */
function nameOf({ note }: FoundNote, term: (id: string) => string | undefined): string {
  const words = note.target === 'term' ? (term(note.termId ?? '') ?? note.termId ?? '') : quoteOf(note);
  return [...(words || note.body || note.page.title)].slice(0, 40).join('');
}
