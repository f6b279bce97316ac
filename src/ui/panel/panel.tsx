import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Term } from '../../core/knowledge/knowledge.ts';
import { NOTES_MARK } from '../../core/notes/note-settings.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { askToPersist } from '../../platform/storage-state.ts';
import type { NotesState } from '../../protocol/notes.ts';
import { askWorker } from '../notes/ask-worker.ts';
import { LostNotice } from '../notes/lost-notice.tsx';
import { workerEdits } from '../notes/worker-edits.ts';
import { NotesPart } from './notes-part.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelTab } from './panel-tabs.tsx';
import { panelTab, watchTab } from './panel-tab.ts';
import { askPage, loadPanel, panelForm } from './panel-notes.ts';
import type { Loaded } from './panel-state.ts';

/** A part of the panel beside the notes: what it is called, and what it shows of a tab. */
export interface PanelPart {
  readonly id: string;
  readonly title: string;
  readonly show: (tabId: number) => ComponentChildren;
}

interface Props {
  readonly terms: readonly Term[];
  /** Parts before the notes, in order. */
  readonly parts?: readonly PanelPart[];
}

/** After a change of the page its notes are asked for this much later, in milliseconds. */
const SETTLE = 250;

/** The side panel: this page's notes, and whatever parts stand beside them. */
export function Panel({ terms, parts = [] }: Props) {
  const [tabId, setTabId] = useState<number>();
  const [loaded, setLoaded] = useState<Loaded>();
  const [state, setState] = useState<NotesState>();
  const drafts = useRef<Extract<Loaded, { type: 'state' }>['drafts']>([]);
  const [edits] = useState(() => workerEdits(askWorker, () => drafts.current));
  const [byId] = useState(() => new Map(terms.map((term) => [term.id, term])));

  useEffect(() => {
    void panelTab().then(setTabId);
    return watchTab(setTabId);
  }, []);

  useEffect(() => {
    if (tabId === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const isOver = (): boolean => over;
    const load = async (): Promise<void> => {
      const next = await loadPanel(tabId);
      if (isOver()) return;
      if (next.type === 'state') drafts.current = next.drafts;
      setLoaded(next);
      const asked = await askWorker<NotesState>({ type: 'tifa:notes/state' });
      if (isOver()) return;
      if (asked.ok) setState(asked.value);
      // What the page has not decided yet is asked for again.
      if (next.type === 'state' && !next.page.decided) later(1000);
    };
    const later = (wait = SETTLE): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), wait);
    };
    const stored = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && NOTES_MARK in changes) later();
    };
    const updated = (id: number, { status }: { status?: string | undefined }): void => {
      if (id === tabId && status === 'complete') later(1500);
    };
    browser.storage.onChanged.addListener(stored);
    browser.tabs.onUpdated.addListener(updated);
    void load();
    return () => {
      over = true;
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(stored);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, [tabId]);

  useEffect(() => {
    // A window can ask what the worker cannot.
    if (state !== undefined && state.notes > 0 && !state.persisted) void askToPersist();
  }, [state?.notes]);

  const waits = tabId === undefined || loaded === undefined;
  const notes: PanelTab = {
    id: 'notes',
    title: t('panelNotes'),
    count: loaded?.type === 'state' ? loaded.here.length + loaded.gone.length : 0,
    content: !waits && (
      <>
        <LostNotice
          lost={state?.lost === true}
          t={t}
          library="/library.html#/notes"
          onSeen={() => void askWorker({ type: 'tifa:notes/loss-seen' })}
        />
        <NotesPart
          loaded={loaded}
          edits={edits}
          term={(id) => byId.get(id)}
          t={t}
          form={(key, place, found) => panelForm(edits, key, place, found)}
          onGo={(id) => void askPage(tabId, { type: 'tifa:notes-on-page/go', id })}
          onAttach={(id) => askPage<Outcome<unknown>>(tabId, { type: 'tifa:notes-on-page/attach', id })}
        />
        {state !== undefined && state.notes > 0 && (
          <p class="panel-persisted note-quiet">
            {t(state.persisted ? 'panelPersisted' : 'panelNotPersisted')}
          </p>
        )}
      </>
    ),
  };
  const others = parts.map(({ id, title, show }): PanelTab => ({
    id,
    title,
    content: tabId !== undefined && show(tabId),
  }));
  return <PanelFrame busy={waits} tabs={[...others, notes]} />;
}
