import { CompareSection } from './compare/compare-section.tsx';
import { GlossarySection } from './glossary/glossary-section.tsx';
import type { Section } from './section.ts';
import { SourcesSection } from './sources/sources-section.tsx';
import { TermsSection } from './terms/terms-section.tsx';

/** In the order of the navigation; the first is home. */
export const SECTIONS: readonly Section[] = [
  { name: 'terms', label: 'libraryTerms', View: TermsSection },
  { name: 'sources', label: 'librarySources', View: SourcesSection },
  { name: 'compare', label: 'compareName', View: CompareSection },
  { name: 'glossary', label: 'libraryGlossary', View: GlossarySection },
];
