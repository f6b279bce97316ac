import * as v from 'valibot';
import { isLibraryRoute } from '../core/library-route.ts';

/** Page → worker: open the library at a place, in a new tab. Answer: true. */
export const OpenLibrarySchema = v.object({
  type: v.literal('tifa:open-library'),
  /** What follows the library's address: #/sources/000/p7. */
  route: v.pipe(v.string(), v.check(isLibraryRoute)),
});
