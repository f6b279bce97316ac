import type { ComponentType } from 'preact';
import type { Route } from '../../core/library-route.ts';
import type { MessageKey } from '../../locales/strings.ts';

export interface SectionProps {
  readonly route: Route;
}

/**
 * A section of the library: one folder here. Its view draws every place under
 * `#/name`, sets the title with `usePageTitle`, has one h1, and answers what it
 * does not know with `NotFound`.
 */
export interface Section {
  /** The first segment of its routes. */
  readonly name: string;
  readonly label: MessageKey;
  readonly View: ComponentType<SectionProps>;
}
