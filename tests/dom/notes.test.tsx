import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Note } from '../../src/core/notes/note.ts';
import type { Outcome } from '../../src/core/notes/note-fault.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { stringOf } from '../../src/locales/strings.ts';
import { NotePopover } from '../../src/ui/notes/note-popover.tsx';
import type { NotesModel } from '../../src/ui/notes/notes-model.ts';
import { NotesSection } from '../../src/ui/notes/notes-section.tsx';
import { NotesPart } from '../../src/ui/panel/notes-part.tsx';
import type { PanelNote } from '../../src/ui/panel/panel-state.ts';
import { PanelTabs } from '../../src/ui/panel/panel-tabs.tsx';
import { clear, draw, shoot, violations, type Look } from './card-support.tsx';
import '../../src/ui/notes/notes.css';
import '../../src/ui/notes/view/popover.css';
import '../../src/ui/panel/panel.css';

afterEach(clear);

const LOOKS = [
  { language: 'en', scheme: 'light', width: 400 },
  { language: 'zh', scheme: 'dark', width: 320 },
] as const satisfies readonly Look[];

const HOSTILE =
  '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script> [x](javascript:alert(1)) \u202eRTL\u0000';

const PAGE = {
  url: 'http://www.12377.cn/a.html',
  canonicalUrl: 'http://www.12377.cn/a.html',
  title: '全国网信办主任会议',
  site: '12377.cn',
  fingerprint: '',
};

let count = 0;
function note(more: Partial<Note> = {}): Note {
  const id = `01941f29-7c00-7000-8000-${String(++count).padStart(12, '0')}`;
  const stamp = '001735900000000-000000-d';
  return {
    id,
    created: count,
    modified: count,
    clock: { body: stamp, tags: stamp, colour: stamp, target: stamp },
    target: 'quote',
    body: '为民是网信工作的出发点和落脚点。与 2018 年的表述比较。',
    tags: ['网信为民', 'study'],
    colour: 'yellow',
    page: PAGE,
    selectors: [
      {
        type: 'TextQuoteSelector',
        space: 'raw',
        exact: '坚持网信为民',
        prefix: '会议强调，要坚持党管互联网，',
        suffix: '，坚持走中国特色治网之道。',
      },
    ],
    device: 'd',
    ...more,
  };
}

const ok = <T,>(value: T): Promise<Outcome<T>> => Promise.resolve({ ok: true, value });

function modelOf(notes: readonly Note[], more: Partial<NotesModel> = {}) {
  const model = {
    list: () => notes.map((one) => ({ note: one })),
    subscribe: () => () => undefined,
    create: vi.fn(() => ok(note())),
    keepNew: vi.fn(() => ok('kept' as const)),
    dropNew: vi.fn(() => ok(true)),
    unfinishedNew: () => undefined,
    update: vi.fn((one: Note) => ok({ note: one, replaced: [] })),
    remove: vi.fn(() => ok({ undo: 'undo:1', count: 1 })),
    undo: vi.fn(() => ok({ restored: 1, left: 0 })),
    keepEdit: vi.fn(() => ok('kept' as const)),
    dropEdit: vi.fn(() => ok(true)),
    unfinished: () => undefined,
    tags: () => Promise.resolve(['网信为民', '网络强国', 'study']),
  };
  return { ...model, ...more };
}

function section(model: NotesModel, look: Look = {}) {
  const t = translate(look);
  return draw(<NotesSection model={model} t={t} take={t('noteTakeTerm')} />, look);
}

function translate({ language = 'en' }: Look) {
  return (key: Parameters<typeof stringOf>[0], ...substitutions: string[]) =>
    stringOf(key, language, ...substitutions);
}

