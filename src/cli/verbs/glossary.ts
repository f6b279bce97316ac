import { parseArgs } from 'node:util';
import { glossaryOf } from '../../core/export/glossary.ts';
import { GLOSSARY_FORMATS } from '../../core/export/write-glossary.ts';
import { Concordance } from '../../core/knowledge/concordance.ts';
import { loadBundled } from '../bundled.ts';
import { loadSeeds } from '../seeds.ts';
import { asUsageError, UsageError } from '../usage-error.ts';

/** `glossary --to tsv|tbx|markdown [--source ID] [--language en|zh]`: the bilingual glossary of all terms, or of one text's. */
export function glossaryVerb(args: string[]): number {
  const { values } = asUsageError(() =>
    parseArgs({
      args,
      options: {
        to: { type: 'string' },
        source: { type: 'string' },
        language: { type: 'string', default: 'en' },
      },
    }),
  );
  const { to, source: within, language } = values;
  const formats = Object.keys(GLOSSARY_FORMATS).join(', ');
  const writer = Object.entries(GLOSSARY_FORMATS).find(([name]) => name === to)?.[1];
  if (writer === undefined) {
    throw new UsageError(
      to === undefined
        ? `glossary: --to names a format: ${formats}`
        : `glossary: there is no format “${to}”; there are ${formats}`,
    );
  }
  if (language !== 'en' && language !== 'zh')
    throw new UsageError(`glossary: --language ${language}: en or zh`);
  const { knowledge, recogniser } = loadBundled();
  const { sources } = loadSeeds();
  const source = sources.find(({ id }) => id === within);
  if (within !== undefined && source === undefined) {
    throw new UsageError(
      `glossary: there is no source “${within}”; there are ${sources.map(({ id }) => id).join(', ')}`,
    );
  }
  const concordance = new Concordance(sources, recogniser);
  const ids = within === undefined ? undefined : new Set(concordance.termsIn(within));
  const terms = knowledge.terms.filter(({ id }) => ids?.has(id) ?? true);
  const title = source === undefined ? 'Tifa 提法' : source.title;
  process.stdout.write(writer.write(glossaryOf(terms, sources, concordance, within), { title, language }));
  return 0;
}
