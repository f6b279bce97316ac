/**
 * Compiles `seeds/` into `src/generated/`: the matcher as one string, the knowledge
 * as another. Run by `npm install` and before every build.
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
import { sourceTextOf } from '../core/passages/source-text.ts';
import { loadSeeds } from './seeds.ts';

const OUTPUT = fileURLToPath(new URL('../generated/', import.meta.url));

/** @throws Error naming file, line and reason of everything wrong in `seeds/` */
export function compileSeeds(folder?: string, output: string = OUTPUT): void {
  const { entries, sources, problems } = loadSeeds(folder);
  if (problems.length > 0) {
    throw new Error(`seeds/ is not in order:\n${problems.map(describeProblem).join('\n')}`);
  }
  const { bytes } = compileMatcher(entries.map(matcherEntry));
  const header = '// Compiled from seeds/. Do not edit.\n';
  mkdirSync(output, { recursive: true });
  writeFileSync(
    join(output, 'matcher.ts'),
    `${header}/** The compiled matcher's bytes in base64. */\nexport const MATCHER_BASE64 = '${Buffer.from(bytes).toString('base64')}';\n`,
  );
  const recogniser = new Recogniser(new Matcher(bytes));
  const knowledge = JSON.stringify(JSON.stringify(buildKnowledge(entries, sources, recogniser)));
  const sourceTexts = JSON.stringify(JSON.stringify(sources.map(sourceTextOf)));
  writeFileSync(
    join(output, 'sources.ts'),
    `${header}import type { SourceText } from '../core/passages/source-index.ts';\n\n/** The clean texts that pages are compared with. Never in a content script. */\nexport function bundledSources(): readonly SourceText[] {\n  return JSON.parse(${sourceTexts}) as SourceText[];\n}\n`,
  );
  writeFileSync(
    join(output, 'knowledge.ts'),
    `${header}import type { Knowledge } from '../core/knowledge/knowledge.ts';\n\nlet parsed: Knowledge | undefined;\n\n/** The knowledge base, parsed when it is first asked for. */\nexport function bundledKnowledge(): Knowledge {\n  return (parsed ??= JSON.parse(${knowledge}) as Knowledge);\n}\n`,
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
