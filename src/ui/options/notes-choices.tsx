import { useEffect, useState } from 'preact/hooks';
import {
  NO_TOOLBAR,
  chosenSites,
  siteChoiceKeys,
  type NoteSiteChoice,
} from '../../core/notes/note-settings.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';
import { askToPersist } from '../../platform/storage-state.ts';
import type { NotesState } from '../../protocol/notes.ts';
import { Switch } from '../components/switch.tsx';
import { askWorker } from '../notes/ask-worker.ts';
import { Row } from './row.tsx';

/** What the reader chooses about notes, and where notes are. */
export function NotesChoices({ local }: { readonly local: Readonly<Record<string, unknown>> }) {
  const toolbar = local[NO_TOOLBAR] !== true;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('optionsNotes')}</h2>
      <div class="choices">
        <Switch
          label={t('optionsNoteToolbar')}
          checked={toolbar}
          onChange={(on) => void writeKey(NO_TOOLBAR, on ? undefined : true)}
        />
      </div>
      {toolbar && <SiteList choice="noToolbar" title="optionsNoteToolbarSites" local={local} />}
      <SiteList choice="panelOnly" title="optionsPanelOnly" why="optionsPanelOnlyWhy" local={local} />
      <Kept />
    </section>
  );
}

interface SiteListProps {
  readonly choice: NoteSiteChoice;
  readonly title: MessageKey;
  readonly why?: MessageKey;
  readonly local: Readonly<Record<string, unknown>>;
}

/** The sites of a choice, and a field for one more. */
function SiteList({ choice, title, why, local }: SiteListProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const write = (site: string, value: true | undefined): boolean => {
    const keys = siteChoiceKeys(choice, site);
    for (const key of keys ?? []) void writeKey(key, value);
    return keys !== undefined;
  };
  return (
    <>
      <h3>{t(title)}</h3>
      {why !== undefined && <p class="note">{t(why)}</p>}
      <ul class="rows">
        {chosenSites(choice, local).map((site) => (
          <Row
            key={site}
            words={site}
            action={t('optionsNoteSiteRemove')}
            name={t('optionsNoteSiteRemoveName', site, t(title))}
            onAct={() => {
              write(site, undefined);
            }}
          />
        ))}
      </ul>
      <form
        class="add-site"
        onSubmit={(event) => {
          event.preventDefault();
          const done = write(typed, true);
          setWrong(!done);
          if (done) setTyped('');
        }}
      >
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          aria-label={t('optionsNoteSiteAddTo', t(title))}
          placeholder={t('optionsNoteSiteHint')}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="plain-button" disabled={typed.trim() === ''}>
          {t('optionsNoteSiteAdd')}
        </button>
        {wrong && <span role="alert">{t('optionsNoteSiteWrong')}</span>}
      </form>
    </>
  );
}

/** Whether the browser keeps the notes when the disk is full, and a way to ask for it. */
function Kept() {
  const [state, setState] = useState<Outcome<NotesState>>();
  const [refused, setRefused] = useState(false);
  const load = (): void => {
    void askWorker<NotesState>({ type: 'tifa:notes/state' }).then(setState);
  };
  useEffect(load, []);
  const ask = async (): Promise<void> => {
    setRefused(!(await askToPersist()));
    load();
  };
  return (
    <>
      <h3>{t('optionsNotesKept')}</h3>
      {state !== undefined && (
        <p>
          {t(
            !state.ok
              ? 'optionsNotesUnknown'
              : state.value.persisted
                ? 'optionsNotesPersisted'
                : 'optionsNotesNotPersisted',
          )}
        </p>
      )}
      {state?.ok === true && !state.value.persisted && (
        <p>
          <button type="button" class="plain-button" onClick={() => void ask()}>
            {t('optionsNotesAsk')}
          </button>{' '}
          <span role="status">{refused && t('optionsNotesRefused')}</span>
        </p>
      )}
      <p class="note">
        {t('optionsNotesBackup')} <a href="/library.html#/notes">{t('optionsNotesLibrary')}</a>
      </p>
    </>
  );
}
