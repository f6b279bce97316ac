import { parseArgs } from 'node:util';
import { analyse } from '../../core/analysis.ts';
import { setDefinitions } from '../../core/knowledge/knowledge.ts';
import { plainTextBlocks } from '../../core/text/blocks.ts';
import { loadBundled } from '../bundled.ts';
import { readHtml } from '../html.ts';
import { readInput } from '../input.ts';
import { asUsageError, UsageError } from '../usage-error.ts';

/** `analyse FILE|- [--html] [--url URL]`: one JSON object, see `Analysis`. */
export function analyseVerb(args: string[]): number {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { html: { type: 'boolean', default: false }, url: { type: 'string' } },
    }),
  );
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('analyse: name a file, or - for standard input');
  if (more.length > 0) throw new UsageError(`analyse: one file at a time, not also ${more.join(' ')}`);
  if (values.url !== undefined && !URL.canParse(values.url)) {
    throw new UsageError(`analyse: --url ${values.url}: this is not an address`);
  }
  const input = readInput(file);
  const { recogniser, knowledge, passages } = loadBundled();
  const { text, blocks } = values.html
    ? readHtml(input, values.url)
    : { text: input, blocks: plainTextBlocks(input) };
  const analysis = analyse(text, blocks, recogniser, setDefinitions(knowledge.terms), passages());
  process.stdout.write(`${JSON.stringify(analysis)}\n`);
  return 0;
}
