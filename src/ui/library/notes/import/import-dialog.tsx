import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoteFault } from '../../../../core/notes/note-fault.ts';
import type { MessageKey } from '../../../../locales/strings.ts';
import { FAULT_WORDS } from '../../../notes/note-words.ts';
import { useLibrary } from '../../context.ts';
import { Dialog } from '../dialog.tsx';
import type { ReadFile, ShownConflict, ShownPreview } from '../files/file-work-types.ts';
import type { NoteFiles } from '../files/note-files.ts';
import { countOf } from '../undo-bar.tsx';
import { previewFile, writeImport } from './import-notes.ts';
import { problemText } from './problem-text.ts';

interface Props {
  /** The file that was dropped, if one was. */
  readonly file: File | undefined;
  readonly onDone: (undo: string, said: string) => void;
  readonly onClose: () => void;
}

interface Previewed {
  readonly name: string;
  readonly read: ReadFile;
  readonly preview: ShownPreview;
}

/** Notes from a file: what it would do first, then doing it. */
export function ImportDialog({ file: dropped, onDone, onClose }: Props) {
  const { t, notes } = useLibrary();
  const [previewed, setPreviewed] = useState<Previewed>();
  const [busy, setBusy] = useState('');
  const [fault, setFault] = useState<NoteFault>();
  const files = useRef<NoteFiles | undefined>(undefined);

  const read = async (file: File): Promise<void> => {
    files.current?.close();
    const mine = notes.files();
    files.current = mine;
    setPreviewed(undefined);
    setFault(undefined);
    setBusy(t('notesLibraryReading', file.name));
    const outcome = await previewFile(notes, mine, file);
    if (files.current !== mine) return;
    setBusy('');
    if (outcome.ok) setPreviewed({ name: file.name, ...outcome.value });
    else setFault(outcome.fault);
  };
  const write = async (): Promise<void> => {
    if (files.current === undefined || busy !== '') return;
    setBusy(t('notesLibraryImporting', '0'));
    const outcome = await writeImport(notes, files.current, (count) => {
      setBusy(t('notesLibraryImporting', String(count)));
    });
    setBusy('');
    if (!outcome.ok) {
      setFault(outcome.fault);
      return;
    }
    const { undo, added, merged } = outcome.value;
    const count = added + merged;
    const texts = previewed?.preview.texts ?? 0;
    onDone(
      undo,
      count === 0 && texts > 0
        ? countOf(t, 'notesLibraryTexts', texts)
        : countOf(t, 'notesLibraryImported', count),
    );
    onClose();
  };
  useEffect(() => {
    if (dropped !== undefined) void read(dropped);
    return () => {
      files.current?.close();
      files.current = undefined;
    };
  }, []);

  const preview = previewed?.preview;
  const label: MessageKey =
    preview === undefined || preview.notes > 0
      ? 'notesLibraryImportDo'
      : preview.texts > 0
        ? 'notesLibraryImportTexts'
        : 'notesLibraryImportNone';
  return (
    <Dialog title={t('notesLibraryImportTitle')} onClose={onClose}>
      <p class="note">{t('notesLibraryImportIntro')}</p>
      <p>
        <label class="file-field">
          <span class="unseen">{t('notesLibraryChoose')}</span>
          <input
            type="file"
            accept=".json,.jsonld,.csv,application/json,application/ld+json,text/csv"
            onChange={({ currentTarget: { files: chosen } }) => {
              const [file] = chosen ?? [];
              if (file !== undefined) void read(file);
            }}
          />
        </label>
      </p>
      {busy !== '' && <p role="status">{busy}</p>}
      {fault !== undefined && (
        <p class="note-fault" role="alert">
          {t(fault === 'failed' ? 'notesLibraryImportFailed' : FAULT_WORDS[fault])}
        </p>
      )}
      {previewed !== undefined && (
        <>
          <Summary previewed={previewed} />
          <p class="export">
            <button
              type="button"
              class="primary"
              disabled={label === 'notesLibraryImportNone' || busy !== ''}
              onClick={() => void write()}
            >
              {t(label)}
            </button>
          </p>
          <Conflicts preview={previewed.preview} />
          <Problems preview={previewed.preview} />
        </>
      )}
    </Dialog>
  );
}

function Summary({ previewed: { name, preview } }: { readonly previewed: Previewed }) {
  const { t } = useLibrary();
  const rows: readonly (readonly [MessageKey, number])[] = [
    ['notesLibraryFresh', preview.fresh],
    ['notesLibrarySame', preview.same],
    ['notesLibraryConflicting', preview.conflicting],
    ['notesLibraryUnreadable', preview.unreadable],
  ];
  return (
    <section aria-label={t('notesLibraryPreview', name)}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <dl class="import-counts">
        {rows.map(([label, count]) => (
          <div key={label} class={count === 0 ? 'none' : undefined}>
            <dt>{t(label)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const KEPT: Readonly<Record<ShownConflict['kept'], MessageKey>> = {
  here: 'notesLibraryKeptHere',
  there: 'notesLibraryKeptThere',
  both: 'notesLibraryKeptBoth',
  deleted: 'notesLibraryKeptDeleted',
};

function Conflicts({ preview: { conflicts, conflicting } }: { readonly preview: ShownPreview }) {
  const { t } = useLibrary();
  if (conflicts.length === 0) return null;
  return (
    <details class="conflicts" open>
      <summary>{t('notesLibraryConflicts')}</summary>
      {conflicts.map(({ id, title, here, there, kept }) => (
        <article key={id}>
          <h4>
            <bdi>{title}</bdi>
          </h4>
          <dl class="two-texts">
            <div>
              <dt>{t('notesLibraryHere')}</dt>
              <dd dir="auto">{here === '' ? t('noteEmpty') : here}</dd>
            </div>
            <div>
              <dt>{t('notesLibraryThere')}</dt>
              <dd dir="auto">{there === '' ? t('noteEmpty') : there}</dd>
            </div>
          </dl>
          <p class="note">{t(KEPT[kept])}</p>
        </article>
      ))}
      <More shown={conflicts.length} all={conflicting} />
    </details>
  );
}

function Problems({ preview: { problems, unreadable } }: { readonly preview: ShownPreview }) {
  const { t } = useLibrary();
  if (problems.length === 0) return null;
  return (
    <details class="conflicts" open>
      <summary>{t('notesLibraryProblems')}</summary>
      <ul>
        {problems.map((problem, i) => (
          <li key={i}>
            {problem.place !== '' && <code>{problem.place}</code>} {problemText(problem, t)}
          </li>
        ))}
      </ul>
      <More shown={problems.length} all={unreadable} />
    </details>
  );
}

function More({ shown, all }: { readonly shown: number; readonly all: number }) {
  const { t } = useLibrary();
  return all > shown ? <p class="note">{t('notesLibraryAndMore', String(all - shown))}</p> : null;
}
