import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ExportInput } from './export-input.ts';
import { markdownPages } from './markdown.ts';

/** One Markdown file a page, in a zip. The same input gives the same bytes in every time zone. */
export function exportMarkdownZip(input: ExportInput): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const taken = new Set<string>();
  const at = new Date(input.now + (input.offset ?? 0) * 60_000);
  // fflate writes the local time of the machine; this date's local time is the reader's.
  const mtime = new Date(
    Math.min(2099, Math.max(1980, at.getUTCFullYear())),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );
  for (const { name, text } of markdownPages(input)) {
    files[fileName(name, taken, input.language === 'zh' ? '笔记' : 'notes')] = [strToU8(text), { mtime }];
  }
  return zipSync(files, { level: 6, mtime });
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const LONGEST = 80;

/** A name that every file system takes, not yet taken where case makes no difference. */
function fileName(title: string, taken: Set<string>, fallback: string): string {
  const clean = [...title.replace(/[/\\:*?"<>|#^[\]%]/gu, ' ').replace(/\s+/gu, ' ')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const base = clean === '' || RESERVED.test(clean) ? fallback : clean;
  let name = base;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base} (${String(i)})`;
  taken.add(name.toLowerCase());
  return `${name}.md`;
}
