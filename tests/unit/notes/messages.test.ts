import { describe, expect, test } from 'vitest';
import {
  chosenSites,
  noteChoiceKeys,
  noteChoices,
  notesMark,
  siteChoiceKeys,
} from '../../../src/core/notes/note-settings.ts';
import { notesToPage } from '../../../src/protocol/notes-to-page.ts';
import { receive } from '../../../src/protocol/messages.ts';
import { NotesFromPageSchema, NotesRequestSchema } from '../../../src/protocol/notes.ts';

const NOTE = {
  target: 'page',
  body: 'b',
  tags: [],
  colour: 'yellow',
  page: { url: '', canonicalUrl: '', title: '', site: '', fingerprint: '' },
  selectors: [],
};

describe('messages about notes to a page', () => {
  test.each([
    [{ type: 'tifa:notes-on-page/state' }, true],
    [{ type: 'tifa:notes-on-page/go', id: 'x' }, true],
    [{ type: 'tifa:notes-on-page/go' }, false],
    [{ type: 'tifa:notes-on-page/attach', id: 3 }, false],
    [{ type: 'tifa:notes-on-page/take', what: 'any' }, true],
    [{ type: 'tifa:notes-on-page/take', what: 'everything' }, false],
    [{ type: 'tifa:notes/all' }, false],
    [null, false],
  ])('%j is taken: %s', (message, taken) => {
    expect(notesToPage(message) !== undefined).toBe(taken);
  });
});

describe('messages about notes from a page', () => {
  test.each([
    ['a new note', { type: 'tifa:notes/create', note: NOTE }, true],
    [
      'a body of more than a megabyte',
      { type: 'tifa:notes/create', note: { ...NOTE, body: 'x'.repeat(1_000_001) } },
      false,
    ],
    ['a colour that is none', { type: 'tifa:notes/create', note: { ...NOTE, colour: 'red' } }, false],
    ['an empty tag', { type: 'tifa:notes/create', note: { ...NOTE, tags: [''] } }, false],
    [
      'a fingerprint that is none',
      { type: 'tifa:notes/of-page', page: { fingerprint: 'x y' }, termIds: [] },
      false,
    ],
    ['a search, which is for our own pages', { type: 'tifa:notes/list', query: '' }, false],
  ])('%s', (_, message, taken) => {
    expect(receive(NotesFromPageSchema, message) !== undefined).toBe(taken);
  });

  test('a search from our own pages has an order and a slice', () => {
    expect(receive(NotesRequestSchema, { type: 'tifa:notes/list', query: '网' })).toEqual({
      type: 'tifa:notes/list',
      query: '网',
      filter: {},
      sort: 'modified',
      offset: 0,
      limit: 50,
    });
  });
});

describe('what storage says of notes', () => {
  test.each([
    [undefined, { any: false, changed: 0 }],
    ['x', { any: false, changed: 0 }],
    [
      { any: true, changed: 5 },
      { any: true, changed: 5 },
    ],
  ])('%j', (value, mark) => {
    expect(notesMark(value)).toEqual(mark);
  });

  test('the toolbar goes where it is switched off everywhere or here', () => {
    const keys = noteChoiceKeys('www.4hou.com');
    expect(noteChoices(keys, {})).toEqual({ panelOnly: false, toolbar: true });
    expect(noteChoices(keys, { [keys.noToolbar]: true }).toolbar).toBe(false);
    expect(noteChoices(keys, { [keys.noToolbarHere]: true }).toolbar).toBe(false);
    expect(noteChoices(keys, { [keys.panelOnly]: true }).panelOnly).toBe(true);
  });
});

test.each([
  ['12377.cn', ['notes-in-panel:site:12377.cn', 'notes-in-panel:site:www.12377.cn']],
  [' https://www.12377.cn/a?b#c ', ['notes-in-panel:site:12377.cn', 'notes-in-panel:site:www.12377.cn']],
  ['', undefined],
  ['not a site', undefined],
  ['file:///etc/passwd', undefined],
])('a site typed as “%s”', (typed, keys) => {
  expect(siteChoiceKeys('panelOnly', typed)).toEqual(keys);
});

test('a site that is chosen with and without www. is listed once', () => {
  const stored = { 'noteToolbar:off:site:a.cn': true, 'noteToolbar:off:site:www.a.cn': true, other: true };
  expect(chosenSites('noToolbar', stored)).toEqual(['a.cn']);
});
