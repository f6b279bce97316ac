import type { Note } from '../notes/note.ts';
import { dateOf, oneLine, plainText, quoteOf, type ExportInput } from './export-input.ts';
import { escapeHtml } from './html-text.ts';
import { citation, passageLink } from './links.ts';
import { byPage } from './markdown.ts';

const WORDS = {
  en: {
    lang: 'en',
    title: 'Notes',
    summary: (notes: number, pages: number, date: string) =>
      `${count(notes, 'note')} on ${count(pages, 'page')}, exported from Tifa on ${date}`,
    passage: 'To the passage',
    page: 'To the page',
    noTitle: 'Page without a title',
  },
  zh: {
    lang: 'zh-Hans',
    title: '笔记',
    summary: (notes: number, pages: number, date: string) =>
      `${String(pages)}个网页上的${String(notes)}条笔记，${date}由 Tifa 提法导出`,
    passage: '跳到原文',
    page: '打开网页',
    noTitle: '无标题网页',
  },
} as const;

const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? '' : 's'}`;

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d8dde3; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --soft: #9aa4ae; --line: #3a4149; --paper: #16191d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.5; margin: 0 0 .25rem; overflow-wrap: anywhere; }
header p, .source, footer { color: var(--soft); font-size: .875rem; margin: 0; overflow-wrap: anywhere; }
section { margin-top: 3rem; }
article { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.25rem; break-inside: avoid-page; }
blockquote { margin: 0 0 .75rem; padding-left: 1rem; border-left: 3px solid var(--mark, #d9b310); white-space: pre-wrap;
  overflow-wrap: anywhere; }
.body { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .75rem; }
.yellow { --mark: #d9b310; } .green { --mark: #3f9b57; } .blue { --mark: #3b7dd8; } .pink { --mark: #d05c8e; }
.grey { --mark: #8b949e; }
.tag { border: 1px solid var(--line); border-radius: 3px; padding: 0 .4em; margin-left: .5em; }
a { color: inherit; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } :root { --ink: #000; --soft: #444; --paper: #fff; } }
`;

/**
 * One page that needs nothing else: no script, no request, everything that comes from a
 * note or a page escaped. A note's Markdown is shown as it was written.
 */
export function exportHtml(input: ExportInput): string {
  const words = WORDS[input.language];
  const pages = byPage(input.notes);
  const date = dateOf(input.now, input.offset);
  const summary = words.summary(input.notes.length, pages.length, date);
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`Tifa ${words.title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(summary)}</p>
</header>
<main>
${pages.map((notes) => pageHtml(notes, input)).join('\n')}
</main>
</body>
</html>
`;
}

function pageHtml(notes: readonly [Note, ...Note[]], input: ExportInput): string {
  const [first] = notes;
  const title = oneLine(first.page.title) || WORDS[input.language].noTitle;
  const source = citation(first, input)[input.language === 'zh' ? 'gbt7714' : 'plain'];
  return `<section>
<h2><bdi>${escapeHtml(title)}</bdi></h2>
<p class="source"><bdi>${escapeHtml(source)}</bdi></p>
${notes.map((note) => noteHtml(note, input)).join('\n')}
</section>`;
}

function noteHtml(note: Note, input: ExportInput): string {
  const words = WORDS[input.language];
  const quote = plainText(quoteOf(note, input)).trim();
  const body = plainText(note.body).trim();
  const link = passageLink(note);
  const label = note.target === 'quote' ? words.passage : words.page;
  return [
    `<article id="tifa-${escapeHtml(note.id)}" class="${escapeHtml(note.colour)}">`,
    ...(quote === '' ? [] : [`<blockquote dir="auto">${escapeHtml(quote)}</blockquote>`]),
    ...(body === '' ? [] : [`<div class="body" dir="auto">${escapeHtml(body)}</div>`]),
    `<footer>${escapeHtml(dateOf(note.created, input.offset))}${
      link === undefined ? '' : ` <a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(label)}</a>`
    }${note.tags.map((tag) => `<span class="tag"><bdi>${escapeHtml(oneLine(tag))}</bdi></span>`).join('')}</footer>`,
    '</article>',
  ].join('\n');
}
