import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NoteVersion } from '../../core/notes/version.ts';
import type { NoteFault, Outcome } from '../../core/notes/note-fault.ts';
import type { NotesKey } from '../../locales/notes.ts';
import type { DraftPlace } from '../../protocol/notes.ts';
import { ColourField } from './colour-field.tsx';
import { joinForms } from './join-forms.ts';
import { FAULT_WORDS, type TranslateNotes } from './note-words.ts';
import type { NoteForm } from './notes-model.ts';
import { TagField, tagsOf } from './tag-field.tsx';

/** A pause in typing after which what was typed is kept, in milliseconds. */
const PAUSE = 500;

/** A saved form, and what it has replaced that somebody else had written meanwhile. */
export type Saved = Outcome<{ readonly replaced: readonly NoteVersion[] }>;

interface Props {
  /** What the fields begin with. */
  readonly form: NoteForm;
  /** Whether that was found unsaved. */
  readonly found: boolean;
  /** What is found unsaved after the form was opened; it goes above what is typed by then. */
  readonly late?: Promise<NoteForm | undefined>;
  /** What is to be known before anything is saved. */
  readonly notice?: NotesKey;
  readonly t: TranslateNotes;
  readonly tags: () => Promise<readonly string[]>;
  readonly onSave: (form: NoteForm) => Promise<Saved>;
  readonly onDraft: (form: NoteForm) => Promise<Outcome<DraftPlace>>;
  /** The form is left; what was typed is kept as a draft. */
  readonly onLeave: () => void;
  /** What was typed is not wanted. */
  readonly onDiscard: () => void;
}

const DRAFT_WORDS: Readonly<Record<DraftPlace, NotesKey>> = {
  kept: 'noteDraftKept',
  aside: 'noteDraftAside',
  memory: 'noteDraftMemory',
};

const MAC = /mac|iphone|ipad/iu.test(navigator.platform);

/** The form of a note. Ctrl or Cmd with Enter saves, Esc leaves it and keeps a draft. */
export function NoteEditor({
  form,
  found,
  late,
  notice,
  t,
  tags,
  onSave,
  onDraft,
  onLeave,
  onDiscard,
}: Props) {
  const [body, setBody] = useState(form.body);
  const [tagText, setTagText] = useState(form.tags.map((tag) => `${tag} `).join(''));
  const [colour, setColour] = useState(form.colour);
  const [known, setKnown] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<NotesKey | undefined>(found ? 'noteDraftFound' : undefined);
  const [fault, setFault] = useState<NoteFault>();
  const area = useRef<HTMLTextAreaElement>(null);
  const now: NoteForm = { body, tags: tagsOf(tagText), colour };
  const latest = useRef(now);
  latest.current = now;
  /** What has been typed since the last draft. */
  const unkept = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** What was found late, until it is in the form. */
  const awaiting = useRef<NoteForm | undefined>(undefined);
  const takenIn = useRef(false);
  /** Nothing may be put into the form now: an input method is composing, it is being saved, or it is gone. */
  const closed = useRef({ composing: false, saving: false, gone: false });
  /** Where the selection is to be once the text is there. */
  const caret = useRef<readonly [start: number, end: number] | undefined>(undefined);

  const keep = async (): Promise<void> => {
    clearTimeout(timer.current);
    if (!unkept.current) return;
    unkept.current = false;
    const older = awaiting.current;
    const before = takenIn.current;
    const kept = await onDraft(older === undefined ? latest.current : joinForms(older, latest.current));
    if (kept.ok) {
      // That something was found is not hidden by a draft that was sent before.
      if (takenIn.current === before || kept.value !== 'kept') setSaid(DRAFT_WORDS[kept.value]);
      setFault((before) => (before === 'updated' ? undefined : before));
    } else setFault(kept.fault);
  };
  const typed = (): void => {
    unkept.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE);
  };
  const takeIn = (): void => {
    const older = awaiting.current;
    const { composing, saving: being, gone } = closed.current;
    if (older === undefined || composing || being || gone) return;
    awaiting.current = undefined;
    const typedSoFar = latest.current;
    const joined = joinForms(older, typedSoFar);
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const above = joined.body.length - typedSoFar.body.length;
    caret.current = [selectionStart + above, selectionEnd + above];
    latest.current = joined;
    setBody(joined.body);
    setTagText(joined.tags.map((tag) => `${tag} `).join(''));
    setColour(joined.colour);
    unkept.current = true;
    void keep();
    takenIn.current = true;
    setSaid('noteDraftFound');
  };
  const save = async (): Promise<void> => {
    if (saving || (body.trim() === '' && now.tags.length === 0)) return;
    clearTimeout(timer.current);
    // What is saved needs no draft, even if the form goes before the answer is here.
    unkept.current = false;
    setSaving(true);
    closed.current.saving = true;
    const saved = await onSave(now);
    setSaving(false);
    if (saved.ok) return;
    closed.current.saving = false;
    setFault(saved.fault);
    unkept.current = true;
    void keep();
    takeIn();
  };
  const leave = (): void => {
    void keep();
    onLeave();
  };

  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    void tags().then(setKnown);
    void late?.then((older) => {
      awaiting.current = older;
      takeIn();
    });
    const flush = (): void => void keep();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void keep();
      closed.current.gone = true;
    };
  }, []);
  useLayoutEffect(() => {
    if (caret.current !== undefined) area.current?.setSelectionRange(...caret.current);
    caret.current = undefined;
  }, [body]);

  return (
    <form
      class={`note-editor note-${colour}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing || event.defaultPrevented) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          leave();
        }
      }}
    >
      <textarea
        ref={area}
        class="note-body-input"
        aria-label={t('noteBody')}
        placeholder={t('noteBodyHint')}
        rows={4}
        value={body}
        onCompositionStart={() => {
          closed.current.composing = true;
        }}
        onCompositionEnd={() => {
          closed.current.composing = false;
          // Firefox tells of the last input after this.
          setTimeout(takeIn);
        }}
        onInput={(event) => {
          setBody(event.currentTarget.value);
          typed();
        }}
      />
      <div class="note-fields">
        <TagField
          value={tagText}
          known={known}
          t={t}
          onChange={(value) => {
            setTagText(value);
            typed();
          }}
        />
        <ColourField
          value={colour}
          t={t}
          onChange={(value) => {
            setColour(value);
            typed();
          }}
        />
      </div>
      {notice !== undefined && <p class="note-quiet">{t(notice)}</p>}
      {fault !== undefined && (
        <p class="note-fault" role="alert">
          {t(FAULT_WORDS[fault])}
        </p>
      )}
      <div class="note-editor-foot">
        <span class="note-said" role="status">
          {said === undefined ? t(MAC ? 'noteKeysMac' : 'noteKeys') : t(said)}
        </span>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            clearTimeout(timer.current);
            unkept.current = false;
            onDiscard();
          }}
        >
          {t(body === form.body && !found ? 'noteCancel' : 'noteDiscard')}
        </button>
        <button
          type="submit"
          class="note-save"
          disabled={saving || (body.trim() === '' && now.tags.length === 0)}
        >
          {t(saving ? 'noteSaving' : 'noteSave')}
        </button>
      </div>
    </form>
  );
}
