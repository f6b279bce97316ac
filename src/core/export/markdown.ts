import type { Note } from '../notes/note.ts';
import { dateOf, isoTime, oneLine, quoteOf, type ExportInput } from './export-input.ts';
import { citation, passageLink } from './links.ts';
import { escapeMarkdown, markdownTag, safeMarkdown, yamlString } from './markdown-text.ts';

const WORDS = {
  en: { title: 'Notes', passage: 'To the passage', page: 'To the page', noTitle: 'Page without a title' },
  zh: { title: '笔记', passage: '跳到原文', page: '打开网页', noTitle: '无标题网页' },
} as const;

/** All notes in one Markdown file, by page. */
export function exportMarkdown(input: ExportInput): string {
  const pages = byPage(input.notes);
  const parts = [
    frontMatter([
      ['title', yamlString(`Tifa ${WORDS[input.language].title}`)],
      ['exported', isoTime(input.now)],
      ['notes', String(input.notes.length)],
      ['pages', String(pages.length)],
    ]),
    ...pages.map((notes) => pageText(notes, input)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One file a page: its name, not yet made safe or unique, and its text. */
export function markdownPages(input: ExportInput): { name: string; text: string }[] {
  return byPage(input.notes).map((notes) => {
    const [{ page }] = notes;
    const tags = [...new Set(notes.flatMap((note) => note.tags))];
    const front = frontMatter([
      ['title', yamlString(oneLine(page.title))],
      ['url', yamlString(page.url)],
      ['site', yamlString(page.site)],
      ['created', isoTime(Math.min(...notes.map((note) => note.created)))],
      ['modified', isoTime(Math.max(...notes.map((note) => note.modified)))],
      ['tags', `[${tags.map(yamlString).join(', ')}]`],
      ['exported', isoTime(input.now)],
    ]);
    return { name: oneLine(page.title), text: `${front}\n\n${pageText(notes, input)}\n` };
  });
}

type OfOnePage = readonly [Note, ...Note[]];

/** Notes by page, pages and notes in the order given. */
export function byPage(notes: readonly Note[]): OfOnePage[] {
  const pages = new Map<string, [Note, ...Note[]]>();
  for (const note of notes) {
    const page = pages.get(note.page.canonicalUrl);
    if (page === undefined) pages.set(note.page.canonicalUrl, [note]);
    else page.push(note);
  }
  return [...pages.values()];
}

function frontMatter(fields: readonly (readonly [string, string])[]): string {
  return ['---', ...fields.map(([name, value]) => `${name}: ${value}`), '---'].join('\n');
}

function pageText(notes: OfOnePage, input: ExportInput): string {
  const [first] = notes;
  const title = escapeMarkdown(oneLine(first.page.title)) || WORDS[input.language].noTitle;
  const source = escapeMarkdown(citation(first, input)[input.language === 'zh' ? 'gbt7714' : 'plain']);
  return [`# ${title}`, source, ...notes.map((note) => noteText(note, input))].join('\n\n');
}

function noteText(note: Note, input: ExportInput): string {
  const words = WORDS[input.language];
  const parts: string[] = [];
  const quote = quoteOf(note, input).trim();
  if (quote !== '') {
    const lines = escapeMarkdown(quote).split('\n');
    parts.push(lines.map((line) => `> ${line}`).join('\n'));
  }
  const body = safeMarkdown(note.body);
  if (body !== '') parts.push(body);
  const link = passageLink(note);
  const foot = [
    dateOf(note.created, input.offset),
    ...(link === undefined ? [] : [`[${note.target === 'quote' ? words.passage : words.page}](<${link}>)`]),
    ...note.tags.map(markdownTag).filter((tag) => tag !== ''),
  ].join(' ');
  // On the last line of a paragraph Obsidian knows it as the paragraph's name.
  parts.push(`${foot} ^tifa-${note.id}`);
  return parts.join('\n\n');
}
