import { isoTime, type ExportInput } from './export-input.ts';

/** The version of Tifa's own format (docs/schema/tifa-notes-1.schema.json). Released versions never change. */
const TIFA_FORMAT = 'tifa-notes';
export const TIFA_VERSION = 1;

/** Everything, nothing rounded or cleaned: what Tifa reads back as it was, deleted notes and histories too. */
export function exportTifaJson({ notes, versions = [], now }: ExportInput): string {
  const file = { format: TIFA_FORMAT, version: TIFA_VERSION, exported: isoTime(now), notes, versions };
  return `${JSON.stringify(file, null, 2)}\n`;
}
