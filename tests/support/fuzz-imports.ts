import fc from 'fast-check';
import * as v from 'valibot';
import { expect } from 'vitest';
import { exportCsv } from '../../src/core/export/csv.ts';
import { exportHypothesis } from '../../src/core/export/hypothesis.ts';
import { exportTifaJson } from '../../src/core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../src/core/export/webannotation.ts';
import { IMPORT_FORMATS } from '../../src/core/import/import-result.ts';
import { mergePlan, previewImport } from '../../src/core/import/preview.ts';
import { readImport } from '../../src/core/import/read-import.ts';
import { NoteSchema } from '../../src/core/notes/note.ts';
import { anyNote, anyText, inputOf } from './notes.ts';

const exporter = fc.constantFrom(exportTifaJson, exportHypothesis, exportWebAnnotation, exportCsv);

/** Exports with pieces taken out, put in and doubled. */
const spoiled = fc
  .tuple(
    exporter,
    fc.array(anyNote, { maxLength: 3 }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }), anyText), {
      maxLength: 4,
    }),
  )
  .map(([make, notes, edits]) =>
    edits.reduce(
      (text, [at, out, put]) => {
        const place = Math.floor(at * text.length);
        return text.slice(0, place) + put + text.slice(place + out);
      },
      make(inputOf(notes)),
    ),
  );

/** JSON that is well formed and has the names that importers look for, with any values. */
const name = fc.constantFrom(
  ...'format version notes versions annotations rows uri target selector type exact id body value items first @context __proto__ constructor'.split(
    ' ',
  ),
);
const leaf = fc.oneof(
  fc.constantFrom(
    'tifa-notes',
    1,
    'Annotation',
    'AnnotationPage',
    'AnnotationCollection',
    'TextQuoteSelector',
    'https://a.cn/',
    null,
  ),
  fc.jsonValue({ maxDepth: 1 }),
);
const { value: shaped } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
  ),
}));

/** Reads so many spoiled files: nothing throws, what is read is whole, what is not is said. */
export function fuzzImports(runs: number): void {
  const file = fc.oneof(
    spoiled,
    shaped.map((value) => JSON.stringify(value)),
    anyText,
  );
  fc.assert(
    fc.property(file, fc.constantFrom('auto' as const, ...IMPORT_FORMATS), (text, format) => {
      const imported = readImport(text, format);
      for (const note of imported.notes) expect(v.safeParse(NoteSchema, note).issues).toBeUndefined();
      const plan = mergePlan(previewImport(imported, new Map()));
      expect(plan.put).toHaveLength(imported.notes.length);
      if (imported.format === undefined) expect(imported.unreadable.length).toBeGreaterThan(0);
    }),
    { numRuns: runs },
  );
}
