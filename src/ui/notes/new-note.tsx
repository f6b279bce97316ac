import { useState } from 'preact/hooks';
import { EMPTY_FORM, type NotesModel } from './notes-model.ts';
import { NoteEditor } from './note-editor.tsx';
import type { TranslateNotes } from './note-words.ts';

interface Props {
  readonly model: NotesModel;
  readonly t: TranslateNotes;
  /** It is saved, or left. */
  readonly onDone: () => void;
}

/** The form of a note that is not there yet. */
export function NewNoteForm({ model, t, onDone }: Props) {
  const unfinished = model.unfinishedNew();
  const [late] = useState(() => model.lateNew?.());
  return (
    <NoteEditor
      form={unfinished ?? EMPTY_FORM}
      found={unfinished !== undefined}
      {...(late === undefined ? {} : { late })}
      t={t}
      {...(model.isPrivate === true ? { notice: 'notePrivate' as const } : {})}
      tags={model.tags}
      onSave={async (form) => {
        const outcome = await model.create(form);
        if (!outcome.ok) return outcome;
        onDone();
        return { ok: true, value: { replaced: [] } };
      }}
      onDraft={model.keepNew}
      onLeave={onDone}
      onDiscard={() => {
        void model.dropNew();
        onDone();
      }}
    />
  );
}
