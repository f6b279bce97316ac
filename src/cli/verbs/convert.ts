import { parseArgs } from 'node:util';
import { exportAnki } from '../../core/export/anki.ts';
import { exportCsv } from '../../core/export/csv.ts';
import type { ExportInput } from '../../core/export/export-input.ts';
import { exportHtml } from '../../core/export/html.ts';
import { exportHypothesis } from '../../core/export/hypothesis.ts';
import { exportMarkdown } from '../../core/export/markdown.ts';
import { exportReadwise } from '../../core/export/readwise.ts';
import { exportTifaJson } from '../../core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../core/export/webannotation.ts';
import { IMPORT_FORMATS, type Imported, type ImportFormat } from '../../core/import/import-result.ts';
import { readImport } from '../../core/import/read-import.ts';
import type { Note } from '../../core/notes/note.ts';
import { inReadingOrder } from '../../core/notes/reading-order.ts';
import { selectNotes } from '../../core/notes/select.ts';
import { describeUnreadable } from '../import-problem.ts';
import { readInput } from '../input.ts';
import { loadSeeds } from '../seeds.ts';
import { asUsageError, UsageError } from '../usage-error.ts';

const EXPORTERS = new Map<string, (input: ExportInput) => string>([
  ['markdown', exportMarkdown],
  ['html', exportHtml],
  ['csv', exportCsv],
  ['json', exportTifaJson],
  ['webannotation', exportWebAnnotation],
  ['hypothesis', exportHypothesis],
  ['readwise', exportReadwise],
  ['anki', exportAnki],
]);

/** `convert FILE|- --from auto|… --to …`: the notes of a file in another format. */
export function convertVerb(args: string[]): number {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string', default: 'auto' },
        to: { type: 'string' },
        language: { type: 'string', default: 'en' },
      },
    }),
  );
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('convert: name a file, or - for standard input');
  if (more.length > 0) throw new UsageError(`convert: one file at a time, not also ${more.join(' ')}`);
  const from = formatNamed(values.from);
  const exporter = exporterNamed(values.to);
  const { language } = values;
  if (language !== 'en' && language !== 'zh') {
    throw new UsageError(`convert: --language ${language}: there are en and zh`);
  }
  const imported = readAll(file, from);
  const whole = values.to === 'json';
  process.stdout.write(
    exporter({
      notes: whole ? imported.notes : inReadingOrder(selectNotes(imported.notes, { kind: 'all' })),
      versions: imported.versions,
      now: Date.now(),
      language,
      termName: termNames(imported.notes),
    }),
  );
  return 0;
}

function formatNamed(name: string): ImportFormat | 'auto' {
  const format = (['auto', ...IMPORT_FORMATS] as const).find((known) => known === name);
  if (format === undefined) {
    throw new UsageError(`convert: --from ${name}: there are auto, ${IMPORT_FORMATS.join(', ')}`);
  }
  return format;
}

function exporterNamed(name: string | undefined): (input: ExportInput) => string {
  const known = [...EXPORTERS.keys()].join(', ');
  if (name === undefined) throw new UsageError(`convert: name a format with --to: ${known}`);
  if (name === 'tbx') {
    throw new UsageError(
      'convert: --to tbx: TBX holds glossaries, and these are notes; see “tifa glossary --to tbx”',
    );
  }
  const exporter = EXPORTERS.get(name);
  if (exporter === undefined) throw new UsageError(`convert: --to ${name}: there are ${known}`);
  return exporter;
}

/** What is left out on purpose is said; what cannot be read stops everything. */
function readAll(file: string, from: ImportFormat | 'auto'): Imported {
  const imported = readImport(readInput(file), from);
  const leftOut = imported.unreadable.filter(({ reason }) => reason === 'reply' || reason === 'twice');
  const problems = imported.unreadable.filter((problem) => !leftOut.includes(problem));
  const [first] = problems;
  if (first !== undefined) {
    const others = problems.length > 1 ? ` (and ${String(problems.length - 1)} more)` : '';
    throw new UsageError(`${file}: ${describeUnreadable(first)}${others}`);
  }
  for (const problem of leftOut) process.stderr.write(`tifa: ${file}: ${describeUnreadable(problem)}\n`);
  return imported;
}

function termNames(notes: readonly Note[]): (id: string) => string | undefined {
  if (notes.every(({ termId }) => termId === undefined)) return () => undefined;
  const names = new Map(loadSeeds().entries.map(({ id, zh }) => [id, zh]));
  return (id) => names.get(id);
}
