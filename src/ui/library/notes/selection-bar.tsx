import { useEffect, useState } from 'preact/hooks';
import type { NoteFault } from '../../../core/notes/note-fault.ts';
import type { DoneAnswer, NotesRequest } from '../../../protocol/notes.ts';
import { ColourField } from '../../notes/colour-field.tsx';
import { FAULT_WORDS } from '../../notes/note-words.ts';
import { TagField, tagsOf } from '../../notes/tag-field.tsx';
import { useLibrary } from '../context.ts';
import type { Selected } from './selection.ts';
import { countOf, type Undo } from './undo-bar.tsx';

interface Props {
  readonly selected: Selected;
  readonly undo: Undo;
  readonly onExport: () => void;
}

type Doing = 'tag' | 'untag' | 'colour' | undefined;

/** What can be done to the notes that are selected, each as one step. */
export function SelectionBar({ selected, undo, onExport }: Props) {
  const { t, notes } = useLibrary();
  const [doing, setDoing] = useState<Doing>();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<NoteFault>();
  const ids = [...selected.ids];

  useEffect(() => {
    void notes.ask<readonly string[]>({ type: 'tifa:notes/tags' }).then((outcome) => {
      if (outcome.ok) setKnown(outcome.value);
    });
  }, [notes]);

  const act = async (
    request: NotesRequest,
    key: 'notesLibraryDone' | 'notesLibraryDeleted',
  ): Promise<void> => {
    const outcome = await notes.ask<DoneAnswer>(request);
    setDoing(undefined);
    setTyped('');
    if (!outcome.ok) {
      setFault(outcome.fault);
      return;
    }
    setFault(undefined);
    undo.offerWith(outcome.value.undo, countOf(t, key, outcome.value.count));
    if (request.type === 'tifa:notes/remove') selected.none();
  };
  const retag = (): void => {
    const tags = tagsOf(typed);
    if (tags.length === 0) return;
    const [add, drop] = doing === 'tag' ? [tags, []] : [[], tags];
    void act({ type: 'tifa:notes/retag', ids, add, drop }, 'notesLibraryDone');
  };
  const choose = (next: Doing): void => {
    setTyped('');
    setDoing(doing === next ? undefined : next);
  };

  return (
    <div class="selection-bar" role="region" aria-label={t('notesLibrarySelection')}>
      <div class="selection-line">
        <span class="selection-count" role="status">
          {t('notesLibrarySelected', String(ids.length))}
        </span>
        <BarButton
          label={t('notesLibraryTag')}
          pressed={doing === 'tag'}
          onClick={() => {
            choose('tag');
          }}
        />
        <BarButton
          label={t('notesLibraryUntag')}
          pressed={doing === 'untag'}
          onClick={() => {
            choose('untag');
          }}
        />
        <BarButton
          label={t('notesLibraryRecolour')}
          pressed={doing === 'colour'}
          onClick={() => {
            choose('colour');
          }}
        />
        <BarButton label={t('notesLibraryExport')} onClick={onExport} />
        <BarButton
          label={t('noteDelete')}
          onClick={() => void act({ type: 'tifa:notes/remove', page: {}, ids }, 'notesLibraryDeleted')}
        />
        <BarButton label={t('notesLibrarySelectNone')} onClick={selected.none} />
      </div>
      {(doing === 'tag' || doing === 'untag') && (
        <form
          class="selection-form"
          onSubmit={(event) => {
            event.preventDefault();
            retag();
          }}
        >
          <TagField value={typed} known={known} t={t} onChange={setTyped} />
          <button type="submit" class="plain-button" disabled={tagsOf(typed).length === 0}>
            {t(doing === 'tag' ? 'notesLibraryTagDo' : 'notesLibraryUntagDo')}
          </button>
        </form>
      )}
      {doing === 'colour' && (
        <div class="selection-form">
          <ColourField
            value={undefined}
            t={t}
            onChange={(colour) => void act({ type: 'tifa:notes/recolour', ids, colour }, 'notesLibraryDone')}
          />
        </div>
      )}
      {fault !== undefined && (
        <p class="note-fault" role="alert">
          {t(FAULT_WORDS[fault])}
        </p>
      )}
    </div>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
}

function BarButton({ label, onClick, pressed }: BarButtonProps) {
  return (
    <button type="button" class="text-button" aria-expanded={pressed} onClick={onClick}>
      {label}
    </button>
  );
}
