import type { Reason, Unreadable } from '../../../../core/import/import-result.ts';
import type { MessageKey } from '../../../../locales/strings.ts';

/** The sentence for each reason, and what it is filled with. */
const SENTENCES: Readonly<Record<Reason, readonly [key: MessageKey, ...values: string[]]>> = {
  'not-json': ['notesLibraryNotJson'],
  'unknown-format': ['notesLibraryUnknownFormat'],
  'newer-version': ['notesLibraryNewer', 'version'],
  'bad-field': ['notesLibraryBadField', 'field'],
  'bad-row': ['notesLibraryBadRow', 'cells', 'expected'],
  'open-quote': ['notesLibraryOpenQuote'],
  twice: ['notesLibraryTwice', 'id'],
  reply: ['notesLibraryReply'],
};

/** Why something could not be read, in the reader's language. */
export function problemText(
  { reason, values }: Unreadable,
  t: (key: MessageKey, ...substitutions: string[]) => string,
): string {
  if (reason === 'bad-field' && (values['field'] ?? '') === '') return t('notesLibraryNoNoteHere');
  const [key, ...names] = SENTENCES[reason];
  return t(key, ...names.map((name) => String(values[name] ?? '')));
}
