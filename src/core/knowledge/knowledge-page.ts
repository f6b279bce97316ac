import { KINDS } from '../match/kinds.ts';
import type { Recogniser } from '../match/recogniser.ts';
import { coverSource } from './coverage.ts';
import { byDate } from './knowledge.ts';
import { mentionedIn } from './mentioned-in.ts';
import type { Omission } from './omissions.ts';
import type { Entry } from './parse.ts';
import type { Source } from './source.ts';

/** `docs/knowledge.md`: what the knowledge base holds in figures, and what it leaves out and why. */
export function knowledgePage(
  entries: readonly Entry[],
  sources: readonly Source[],
  omissions: readonly Omission[],
  recogniser: Recogniser,
): string {
  return `${[
    '# What the knowledge base holds',
    'Written by `npm run knowledge` from `seeds/`; a test keeps it up to date. The rules are in [seeds/README.md](../seeds/README.md), the reasons for what is left out in `seeds/omissions.yaml`.',
    '## Entries',
    entriesTable(entries),
    links(entries),
    '## Sources',
    'In the order of their dates. Source 001 repeats 000 and is quoted only for what 000 lacks; the newspaper’s own summaries in 000 are not counted. “Terms” are different terms that stand in the source, also inside longer ones; “in terms” is the share of its characters, letters and digits that lies in a term.',
    sourcesTable(entries, sources, recogniser),
    '## What is left out',
    ...omissions.map(({ reason, texts }) => `- ${reason} ${texts.join(' · ')}`),
  ]
    .join('\n\n')
    .replaceAll(/\n\n(?=- )(?<=^- .*\n\n)/gmu, '\n')}\n`;
}

function entriesTable(entries: readonly Entry[]): string {
  const row = (name: string, chosen: readonly Entry[]): string[] => [
    name,
    ...[
      chosen.length,
      chosen.filter(({ weight }) => weight === 'core').length,
      chosen.filter(({ weight }) => weight === 'common').length,
      chosen.reduce((sum, { evidence }) => sum + evidence.length, 0),
    ].map(String),
  ];
  return table(
    ['kind', 'entries', 'core', 'common', 'quotations'],
    [
      ...KINDS.map((kind) =>
        row(
          kind,
          entries.filter((entry) => entry.kind === kind),
        ),
      ),
      row('all', entries),
    ],
  );
}

function links(entries: readonly Entry[]): string {
  const how = (holds: (entry: Entry) => boolean): string => String(entries.filter(holds).length);
  const quotations = entries.flatMap(({ evidence }) => evidence);
  return [
    `- ${how(({ members }) => members.length > 0)} sets with ${how(({ memberOf }) => memberOf.length > 0)} members between them, ${how(({ surface, members }) => !surface && members.length > 0)} of the sets under a label of ours; ${how(({ membersListed }) => !membersListed)} sets whose members the texts list nowhere`,
    `- ${how(({ later }) => later.length > 0)} wordings with a later one in these texts, ${how(({ adapted }) => adapted.length > 0)} terms with known rewordings, ${how(({ senses }) => senses.length > 0)} forms with several senses`,
    `- ${String(quotations.filter(({ saidBy }) => saidBy !== undefined).length)} quotations with their speaker, ${String(quotations.filter(({ saidAt }) => saidAt !== undefined).length)} with their date, ${String(quotations.filter(({ saidWhere }) => saidWhere !== undefined).length)} with their meeting, as the sources state them`,
    `- English established elsewhere, with the place named: ${how(({ enSource }) => enSource !== 'own')}; our own: ${how(({ enSource }) => enSource === 'own')}`,
  ].join('\n');
}

function sourcesTable(entries: readonly Entry[], sources: readonly Source[], recogniser: Recogniser): string {
  const mentioned = [...mentionedIn(sources, recogniser).values()];
  return table(
    ['source', 'published', 'sentences', 'terms', 'quotations', 'in terms'],
    [...sources].sort(byDate).map((source) => {
      const { sentences, characters, inTerms } = coverSource(source, recogniser);
      return [
        source.id,
        source.published,
        String(sentences.filter(({ role }) => role !== 'summary').length),
        String(mentioned.filter((having) => having.has(source.id)).length),
        String(entries.flatMap(({ evidence }) => evidence).filter((e) => e.source === source.id).length),
        `${((100 * inTerms) / characters).toFixed(0)} %`,
      ];
    }),
  );
}

/** A table as the formatter writes it: the first column to the left, figures to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map((c) => c.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
