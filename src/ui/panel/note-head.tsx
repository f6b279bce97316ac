import type { Note } from '../../core/notes/note.ts';
import type { Term } from '../../core/knowledge/knowledge.ts';
import type { MessageKey } from '../../locales/strings.ts';
import type { PanelNote } from './panel-state.ts';

interface Props {
  readonly listed: PanelNote;
  readonly term: (id: string) => Term | undefined;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  readonly onGo: (id: string) => void;
}

/** What a note is on: the words or the term, which lead to their place, or the page. */
export function NoteHead({ listed: { note, place }, term, t, onGo }: Props) {
  if (note.target === 'page') return <p class="note-where note-quiet">{t('panelOnPage')}</p>;
  const words = note.target === 'term' ? (term(note.termId ?? '')?.zh ?? note.termId ?? '') : quoteOf(note);
  const label = { moved: 'noteMoved', changed: 'noteChanged', exact: undefined, gone: undefined } as const;
  const said = label[place.state];
  return (
    <div class="note-where">
      {note.target === 'term' && <span class="note-quiet">{t('panelOnTerm')} </span>}
      {place.state === 'gone' ? (
        <GoneWords note={note} words={words} />
      ) : (
        <button
          type="button"
          class="link note-words"
          lang="zh-CN"
          dir="auto"
          aria-label={t('panelGo', words)}
          onClick={() => {
            onGo(note.id);
          }}
        >
          {words}
        </button>
      )}
      {said !== undefined && <span class="note-state"> {t(said)}</span>}
    </div>
  );
}

/** Words that are no longer on the page, in what stood around them. */
function GoneWords({ note, words }: { readonly note: Note; readonly words: string }) {
  const quote = note.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return (
    <blockquote class="gone-words" lang="zh-CN" dir="auto">
      <span class="note-quiet">…{quote?.prefix.slice(-32)}</span>
      <mark>{words}</mark>
      <span class="note-quiet">{quote?.suffix.slice(0, 32)}…</span>
    </blockquote>
  );
}

function quoteOf(note: Note): string {
  return note.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';
}
