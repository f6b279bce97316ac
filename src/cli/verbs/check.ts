import { parseArgs } from 'node:util';
import { coverSource, type SourceCoverage } from '../../core/knowledge/coverage.ts';
import { describeProblem } from '../../core/knowledge/problem.ts';
import { inputPath } from '../input.ts';
import { loadSeeds, recogniserOf } from '../seeds.ts';
import { asUsageError, UsageError } from '../usage-error.ts';

/**
 * `check`: validates `seeds/`, or a folder laid out like it (`--seeds FOLDER`). With
 * `--coverage` it lists each sentence of the sources with its terms and what is left
 * over; with `--json` as well, as JSON.
 */
export function checkVerb(args: string[]): number {
  const { values } = asUsageError(() =>
    parseArgs({
      args,
      options: { seeds: { type: 'string' }, coverage: { type: 'boolean' }, json: { type: 'boolean' } },
    }),
  );
  if (values.json === true && values.coverage !== true) throw new UsageError('--json goes with --coverage');
  const folder = values.seeds === undefined ? undefined : inputPath(values.seeds);
  const { entries, sources, problems } = loadSeeds(folder);
  if (problems.length > 0) {
    for (const problem of problems) process.stderr.write(`${describeProblem(problem)}\n`);
    return 2;
  }
  if (values.coverage === true) {
    const recogniser = recogniserOf(entries);
    const coverage = sources.map((source) => coverSource(source, recogniser));
    process.stdout.write(
      values.json === true ? `${JSON.stringify(coverage, null, 2)}\n` : coverage.map(describe).join('\n'),
    );
    return 0;
  }
  const quotations = entries.reduce((sum, { evidence }) => sum + evidence.length, 0);
  process.stdout.write(
    `${String(entries.length)} entries, ${String(quotations)} quotations, ${String(sources.length)} sources: all in order\n`,
  );
  return 0;
}

function describe({ source, sentences, characters, inTerms }: SourceCoverage): string {
  const share = ((100 * inTerms) / characters).toFixed(1);
  const lines = [`${source}: ${String(inTerms)} of ${String(characters)} characters in terms (${share} %)`];
  for (const { start, text, terms, left } of sentences) {
    lines.push(`\n${source}:${String(start)} ${text}`);
    for (const { id, text: form, nested } of terms) {
      lines.push(`  + ${form}  ${[id, ...nested].join(' > ')}`);
    }
    if (left.length > 0) lines.push(`  - ${left.map((piece) => piece.text).join(' | ')}`);
  }
  return `${lines.join('\n')}\n`;
}
