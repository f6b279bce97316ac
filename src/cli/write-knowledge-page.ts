/** Writes `docs/knowledge.md` from `seeds/`: `npm run knowledge`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { knowledgePage } from '../core/knowledge/knowledge-page.ts';
import { loadSeeds, recogniserOf } from './seeds.ts';

/** Where the page is. */
export const KNOWLEDGE_PAGE = fileURLToPath(new URL('../../docs/knowledge.md', import.meta.url));

/** The page as it should be. */
export function writtenKnowledgePage(): string {
  const { entries, sources, omissions } = loadSeeds();
  return knowledgePage(entries, sources, omissions, recogniserOf(entries));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(KNOWLEDGE_PAGE, writtenKnowledgePage());
}
