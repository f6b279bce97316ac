/**
 * Compiles `seeds/` into `src/generated/`: what the matcher is made from as one string, the
 * names of its entries, the knowledge and the sources each as another. Run by `npm install` and before every build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matcherEntry } from '../core/knowledge/check.ts';
import { buildKnowledge } from '../core/knowledge/knowledge.ts';
import { describeProblem } from '../core/knowledge/problem.ts';
import { compileMatcher } from '../core/match/compile.ts';
import { Matcher } from '../core/match/matcher.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { loadSeeds } from './seeds.ts';

const OUTPUT = fileURLToPath(new URL('../generated/', import.meta.url));

/** @throws Error naming file, line and reason of everything wrong in `seeds/` */
export function compileSeeds(folder?: string, output: string = OUTPUT): void {
  const { entries, sources, redirects, problems } = loadSeeds(folder);
  if (problems.length > 0) {
    throw new Error(`seeds/ is not in order:\n${problems.map(describeProblem).join('\n')}`);
  }
  const { data } = compileMatcher(entries.map(matcherEntry));
  const header = '// Compiled from seeds/. Do not edit.\n';
  mkdirSync(output, { recursive: true });
  const { names, ...found } = data;
  writeFileSync(
    join(output, 'matcher.ts'),
    `${header}/** What the matcher is made from (src/core/match/matcher-data.ts) but for its names, as JSON. */\nexport const MATCHER_TEXT =\n  ${JSON.stringify(JSON.stringify(found))};\n`,
  );
  writeFileSync(
    join(output, 'names.ts'),
    `${header}/** The names of the matcher's entries (src/core/match/matcher-data.ts), as JSON. */\nexport const NAMES_TEXT =\n  ${JSON.stringify(JSON.stringify(names))};\n`,
  );
  const recogniser = new Recogniser(new Matcher(data));
  const knowledge = JSON.stringify(JSON.stringify(buildKnowledge(entries, sources, recogniser, redirects)));
  writeFileSync(
    join(output, 'knowledge.ts'),
    `${header}import type { Knowledge } from '../core/knowledge/knowledge.ts';\n\nlet parsed: Knowledge | undefined;\n\n/** The knowledge base, parsed when it is first asked for. */\nexport function bundledKnowledge(): Knowledge {\n  return (parsed ??= JSON.parse(${knowledge}) as Knowledge);\n}\n`,
  );
  const texts = JSON.stringify(JSON.stringify(sources));
  writeFileSync(
    join(output, 'sources.ts'),
    `${header}import type { Source } from '../core/knowledge/source.ts';\n\nlet parsed: readonly Source[] | undefined;\n\n/** The seven clean texts, parsed when they are first asked for. */\nexport function bundledSources(): readonly Source[] {\n  return (parsed ??= JSON.parse(${texts}) as readonly Source[]);\n}\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    compileSeeds();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
