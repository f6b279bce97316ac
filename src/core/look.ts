import { KINDS, type Kind } from './match/kinds.ts';

/** How marks look, as far as the reader decides. What is not painted is recognised all the same. */
export interface Look {
  /** Kinds that are not painted. */
  readonly hidden: readonly Kind[];
  /** Whether formulations have a tint behind them beside their line. */
  readonly tint: boolean;
}

const DEFAULT_LOOK: Look = { hidden: [], tint: true };

/** The key of local storage that holds a {@link Look}; absent while it is the default. */
export const LOOK_KEY = 'look';

/** A look from what storage holds; what is not readable there is as by default. */
export function readLook(stored: unknown): Look {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_LOOK;
  const hidden = hiddenIn(stored);
  return {
    hidden: KINDS.filter((kind) => hidden.includes(kind)),
    tint: !('tint' in stored) || stored.tint !== false,
  };
}

/** What storage holds of the kinds that are not painted. */
export function hiddenIn(stored: unknown): readonly unknown[] {
  const hidden = (stored as { readonly hidden?: unknown } | null | undefined)?.hidden;
  return Array.isArray(hidden) ? hidden : [];
}

/** Whether a look is that of a reader who changed nothing. */
export function isDefaultLook({ hidden, tint }: Look): boolean {
  return tint && hidden.length === 0;
}

/** The style sheet that makes it so, over the extension's own; empty for the default. */
export function lookCss({ hidden, tint }: Look): string {
  const rules = hidden.map(
    (kind) =>
      SUFFIXES.map((suffix) => `::highlight(tifa-${kind}${suffix})`).join(',') +
      '{background-color:transparent!important;text-decoration:none!important}',
  );
  if (!tint) rules.unshift('::highlight(tifa-principle){background-color:transparent!important}');
  return rules.join('\n');
}

/** What may follow a kind in the name of a highlight. */
const SUFFIXES = ['', '-faint'];
