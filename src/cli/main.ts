import { analyseVerb } from './verbs/analyse.ts';
import { checkVerb } from './verbs/check.ts';
import { glossaryVerb } from './verbs/glossary.ts';
import { lookupVerb } from './verbs/lookup.ts';
import { UsageError } from './usage-error.ts';

const VERBS: Record<string, (args: string[]) => Promise<number> | number> = {
  analyse: analyseVerb,
  check: checkVerb,
  glossary: glossaryVerb,
  lookup: lookupVerb,
};

const USAGE = `tifa analyse FILE|- [--html] [--url URL]   recognise the terms of a text, as JSON
tifa lookup QUERY                          look a term up by characters, pinyin or English, as JSON
tifa check                                 check the bundled sources and terms
tifa glossary --to tsv|tbx|markdown [--source ID]   the terms, or those of one text, as a bilingual glossary`;

/** Bad input: one line on stderr, exit code 2, nothing on stdout. */
async function main(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return name === '' ? 2 : 0;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  try {
    if (verb === undefined) {
      throw new UsageError(`there is no verb “${name}”; there are ${Object.keys(VERBS).join(', ')}`);
    }
    return await verb(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`tifa: ${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
