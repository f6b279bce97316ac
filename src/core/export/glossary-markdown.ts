import type { GlossaryEntry, GlossaryHead } from './glossary.ts';
import { KIND_WORDS } from './kind-words.ts';

const COLUMNS = {
  en: ['Chinese', 'Pinyin', 'English', 'Kind', 'Count', 'Example'],
  zh: ['中文', '拼音', '英文', '类别', '次数', '例句'],
} as const;

/** A Markdown table (GitHub's), for reading. */
export function glossaryMarkdown(
  entries: readonly GlossaryEntry[],
  { title, language }: GlossaryHead,
): string {
  const rows = entries.map(({ term, count, example }) => [
    term.zh,
    term.pinyin,
    term.en,
    KIND_WORDS[term.kind][language],
    String(count),
    example === undefined ? '' : `${example.text} (${example.source.id}, ¶${String(example.paragraph)})`,
  ]);
  return [
    `# ${escaped(title)}`,
    '',
    row(COLUMNS[language]),
    row(COLUMNS[language].map((name) => (name === COLUMNS[language][4] ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(escaped))),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What Markdown would take for markup; no cell has line breaks. */
function escaped(text: string): string {
  return text.replace(/[\t\r\n]+/gu, ' ').replace(/[\\`*_[\]<>|#~]/gu, (c) => `\\${c}`);
}
