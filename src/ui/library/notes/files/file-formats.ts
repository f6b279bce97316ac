import { exportAnki } from '../../../../core/export/anki.ts';
import { exportCsv } from '../../../../core/export/csv.ts';
import type { ExportInput } from '../../../../core/export/export-input.ts';
import { exportHtml } from '../../../../core/export/html.ts';
import { exportHypothesis } from '../../../../core/export/hypothesis.ts';
import { exportMarkdown } from '../../../../core/export/markdown.ts';
import { exportReadwise } from '../../../../core/export/readwise.ts';
import { exportTifaJson } from '../../../../core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../../../core/export/webannotation.ts';
import { exportMarkdownZip } from '../../../../core/export/zip.ts';
import type { ExportFormat } from './file-work-types.ts';

/** What writes each format. */
export const WRITERS: Readonly<
  Record<ExportFormat, (input: ExportInput) => string | Uint8Array<ArrayBuffer>>
> = {
  markdown: exportMarkdown,
  zip: exportMarkdownZip,
  html: exportHtml,
  csv: exportCsv,
  json: exportTifaJson,
  webannotation: exportWebAnnotation,
  hypothesis: exportHypothesis,
  readwise: exportReadwise,
  anki: exportAnki,
};
