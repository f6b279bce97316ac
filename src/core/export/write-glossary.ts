import type { GlossaryEntry, GlossaryFormat, GlossaryHead } from './glossary.ts';
import { glossaryMarkdown } from './glossary-markdown.ts';
import { glossaryTbx } from './glossary-tbx.ts';
import { glossaryTsv } from './glossary-tsv.ts';

interface Writer {
  readonly write: (entries: readonly GlossaryEntry[], head: GlossaryHead) => string;
  /** OmegaT takes .txt for UTF-8 and reads no .tsv of other encodings; others know a table by .tsv. */
  readonly extension: string;
  readonly type: string;
}

/** The formats of a glossary, in the order in which interfaces offer them. */
export const GLOSSARY_FORMATS: Readonly<Record<GlossaryFormat, Writer>> = {
  tsv: { write: glossaryTsv, extension: 'txt', type: 'text/plain' },
  tbx: { write: glossaryTbx, extension: 'tbx', type: 'application/x-tbx' },
  markdown: { write: glossaryMarkdown, extension: 'md', type: 'text/markdown' },
};
