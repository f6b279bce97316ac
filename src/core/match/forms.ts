import { Folder, foldedText } from '../text/fold.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { expandPattern } from './pattern.ts';

/** Every separator inside a formulation is written as this one in a form. */
export const SEPARATOR = ',';

/** Folded characters that count as a formulation's own separator. */
export const SEPARATORS = ',、; ';

/**
 * Words that Taiwan writes otherwise. They become variants of whole entries and
 * are never folded: 数位 in simplified text means “several persons”.
 */
const TAIWAN_VOCABULARY: readonly (readonly [string, string])[] = [
  ['互联网', '网际网路'],
  ['网络', '网路'],
  ['信息', '资讯'],
  ['数字', '数位'],
  ['数据', '资料'],
  ['人工智能', '人工智慧'],
  ['软件', '软体'],
];

/**
 * The folded forms by which an entry's pattern is recognised: its expansions, each
 * also with its own quotation marks and dashes left out, its separators left out
 * (each alone where there are one or two, all together where there are more), and
 * in Taiwan's vocabulary. The pattern's own fullest form comes first.
 *
 * @throws PatternError
 */
export function surfaceForms(pattern: string, table: FoldTable): string[] {
  const folder = new Folder(table);
  const forms = new Set<string>();
  for (const expanded of expandPattern(pattern)) {
    const folded = foldedText(folder.fold(expanded));
    for (const quoted of [folded, folded.replaceAll('"', '')]) {
      for (const dashed of [quoted, quoted.replaceAll('-', '')]) {
        for (const separated of withoutSeparators(dashed)) {
          forms.add(separated);
          for (const taiwan of taiwanForms(separated)) forms.add(taiwan);
        }
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

function taiwanForms(form: string): string[] {
  let forms = [form];
  for (const [mainland, taiwan] of TAIWAN_VOCABULARY) {
    forms = forms.flatMap((f) => (f.includes(mainland) ? [f, f.replaceAll(mainland, taiwan)] : [f]));
  }
  return forms.slice(1);
}
