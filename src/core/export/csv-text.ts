/** How a spreadsheet tells a formula: by how a cell begins. Full-width forms count in some locales. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A table as CSV (RFC 4180): every row ends with CRLF, a cell with a comma, a quotation
 * mark or a line end is quoted. A cell that a spreadsheet would take for a formula gets
 * an apostrophe in front, which {@link readCell} takes off again.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => csvCell(neutral(cell))).join(',')}\r\n`).join('');
}

export function csvCell(cell: string): string {
  return /[",\r\n\t]/u.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A cell that no spreadsheet runs. */
export function neutral(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What {@link neutral} was given. */
export function readCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

export const BOM = '\ufeff';