function button(stage: HTMLElement, name: string): HTMLButtonElement {
  const found = [...stage.querySelectorAll('button')].find(
    (one) => (one.ariaLabel ?? one.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}: ${stage.textContent}`);
  return found;
}

const areaOf = (stage: HTMLElement): HTMLTextAreaElement => {
  const area = stage.querySelector('textarea');
  if (area === null) throw new Error('no form');
  return area;
};

describe('a form', () => {
  test('saves by Ctrl+Enter what is in it', async () => {
    const model = modelOf([]);
    const stage = section(model);
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(areaOf(stage));
    });
    await userEvent.keyboard('一条笔记');
    await userEvent.tab();
    await userEvent.keyboard('网');
    await vi.waitFor(() => {
      expect(stage.querySelectorAll('[role=option]')).toHaveLength(2);
    });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    stage.querySelector<HTMLInputElement>('[aria-label=Green]')?.click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(model.create).toHaveBeenCalledExactlyOnceWith({
      body: '一条笔记',
      tags: ['网信为民'],
      colour: 'green',
    });
    await vi.waitFor(() => {
      expect(stage.querySelector('textarea')).toBeNull();
    });
    expect(document.activeElement).toBe(button(stage, 'Note on this term'));
  });

  test('keeps a draft at a pause and when it is left by Escape', async () => {
    const model = modelOf([]);
    const stage = section(model);
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('甲');
    await vi.waitFor(() => {
      expect(model.keepNew).toHaveBeenLastCalledWith(expect.objectContaining({ body: '甲' }));
    });
    await userEvent.keyboard('乙{Escape}');
    expect(model.keepNew).toHaveBeenLastCalledWith(expect.objectContaining({ body: '甲乙' }));
    expect(model.create).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      expect(stage.querySelector('textarea')).toBeNull();
    });
  });

  test.each([
    ['full', 'The disk or the space'],
    ['unavailable', 'keeps no database for extensions'],
    ['updated', 'Tifa was updated. Copy your text'],
  ] as const)('that cannot be saved (%s) says why and keeps the text', async (fault, said) => {
    const failed = () => Promise.resolve({ ok: false, fault } as const);
    const model = modelOf([], {
      create: failed,
      keepNew: () => (fault === 'updated' ? failed() : ok('memory')),
    });
    const stage = section(model);
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('不可丢失{Control>}{Enter}{/Control}');
    await vi.waitFor(() => {
      expect(stage.querySelector('[role=alert]')?.textContent).toContain(said);
    });
    expect(areaOf(stage).value).toBe('不可丢失');
    expect(areaOf(stage).readOnly).toBe(false);
    if (fault !== 'updated') {
      await vi.waitFor(() => {
        expect(stage.textContent).toContain('in memory only');
      });
    }
  });

  test('begins with what was found unsaved', async () => {
    const unfinished = { body: '没写完', tags: ['a'], colour: 'blue' } as const;
    const stage = section(modelOf([], { unfinishedNew: () => unfinished }));
    button(stage, 'Continue the draft').click();
    await vi.waitFor(() => {
      expect(areaOf(stage).value).toBe('没写完');
    });
    expect(stage.textContent).toContain('is here again');
  });

  const OLDER = { body: '上周写的', tags: ['旧'], colour: 'blue' } as const;

  test('that nothing was typed in takes what is found late, with the caret behind it', async () => {
    const stage = section(modelOf([], { lateNew: () => Promise.resolve(OLDER) }));
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => {
      expect(areaOf(stage).value).toBe('上周写的');
    });
    expect(areaOf(stage).selectionStart).toBe(4);
    expect(stage.querySelector<HTMLInputElement>('[aria-label=Blue]')?.checked).toBe(true);
    expect(stage.textContent).toContain('is here again');
  });

  test('leaves what an input method is composing alone until it is done, and loses neither text', async () => {
    const late = Promise.withResolvers<typeof OLDER>();
    const model = modelOf([], { lateNew: () => late.promise });
    const stage = section(model);
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('今天ab');
    areaOf(stage).setSelectionRange(2, 2);
    areaOf(stage).dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    late.resolve(OLDER);
    await vi.waitFor(() => {
      expect(model.keepNew).toHaveBeenCalledWith({
        body: '上周写的\n\n今天ab',
        tags: ['旧'],
        colour: 'blue',
      });
    });
    expect(areaOf(stage).value).toBe('今天ab');
    areaOf(stage).dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await vi.waitFor(() => {
      expect(areaOf(stage).value).toBe('上周写的\n\n今天ab');
    });
    expect(areaOf(stage).selectionStart).toBe(8);
  });

  test('that cannot be saved shows what was found meanwhile afterwards', async () => {
    const late = Promise.withResolvers<typeof OLDER>();
    const saving = Promise.withResolvers<Outcome<Note>>();
    const stage = section(modelOf([], { lateNew: () => late.promise, create: () => saving.promise }));
    button(stage, 'Note on this term').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('今天{Control>}{Enter}{/Control}');
    late.resolve(OLDER);
    await late.promise;
    expect(areaOf(stage).value).toBe('今天');
    saving.resolve({ ok: false, fault: 'full' });
    await vi.waitFor(() => {
      expect(areaOf(stage).value).toBe('上周写的\n\n今天');
    });
  });
});

describe('a note', () => {
  test('is edited where it stands, and only what was changed is sent', async () => {
    const one = note();
    const model = modelOf([one]);
    const stage = section(model);
    button(stage, 'Edit').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('！{Control>}{Enter}{/Control}');
    expect(model.update).toHaveBeenCalledExactlyOnceWith(
      one,
      { body: expect.stringContaining('！') },
      one.clock,
    );
  });

  test('changed elsewhere meanwhile shows the other text', async () => {
    const one = note();
    const replaced = [{ noteId: one.id, field: 'body', text: '别处的文字', when: 1, why: 'merge' }] as const;
    const stage = section(modelOf([one], { update: () => ok({ note: one, replaced }) }));
    button(stage, 'Edit').click();
    await vi.waitFor(() => areaOf(stage));
    await userEvent.keyboard('！{Control>}{Enter}{/Control}');
    await vi.waitFor(() => {
      expect(stage.querySelector('.note-replaced')?.textContent).toContain('别处的文字');
    });
  });

  test('that was deleted can be had back', async () => {
    const model = modelOf([note()]);
    const stage = section(model);
    button(stage, 'Delete').click();
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(button(stage, 'Undo'));
    });
    button(stage, 'Undo').click();
    expect(model.undo).toHaveBeenCalledExactlyOnceWith('undo:1');
  });

  test('with markup and scripts in it is text and nothing else', () => {
    const stage = section(modelOf([note({ body: HOSTILE, tags: [HOSTILE] })]));
    expect(stage.querySelectorAll('img, script, a')).toHaveLength(0);
    expect(stage.querySelector('.note-body')?.textContent).toBe(HOSTILE);
  });

  test('of a megabyte is drawn', () => {
    const stage = section(modelOf([note({ body: '网信'.repeat(500_000) })]));
    expect(stage.getBoundingClientRect().height).toBeLessThan(1500);
  });
});

const terms = new Map(bundledKnowledge().terms.map((term) => [term.id, term]));

function panelNotes(): { here: PanelNote[]; gone: PanelNote[] } {
  const [onPage, quote, moved, changed, onTerm, gone] = [
    note({ target: 'page', selectors: [], body: 'Read with the 2018 speech.', tags: [], colour: 'grey' }),
    note(),
    note({ colour: 'green', body: '段落移动过。', tags: [] }),
    note({ colour: 'blue', body: 'The figure differs now.' }),
    note({
      target: 'term',
      termId: 'ten-upholds',
      selectors: [],
      colour: 'pink',
      body: '十个方面，见 2023 年 7 月。',
      tags: ['成组'],
    }),
    note({ body: '这段文字被删除了。', tags: [] }),
  ];
  return {
    here: [
      { note: onPage, place: { id: onPage.id, state: 'exact', at: 0 } },
      { note: quote, place: { id: quote.id, state: 'exact', at: 10 } },
      { note: moved, place: { id: moved.id, state: 'moved', at: 20 } },
      {
        note: changed,
        place: { id: changed.id, state: 'changed', at: 30 },
        diff: [
          { type: 'same', text: '坚持网信' },
          { type: 'removed', text: '为' },
          { type: 'added', text: '利' },
          { type: 'same', text: '民' },
        ],
      },
      { note: onTerm, place: { id: onTerm.id, state: 'exact', at: 40 } },
    ],
    gone: [{ note: gone, place: { id: gone.id, state: 'gone', at: -1 } }],
  };
}

function panel(look: Look, more: Partial<Parameters<typeof NotesPart>[0]> = {}) {
  const t = translate(look);
  const { here, gone } = panelNotes();
  const draft = {
    target: 'quote',
    body: '还没有写完的一条',
    tags: [],
    colour: 'yellow',
    page: PAGE,
    selectors: [],
  } as const;
  const part = (
    <NotesPart
      loaded={{
        type: 'state',
        page: { page: PAGE, termIds: [], decided: true, places: [], selection: false },
        here,
        gone,
        drafts: [{ key: 'new:quote', note: { ...draft, tags: [], selectors: [] }, saved: 1 }],
      }}
      edits={modelOf([])}
      term={(id) => terms.get(id)}
      t={t}
      form={() => modelOf([])}
      onGo={vi.fn()}
      onAttach={() => ok(true)}
      {...more}
    />
  );
  return draw(
    <div class="panel">
      <PanelTabs
        label={t('panelSections')}
        tabs={[
          { id: 'notes', title: t('panelNotes'), count: 6, content: part },
          { id: 'other', title: t('popupOnThisPage'), content: <p>other</p> },
        ]}
      />
    </div>,
    look,
  );
}

describe('the panel', () => {
  test('lists notes in order, gone ones last with what stood around them', () => {
    const stage = panel({});
    expect([...stage.querySelectorAll('.note-body')].map((body) => body.textContent.slice(0, 6))).toEqual([
      'Read w',
      '为民是网信工',
      '段落移动过。',
      'The fi',
      '十个方面，见',
      '这段文字被删',
    ]);
    expect(stage.querySelector('.panel-gone')?.textContent).toContain(
      '坚持党管互联网，坚持网信为民，坚持走中国特色',
    );
  });

  test('goes to a note’s place, and attaches one that is gone', async () => {
    const [onGo, onAttach] = [
      vi.fn(),
      vi.fn(() => Promise.resolve({ ok: false, fault: 'no-note' } as const)),
    ];
    const stage = panel({}, { onGo, onAttach });
    button(stage, 'Show on the page: 坚持网信为民').click();
    expect(onGo).toHaveBeenCalledOnce();
    button(stage, 'Attach to selection').click();
    await vi.waitFor(() => {
      expect(stage.textContent).toContain('Nothing is selected on the page.');
    });
  });

  test('goes from part to part by arrow keys', async () => {
    const stage = panel({});
    stage.querySelector<HTMLElement>('[role=tab]')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(stage.querySelector('[role=tabpanel]')?.textContent).toBe('other');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
  });
});

describe.each(LOOKS)('in $language, $scheme, $width pixels wide', (look) => {
  const name = `${look.language}-${look.scheme}`;
  test('the panel: axe finds nothing', async () => {
    panel(look);
    await shoot(`notes-panel-${name}`);
    expect(await violations()).toEqual([]);
  });

  test('a panel without notes, and of a page that is not read', async () => {
    panel(look, {
      loaded: {
        type: 'state',
        page: { page: PAGE, termIds: [], decided: true, places: [], selection: false },
        here: [],
        gone: [],
        drafts: [],
      },
    });
    await shoot(`notes-panel-none-${name}`);
    expect(await violations()).toEqual([]);
    panel(look, { loaded: { type: 'not-read' } });
    expect(await violations()).toEqual([]);
  });

  test('a form: axe finds nothing', async () => {
    const t = translate(look);
    const stage = draw(
      <NotePopover
        model={modelOf([])}
        words="坚持网信为民，让人民群众在信息化发展中有更多获得感、幸福感、安全感"
        writing
        language={look.language}
        t={t}
        close={t('cardClose')}
        onClose={vi.fn()}
      />,
      look,
    );
    areaOf(stage).focus();
    await userEvent.keyboard(look.language === 'zh' ? '与 2018 年的表述比较' : 'Compare with 2018');
    await shoot(`notes-form-${name}`);
    expect(await violations()).toEqual([]);
  });

  test('a list of notes on words: axe finds nothing', async () => {
    const t = translate(look);
    draw(
      <NotePopover
        model={modelOf([note(), note({ colour: 'pink', body: HOSTILE })])}
        words="坚持网信为民"
        writing={false}
        language={look.language}
        t={t}
        close={t('cardClose')}
        onClose={vi.fn()}
      />,
      look,
    );
    await shoot(`notes-list-${name}`);
    expect(await violations()).toEqual([]);
  });
});
