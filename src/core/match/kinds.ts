/** The kinds of terms, in the order in which interfaces list them. */
export const KINDS = [
  'principle',
  'concept',
  'person',
  'organisation',
  'meeting',
  'document',
  'campaign',
] as const;

export type Kind = (typeof KINDS)[number];

/** core: formulations and names, which stand out; common: everyday concepts, faint. */
export const WEIGHTS = ['core', 'common'] as const;

export type Weight = (typeof WEIGHTS)[number];
