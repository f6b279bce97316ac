import type { MessageKey } from '../../locales/strings.ts';

/** A place of the library's navigation: the first segment of its routes, and its name. */
export interface Place {
  readonly name: string;
  readonly label: MessageKey;
}

/** In the order of the navigation; the first is home. */
export const PLACES = [
  { name: 'terms', label: 'libraryTerms' },
  { name: 'sources', label: 'librarySources' },
  { name: 'notes', label: 'notesLibrary' },
  { name: 'compare', label: 'compareName' },
  { name: 'glossary', label: 'libraryGlossary' },
] as const satisfies readonly Place[];

export const HOME = PLACES[0].name;
