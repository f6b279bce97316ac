import { useState } from 'preact/hooks';
import { formatRoute } from '../../core/library-route.ts';
import type { Term } from '../../core/knowledge/knowledge.ts';
import type { Draft } from '../../core/notes/note-edits.ts';
import type { NotePage } from '../../core/notes/note.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { MessageKey } from '../../locales/strings.ts';
import { NewNoteForm } from '../notes/new-note.tsx';
import { NoteList } from '../notes/note-list.tsx';
import { READ_FAULT_WORDS } from '../notes/note-words.ts';
import type { NoteEdits, NoteForm, NotesModel } from '../notes/notes-model.ts';
import { formOf } from '../notes/worker-edits.ts';
import { NoteHead } from './note-head.tsx';
import type { Loaded, NotePlace, PanelNote } from './panel-state.ts';

interface Props {
  readonly loaded: Loaded;
  readonly edits: NoteEdits;
  readonly term: (id: string) => Term | undefined;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** A form for a note there, which may have been begun before. */
  readonly form: (key: string, place: NotePlace, found: NoteForm | undefined) => NotesModel;
  readonly onGo: (id: string) => void;
  readonly onAttach: (id: string) => Promise<Outcome<unknown> | undefined>;
}

/** This page's notes: in reading order, then those that are gone, with room for one more on the page. */
export function NotesPart({ loaded, edits, term, t, form: formFor, onGo, onAttach }: Props) {
  const [writing, setWriting] = useState<NotesModel>();
  if (loaded.type === 'not-read') {
    return (
      <>
        <p>{t('panelNotRead')}</p>
        <p class="note-quiet">{t('panelNotReadHint')}</p>
      </>
    );
  }
  if (loaded.type === 'fault') {
    return (
      <p class="note-fault" role="alert">
        {t(READ_FAULT_WORDS[loaded.fault])}
      </p>
    );
  }
  const { page, here, gone, drafts } = loaded;
  const head = (listed: PanelNote) => <NoteHead listed={listed} term={term} t={t} onGo={onGo} />;
  const place = { target: 'page', page: page.page, selectors: [] } as const;
  const begin = (draft?: Draft): void => {
    const form = draft === undefined ? undefined : formOf(draft.note);
    const key = draft?.key ?? `new:page:${page.page.canonicalUrl}`.slice(0, 1900);
    setWriting(formFor(key, draft?.note ?? { ...place, selectors: [] }, form));
  };
  return (
    <>
      {writing === undefined ? (
        <button
          type="button"
          class="text-button note-take"
          onClick={() => {
            begin(drafts.find(({ note }) => note.target === 'page'));
          }}
        >
          {t('noteTakePage')}
        </button>
      ) : (
        <NewNoteForm
          model={writing}
          t={t}
          onDone={() => {
            setWriting(undefined);
          }}
        />
      )}
      {drafts.length > 0 && writing === undefined && (
        <section class="panel-drafts" aria-label={t('panelDrafts')}>
          <h3>{t('panelDrafts')}</h3>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.key}>
                <span class="draft-text" dir="auto">
                  {draft.note.body}
                </span>
                <button
                  type="button"
                  class="text-button"
                  onClick={() => {
                    begin(draft);
                  }}
                >
                  {t('panelContinue')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {here.length === 0 && gone.length === 0 && (
        <div class="panel-none">
          <p>{t('panelNone')}</p>
          <p class="note-quiet">{t('panelNoneHint')}</p>
        </div>
      )}
      {!page.decided && <p class="note-quiet">{t('panelLooking')}</p>}
      <NoteList notes={here} edits={edits} t={t} head={head} />
      {gone.length > 0 && (
        <section class="panel-gone" aria-label={t('panelGoneTitle')}>
          <h3>{t('panelGoneTitle')}</h3>
          <p class="note-quiet">{t('panelGoneHint')}</p>
          <NoteList
            notes={gone}
            edits={edits}
            t={t}
            head={(listed) => (
              <>
                {head(listed)}
                {listed.note.target === 'quote' && <Attach id={listed.note.id} t={t} onAttach={onAttach} />}
              </>
            )}
          />
        </section>
      )}
      {here.length + gone.length > 0 && (
        <p class="panel-export">
          <a class="note-quiet" href={exportRoute(page.page)} target="_blank">
            {t('panelExport')}
          </a>
        </p>
      )}
    </>
  );
}

/** The library's place that exports the notes of a page. */
function exportRoute({ canonicalUrl, fingerprint }: NotePage): string {
  const query = { page: canonicalUrl, article: fingerprint, export: 'yes' };
  return `/library.html${formatRoute('notes', [], query)}`;
}

interface AttachProps extends Pick<Props, 't' | 'onAttach'> {
  readonly id: string;
}

/** Attaches a note to what is selected on the page now, and says whether it could. */
function Attach({ id, t, onAttach }: AttachProps) {
  const [said, setSaid] = useState<MessageKey>();
  return (
    <p class="note-attach">
      <button
        type="button"
        class="text-button"
        onClick={() => {
          void onAttach(id).then((outcome) => {
            setSaid(outcome?.ok === true ? 'panelAttached' : 'panelAttachNone');
          });
        }}
      >
        {t('panelAttach')}
      </button>
      <span class="note-quiet" role="status">
        {said !== undefined && t(said)}
      </span>
    </p>
  );
}
