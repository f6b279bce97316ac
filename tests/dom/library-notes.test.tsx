import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Note } from '../../src/core/notes/note.ts';
import type { NoteFacets } from '../../src/core/search/note-index.ts';
import type { Language } from '../../src/locales/strings.ts';
import type { NoteList, NotesRequest } from '../../src/protocol/notes.ts';
import { FileWork } from '../../src/ui/library/notes/files/file-work.ts';
import type { NotesDoor } from '../../src/ui/library/notes/notes-door.ts';
import { NO_NOTES } from '../support/no-notes.ts';
import { HOSTILE, SAMPLE } from '../support/notes.ts';
import { libraryAt, libraryContext } from './library-support.tsx';

let stage: HTMLElement;
let asked: NotesRequest[];

beforeEach(() => {
  asked = [];
  stage = document.createElement('div');
  document.body.append(stage);
});

afterEach(() => {
  render(null, stage);
  stage.remove();
  history.replaceState(null, '', location.pathname + location.search);
});

/** The worker's answers over some notes, by plain search. */
function doorTo(notes: readonly Note[], more: Partial<NotesDoor> = {}): NotesDoor {
  const answer = (request: NotesRequest): unknown => {
    if (request.type === 'tifa:notes/list') {
      const found = notes.filter(({ body }) => body.includes(request.query));
      const list = found.map((note) => ({ note, marks: { body: [], quote: [], title: [] } }));
      return { total: found.length, more: false, found: list.slice(0, 50) } satisfies NoteList;
    }
    if (request.type === 'tifa:notes/facets') {
      return {
        tags: [['风险', 1]],
        colours: [['green', 1]],
        targets: [['quote', 2]],
        sites: [['example.cn', 4]],
        states: [
          ['exact', 1],
          ['gone', 1],
        ],
      } satisfies NoteFacets;
    }
    if (request.type === 'tifa:notes/all') return { notes };
    return request.type === 'tifa:notes/by-ids' ? notes.filter(({ id }) => request.ids.includes(id)) : [];
  };
  return {
    ...NO_NOTES,
    ask: (request) => {
      asked.push(request);
      return Promise.resolve({ ok: true, value: answer(request) as never });
    },
    files: () => {
      const work = new FileWork();
      return {
        ask: (request) => work.handle(request) as Promise<never>,
        close: () => undefined,
      };
    },
    ...more,
  };
}

async function open(door: NotesDoor, language: Language = 'en', hash = '#/notes'): Promise<void> {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  render(libraryAt(hash, libraryContext(language, { notes: door })), stage);
  await vi.waitFor(() => {
    expect(stage.querySelector('.count, .note-fault, .not-found')).not.toBeNull();
  });
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}

const box = (): HTMLInputElement => {
  const input = stage.querySelector<HTMLInputElement>('input[type=search]');
  if (input === null) throw new Error('no search box');
  return input;
};

const queries = (): string[] =>
  asked.flatMap((request) => (request.type === 'tifa:notes/list' ? [request.query] : []));

test.each([
  ['en', 'light', 1280],
  ['zh', 'dark', 400],
] as const)(
  'in %s, %s, %d px wide axe finds nothing, in the list and in both dialogs',
  async (language, scheme, width) => {
    await page.viewport(width, 900);
    document.documentElement.style.colorScheme = scheme;
    await open(doorTo([...SAMPLE, ...HOSTILE]), language);
    const check = async (): Promise<void> => {
      const { violations } = await axe.run(document);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    };
    await check();
    for (const name of language === 'en' ? ['Import', 'Export'] : ['导入', '导出']) {
      button(name).click();
      await vi.waitFor(() => {
        expect(document.querySelector('dialog[open]')).not.toBeNull();
      });
      await check();
      document.querySelector('dialog')?.close();
      await vi.waitFor(() => {
        expect(document.querySelector('dialog')).toBeNull();
      });
    }
  },
);

test('what an input method shows before it is chosen is not searched for', async () => {
  await open(doorTo(SAMPLE));
  asked = [];
  const input = box();
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const typed of ['y', 'ya', "ya'shi"]) {
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(queries()).toEqual([]);
  input.value = '压实';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '压实' }));
  await vi.waitFor(() => {
    expect(new Set(queries())).toEqual(new Set(['压实']));
  });
  expect(input.value).toBe('压实');
});

test('where there are no downloads the text is shown', async () => {
  await open(doorTo(SAMPLE, { save: () => false }));
  button('Export').click();
  await vi.waitFor(() => {
    button('Download').click();
  });
  await vi.waitFor(() => {
    expect(document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value).toContain('守住安全底线');
  });
});

test('a hostile note is text, and its links lead to the web only', async () => {
  await open(doorTo(HOSTILE));
  expect(stage.querySelectorAll('.note-blocks :is(script, img, iframe)')).toHaveLength(0);
  const links = [...stage.querySelectorAll<HTMLAnchorElement>('.note-blocks a')];
  expect(links.filter(({ protocol }) => !protocol.startsWith('http'))).toEqual([]);
});

test('a database that cannot be opened is said', async () => {
  await open(NO_NOTES);
  expect(stage.querySelector('[role=alert]')?.textContent).toContain('keeps no database');
});

test.each(['#/notes/nonsense', `#/notes/${SAMPLE[0]?.id ?? ''}/more`])('%s is not there', async (hash) => {
  await open(doorTo([]), 'en', hash);
  expect(stage.querySelector('.not-found')?.textContent).toContain('no such note');
});

test('one note by itself is shown with its earlier versions', async () => {
  await open(doorTo(SAMPLE), 'en', `#/notes/${SAMPLE[1]?.id ?? ''}`).catch(() => undefined);
  await vi.waitFor(() => {
    expect(stage.querySelector('article')?.textContent).toContain('守住安全底线');
  });
  expect(stage.textContent).toContain('Earlier versions');
});
