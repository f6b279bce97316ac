import { parseArgs } from 'node:util';
import { describeProblem } from '../../core/knowledge/problem.ts';
import { loadSeeds } from '../seeds.ts';
import { asUsageError } from '../usage-error.ts';
import { inputPath } from '../input.ts';

/** `check`: validates `seeds/`, or a folder laid out like it (`--seeds FOLDER`). */
export function checkVerb(args: string[]): number {
  const { values } = asUsageError(() => parseArgs({ args, options: { seeds: { type: 'string' } } }));
  const folder = values.seeds === undefined ? undefined : inputPath(values.seeds);
  const { entries, sources, problems } = loadSeeds(folder);
  if (problems.length > 0) {
    for (const problem of problems) process.stderr.write(`${describeProblem(problem)}\n`);
    return 2;
  }
  const quotations = entries.reduce((sum, { evidence }) => sum + evidence.length, 0);
  process.stdout.write(
    `${String(entries.length)} entries, ${String(quotations)} quotations, ${String(sources.length)} sources: all in order\n`,
  );
  return 0;
}
