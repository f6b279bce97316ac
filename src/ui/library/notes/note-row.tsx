import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { termRoute } from '../../../core/library-route.ts';
import { passageLink } from '../../../core/export/links.ts';
import type { Note } from '../../../core/notes/note.ts';
import type { SightState } from '../../../core/notes/sighting.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import type { FoundNote } from '../../../protocol/notes.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { NoteItem } from '../../notes/note-item.tsx';
import type { NoteEdits } from '../../notes/notes-model.ts';
import { useLibrary } from '../context.ts';
import { dayOf } from './day.ts';
import { NoteVersions } from './note-versions.tsx';

interface Props {
  readonly found: FoundNote;
  readonly edits: NoteEdits;
  readonly onDeleted: (undo: string, count: number) => void;
  /** Its box to select it, where it can be. */
  readonly box?: JSX.Element;
  readonly selected?: boolean;
}

const SEEN_WORDS: Readonly<Record<SightState, MessageKey>> = {
  exact: 'notesLibrarySeenExact',
  moved: 'notesLibrarySeenMoved',
  changed: 'notesLibrarySeenChanged',
  gone: 'notesLibrarySeenGone',
};

/** One note of the library: what it is on, what it says, where and when it was taken. */
export function NoteRow({ found, edits, onDeleted, box, selected = false }: Props) {
  const { t } = useLibrary();
  const { note, marks } = found;
  const [versions, setVersions] = useState(false);
  return (
    <div class={selected ? 'note-row selected' : 'note-row'}>
      {box}
      <NoteItem
        listed={{ note }}
        edits={edits}
        t={t}
        marks={marks.body}
        head={<Head found={found} />}
        buttons={
          <button
            type="button"
            class="text-button"
            aria-expanded={versions}
            onClick={() => {
              setVersions(!versions);
            }}
          >
            {t('notesLibraryVersions')}
          </button>
        }
        below={versions && <NoteVersions note={note} edits={edits} />}
        onDeleted={(undo) => {
          onDeleted(undo, 1);
        }}
      />
    </div>
  );
}

function Head({ found: { note, marks, seen } }: { readonly found: FoundNote }) {
  const { data, t, language } = useLibrary();
  const quote = quoteOf(note);
  const link = passageLink(note);
  const title = note.page.title.trim() === '' ? t('notesLibraryNoTitle') : note.page.title;
  const name =
    note.page.title.trim() === '' ? title : <MarkedText text={title} marks={marks.title.map(rangeOf)} />;
  const term = note.termId === undefined ? undefined : data.term(note.termId);
  return (
    <header class="note-head">
      {note.target === 'term' && (
        <p class="note-term" lang="zh-CN">
          {term === undefined ? note.termId : <a href={termRoute(term.id)}>{term.zh}</a>}
        </p>
      )}
      {quote !== '' && (
        <blockquote class="note-quote" lang="zh-CN" dir="auto">
          <MarkedText text={quote} marks={marks.quote.map(rangeOf)} />
        </blockquote>
      )}
      <p class="note-from">
        {link === undefined ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={link} target="_blank" rel="noopener noreferrer" title={t('notesLibraryGo')}>
            <bdi>{name}</bdi>
          </a>
        )}
        {note.page.site !== '' && (
          <span class="note-site">
            <bdi>{note.page.site}</bdi>
          </span>
        )}
        <time dateTime={new Date(note.created).toISOString()}>{dayOf(note.created, language)}</time>
        {note.modified > note.created + 60_000 && (
          <span>{t('notesLibraryChanged', dayOf(note.modified, language))}</span>
        )}
        {seen !== undefined && (
          <span class={`note-seen note-seen-${seen.state}`} title={t('notesLibrarySeenHint')}>
            {t(SEEN_WORDS[seen.state], dayOf(new Date(`${seen.day}T12:00`).getTime(), language))}
          </span>
        )}
      </p>
    </header>
  );
}

const rangeOf = ([start, end]: readonly [number, number]) => ({ start, end });

export function quoteOf(note: Note): string {
  return note.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';
}
