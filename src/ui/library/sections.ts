import type { ComponentType } from 'preact';
import { CompareSection } from './compare/compare-section.tsx';
import { GlossarySection } from './glossary/glossary-section.tsx';
import { NotesSection } from './notes/notes-section.tsx';
import type { PLACES } from './places.ts';
import type { SectionProps } from './section.ts';
import { SourcesSection } from './sources/sources-section.tsx';
import { TermsSection } from './terms/terms-section.tsx';

const VIEWS: Readonly<Record<(typeof PLACES)[number]['name'], ComponentType<SectionProps>>> = {
  terms: TermsSection,
  sources: SourcesSection,
  notes: NotesSection,
  compare: CompareSection,
  glossary: GlossarySection,
};

/** The view of a section; undefined where there is none of that name. */
export const viewOf = (name: string): ComponentType<SectionProps> | undefined =>
  Object.entries(VIEWS).find(([known]) => known === name)?.[1];
