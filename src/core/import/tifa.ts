import * as v from 'valibot';
import { TIFA_VERSION } from '../export/tifa-json.ts';
import { NoteSchema, type Note } from '../notes/note.ts';
import { NoteVersionSchema, type NoteVersion } from '../notes/version.ts';
import { unreadable, type Imported, type Unreadable } from './import-result.ts';
import { isObject } from './json.ts';

/** Tifa's own format. Each released version is read by what brings it to the next. */
export function readTifa(file: unknown): Imported {
  const failed = (problem: Unreadable): Imported => ({
    format: 'tifa',
    notes: [],
    versions: [],
    unreadable: [problem],
  });
  if (!isObject(file) || file['format'] !== 'tifa-notes') return failed(unreadable('', 'unknown-format'));
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failed(unreadable('version', 'bad-field', { field: 'version' }));
  }
  if (version > TIFA_VERSION) return failed(unreadable('version', 'newer-version', { version }));
  if (!Array.isArray(file['notes'])) return failed(unreadable('notes', 'bad-field', { field: 'notes' }));

  const problems: Unreadable[] = [];
  const notes: Note[] = [];
  file['notes'].forEach((value: unknown, i) => {
    const result = v.safeParse(NoteSchema, value);
    if (result.success) notes.push(result.output);
    else problems.push(problemOf(`notes[${String(i)}]`, result.issues[0]));
  });
  const versions: NoteVersion[] = [];
  const histories: unknown = file['versions'] ?? [];
  if (Array.isArray(histories)) {
    histories.forEach((value: unknown, i) => {
      const result = v.safeParse(NoteVersionSchema, value);
      if (result.success) versions.push(result.output);
      else problems.push(problemOf(`versions[${String(i)}]`, result.issues[0]));
    });
  } else {
    problems.push(unreadable('versions', 'bad-field', { field: 'versions' }));
  }
  return { format: 'tifa', notes, versions, unreadable: problems };
}

function problemOf(place: string, issue: v.BaseIssue<unknown>): Unreadable {
  const field = v.getDotPath(issue) ?? '';
  return unreadable(field === '' ? place : `${place}.${field}`, 'bad-field', { field });
}
