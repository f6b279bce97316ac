import type { Source } from '../../../core/knowledge/source.ts';

/** A value of a source's front matter, in square brackets where it is inferred. */
export function inferable({ inferred }: Source, field: string, value: string): string {
  return inferred.some((fact) => fact.field === field) ? `[${value}]` : value;
}
