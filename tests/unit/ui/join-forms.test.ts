import { describe, expect, test } from 'vitest';
import { joinForms } from '../../../src/ui/notes/join-forms.ts';
import type { NoteForm } from '../../../src/ui/notes/notes-model.ts';

const form = (body: string, more: Partial<NoteForm> = {}): NoteForm => ({
  body,
  tags: [],
  colour: 'yellow',
  ...more,
});

describe('two unfinished notes on one place', () => {
  test.each([
    ['one above the other', '旧', '新', '旧\n\n新'],
    ['nothing in the older one', '', '新', '新'],
    ['nothing in the newer one', '旧', '', '旧'],
    ['the same in both', '同', '同', '同'],
    ['the newer one written on from the older', '旧', '旧的接着写', '旧的接着写'],
    ['the newer one joined with the older before', '旧\n\n新', '新', '旧\n\n新'],
  ])('%s', (_, older, newer, body) => {
    expect(joinForms(form(older), form(newer))).toEqual(form(body));
  });

  test('tags are there once; a chosen colour wins over the one that forms begin with', () => {
    const blue = form('', { tags: ['a', 'b'], colour: 'blue' });
    const green = form('', { tags: ['b', 'c'], colour: 'green' });
    expect(joinForms(blue, green)).toEqual(form('', { tags: ['a', 'b', 'c'], colour: 'green' }));
    expect(joinForms(green, form('')).colour).toBe('green');
  });
});
