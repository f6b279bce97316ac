import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NoteFault } from '../../../../core/notes/note-fault.ts';
import { FAULT_WORDS } from '../../../notes/note-words.ts';
import { useLibrary } from '../../context.ts';
import { Dialog } from '../dialog.tsx';
import { EXPORT_FORMATS, type ExportFormat } from '../files/file-work-types.ts';
import type { ListQuery } from '../list-query.ts';
import { countOf } from '../undo-bar.tsx';
import { dayOf } from '../day.ts';
import { ChoiceField } from './choice-field.tsx';
import { firstChoice, scopeOf } from './export-choice.ts';
import { exportNotes } from './export-notes.ts';
import { fileName, FORMATS } from './formats.ts';
import { useCount } from './use-count.ts';

/** A longer text is not put into a text area, in UTF-16 units: it would hold the page. */
const LONGEST_SHOWN = 500_000;

interface Props {
  readonly list: ListQuery;
  readonly selected: readonly string[];
  readonly onClose: () => void;
}

/** Notes as a file: which, in what format, where to. */
export function ExportDialog({ list, selected, onClose }: Props) {
  const { t, notes, language, data, copy } = useLibrary();
  const [choice, setChoice] = useState(() => firstChoice(list, selected));
  const scope = useMemo(() => scopeOf(choice, list, selected), [choice, list, selected]);
  const count = useCount(scope);
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [busy, setBusy] = useState<number>();
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<NoteFault>();
  const [shown, setShown] = useState<string>();
  const [backup, setBackup] = useState<number | 'never'>();
  const closed = useRef(false);

  useEffect(() => {
    void notes.lastBackup().then((at) => {
      setBackup(at ?? 'never');
    });
    return () => {
      closed.current = true;
    };
  }, [notes]);

  const write = async (): Promise<Blob | undefined> => {
    if (scope === undefined) return undefined;
    setFault(undefined);
    setSaid('');
    setShown(undefined);
    setBusy(0);
    const now = Date.now();
    const settings = {
      format,
      type: FORMATS[format].type,
      now,
      offset: -new Date(now).getTimezoneOffset(),
      language,
      termNames: data.knowledge.terms.map(({ id, zh }) => [id, zh] as const),
    };
    const exported = await exportNotes(notes, scope, settings, setBusy);
    setBusy(undefined);
    if (!exported.ok) {
      setFault(exported.fault);
      return undefined;
    }
    return exported.file;
  };
  const isBackup = choice.type === 'all' && format === 'json';
  const keep = (): void => {
    if (!isBackup) return;
    const at = Date.now();
    notes.backedUp(at);
    setBackup(at);
  };
  const download = async (): Promise<void> => {
    const file = await write();
    if (file === undefined || closed.current) return;
    const name = fileName(format, new Date());
    if (notes.save(name, file)) {
      keep();
      setSaid(t('libraryDownloaded', name));
    } else await show(file);
  };
  const show = async (file: Blob): Promise<void> => {
    const text = format === 'zip' ? '' : await file.text();
    if (text === '' || text.length > LONGEST_SHOWN) setSaid(t('notesLibraryTooLong'));
    else setShown(text);
  };
  const act = async (what: 'copy' | 'show'): Promise<void> => {
    const file = await write();
    if (file === undefined) return;
    if (what === 'show') await show(file);
    else setSaid(t((await copy(await file.text())) ? 'libraryCopied' : 'libraryCopyFailed'));
  };

  const { why } = FORMATS[format];
  const ready = busy === undefined && scope !== undefined && count !== 0;
  return (
    <Dialog title={t('notesLibraryExportTitle')} onClose={onClose}>
      <ChoiceField
        choice={choice}
        list={list}
        selected={selected.length}
        onChoose={(next) => {
          setChoice(next);
          setShown(undefined);
          setSaid('');
        }}
      />
      <fieldset class="formats format-list">
        <legend>{t('notesLibraryFormat')}</legend>
        {EXPORT_FORMATS.map((one) => (
          <Radio
            key={one}
            name="format"
            label={t(FORMATS[one].name)}
            checked={format === one}
            onChoose={() => {
              setFormat(one);
              setShown(undefined);
              setSaid('');
            }}
          />
        ))}
      </fieldset>
      <p class="format-why" aria-live="polite">
        {t(why)}
      </p>
      <p class="export">
        <button type="button" class="primary" disabled={!ready} onClick={() => void download()}>
          {t('libraryDownload')}
        </button>
        {format !== 'zip' && (
          <>
            <button type="button" class="text-button" disabled={!ready} onClick={() => void act('copy')}>
              {t('libraryCopyAll')}
            </button>
            <button type="button" class="text-button" disabled={!ready} onClick={() => void act('show')}>
              {t('libraryAsText')}
            </button>
          </>
        )}
        <span role="status">
          {busy !== undefined
            ? t('notesLibraryWriting', String(busy))
            : said !== ''
              ? said
              : count !== undefined && countOf(t, 'notesLibraryCount', count)}
        </span>
      </p>
      {fault !== undefined && (
        <p class="note-fault" role="alert">
          {t(FAULT_WORDS[fault])}
        </p>
      )}
      {shown !== undefined && (
        <div class="as-text">
          <textarea readOnly rows={12} aria-label={t('libraryAsText')} value={shown} spellcheck={false} />
        </div>
      )}
      {backup !== undefined && (
        <p class="note">
          {backup === 'never' ? t('notesLibraryNoBackup') : t('notesLibraryBackup', dayOf(backup, language))}
        </p>
      )}
    </Dialog>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Radio({ name, label, checked, onChoose }: RadioProps) {
  return (
    <label class="check">
      <input type="radio" name={`notes-${name}`} checked={checked} onChange={onChoose} />
      {label}
    </label>
  );
}
