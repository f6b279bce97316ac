/** Median with 10th and 90th percentile, of milliseconds or of ratios. */
export interface Spread {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9) };
}

/** Each round's figure over the same round's limit: what drifts in both cancels out. */
export function ratios(values: readonly number[], limits: readonly number[]): Spread {
  return spread(values.map((value, i) => value / (limits[i] ?? Number.NaN)));
}
