import { readCsv } from './csv.ts';
import { readHypothesis } from './hypothesis.ts';
import { unreadable, type Imported, type ImportFormat } from './import-result.ts';
import { isObject } from './json.ts';
import { readTifa } from './tifa.ts';
import { readWebAnnotation } from './webannotation.ts';

/**
 * Reads a file of notes. Never throws: what cannot be read is said, with its place and
 * the reason, and everything else is read.
 *
 * @param format `auto` tells it from the content
 */
export function readImport(text: string, format: ImportFormat | 'auto'): Imported {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (format === 'csv') return once(readCsv(content));
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    if (format === 'auto' && looksLikeCsv(content)) return once(readCsv(content));
    return nothing(format, 'not-json', { message: error instanceof Error ? error.message : '' });
  }
  const kind = format === 'auto' ? formatOf(value) : format;
  switch (kind) {
    case 'tifa':
      return once(readTifa(value));
    case 'hypothesis':
      return once(readHypothesis(value));
    case 'webannotation':
      return once(readWebAnnotation(value));
    case undefined:
      return nothing('auto', 'unknown-format');
  }
}

function nothing(
  format: ImportFormat | 'auto',
  reason: 'not-json' | 'unknown-format',
  values: Record<string, string> = {},
): Imported {
  return {
    format: format === 'auto' ? undefined : format,
    notes: [],
    versions: [],
    unreadable: [unreadable('', reason, values)],
  };
}

function formatOf(value: unknown): 'tifa' | 'hypothesis' | 'webannotation' | undefined {
  if (Array.isArray(value)) return value.length > 0 ? formatOf(value[0]) : undefined;
  if (!isObject(value)) return undefined;
  if (value['format'] === 'tifa-notes') return 'tifa';
  if ('@context' in value) return 'webannotation';
  if ('annotations' in value || 'rows' in value || ('uri' in value && 'target' in value)) return 'hypothesis';
  return undefined;
}

function looksLikeCsv(text: string): boolean {
  const head = text.slice(0, 2000).split(/\r?\n/u, 1)[0] ?? '';
  const has = (name: string): boolean => new RegExp(`(?:^|[,;\t])"?${name}"?(?:[,;\t]|$)`, 'iu').test(head);
  return has('url') && (has('quote') || has('note'));
}

/** Of a note that stands twice in a file the first is read. */
function once(imported: Imported): Imported {
  const seen = new Set<string>();
  const twice = imported.notes.filter(({ id }) => seen.has(id) || !seen.add(id));
  if (twice.length === 0) return imported;
  const dropped = new Set(twice);
  return {
    ...imported,
    notes: imported.notes.filter((note) => !dropped.has(note)),
    unreadable: [...imported.unreadable, ...twice.map(({ id }) => unreadable('', 'twice', { id }))],
  };
}
