import { Folder, foldedText } from '../text/fold.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { expandPattern } from './pattern.ts';
import { SEPARATOR } from './separators.ts';
import { taiwanForms } from './taiwan.ts';

/**
 * The folded forms by which an entry's pattern is recognised: its expansions, each
 * also with its own quotation marks and dashes left out, its separators left out
 * (each alone where there are one or two, all together where there are more), and
 * in Taiwan's vocabulary. The pattern's own fullest form comes first.
 *
 * @throws PatternError
 */
export function surfaceForms(pattern: string, table: FoldTable): string[] {
  return [...new Set(mainlandForms(pattern, table).flatMap((form) => [form, ...taiwanForms(form)]))];
}

/** The surface forms of a pattern but for those in Taiwan's vocabulary. */
export function mainlandForms(pattern: string, table: FoldTable): string[] {
  const folder = new Folder(table);
  const forms = new Set<string>();
  for (const expanded of expandPattern(pattern)) {
    const folded = foldedText(folder.fold(expanded));
    for (const quoted of [folded, folded.replaceAll('"', '')]) {
      for (const dashed of [quoted, quoted.replaceAll('-', '')]) {
        for (const separated of withoutSeparators(dashed)) forms.add(separated);
      }
    }
  }
  forms.delete('');
  return [...forms];
}

/** A form as the matcher knows it: every separator written alike. */
export function normaliseSeparators(form: string): string {
  return form.replace(/[,、; ]/gu, SEPARATOR);
}

function withoutSeparators(form: string): string[] {
  const unified = normaliseSeparators(form);
  const pieces = unified.split(SEPARATOR);
  if (pieces.length === 1) return [unified];
  if (pieces.length > 3) return [unified, pieces.join('')];
  let forms = [pieces[0] ?? ''];
  for (const piece of pieces.slice(1)) {
    forms = forms.flatMap((form_) => [form_ + SEPARATOR + piece, form_ + piece]);
  }
  return forms;
}
