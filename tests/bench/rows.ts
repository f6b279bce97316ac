import type { Spread } from './stats.ts';

/** A line of the bench's table. */
export interface Row {
  /** The number of the target in docs/performance.md. */
  readonly row: string;
  readonly what: string;
  readonly values: Spread;
  readonly unit: string;
  readonly target?: Target | undefined;
}

/** What the median is to be at most, or at least. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** Whether the median meets the row's target; undefined where it has none. */
export function isMet({ values, target }: Row): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atMost' in target ? values.median <= target.atMost : values.median >= target.atLeast;
}

/** The rows as a table in text. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { median, p10, p90 } = row.values;
    const met = isMet(row);
    return [
      row.row,
      row.what,
      `${digits(median)} ${row.unit} (${digits(p10)}–${digits(p90)})`,
      row.target === undefined
        ? '–'
        : 'atMost' in row.target
          ? `≤ ${String(row.target.atMost)}`
          : `≥ ${String(row.target.atLeast)}`,
      met === undefined ? '' : met ? 'met' : 'not met',
    ];
  });
  const all = [['#', 'what', 'median (p10–p90)', 'target', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  return all.map((line) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}

function digits(value: number): string {
  if (value >= 1000 || Number.isInteger(value)) return value.toFixed(0);
  return value.toPrecision(value < 0.1 ? 2 : 3);
}
