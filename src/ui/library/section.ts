import type { Route } from '../../core/library-route.ts';

/**
 * What the view of a section of the library is given: one folder here, named in
 * `places.ts`. A view draws every place under `#/name`, sets the title with
 * `usePageTitle`, has one h1, and answers what it does not know with `NotFound`.
 */
export interface SectionProps {
  readonly route: Route;
}
