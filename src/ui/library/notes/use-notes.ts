import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../../core/notes/note-edits.ts';
import type { NoteEdits } from '../../notes/notes-model.ts';
import { workerEdits } from '../../notes/worker-edits.ts';
import { useLibrary } from '../context.ts';

/** Changes that come close after one another are followed once, in milliseconds. */
const SETTLE = 120;

/** A number that grows whenever notes may have changed. */
export function useRevision(): number {
  const { notes } = useLibrary();
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = notes.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setRevision((n) => n + 1);
      }, SETTLE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [notes]);
  return revision;
}

/** What is done to notes, with the unfinished edits of this revision. */
export function useEdits(revision: number): NoteEdits {
  const { notes } = useLibrary();
  const drafts = useRef<readonly Draft[]>([]);
  const [, draw] = useState(0);
  useEffect(() => {
    void notes.ask<readonly Draft[]>({ type: 'tifa:notes/drafts' }).then((outcome) => {
      if (!outcome.ok) return;
      drafts.current = outcome.value.filter(({ noteId }) => noteId !== undefined);
      if (drafts.current.length > 0) draw((n) => n + 1);
    });
  }, [notes, revision]);
  return useMemo(() => workerEdits(notes.ask, () => drafts.current), [notes]);
}
