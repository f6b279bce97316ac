import * as v from 'valibot';
import { parse, YAMLParseError } from 'yaml';
import type { Problem } from './problem.ts';

const nullable = v.nullable(v.string());

const FrontMatterSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{3}[a-z]?$/u)),
  title: v.string(),
  publisher: v.string(),
  dateline: nullable,
  /** As precise as it is known: 2023-08 or 2023-07-15. */
  published: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(?:-\d{2})?$/u)),
  byline: nullable,
  url: nullable,
  part_of: nullable,
  original: v.string(),
  /** Of the original file's bytes, in hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  inferred: v.array(v.strictObject({ field: v.string(), zh: v.string(), en: v.string() })),
});

export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

export type ParagraphRole = 'headline' | 'subheading' | 'summary' | 'body';

export interface Paragraph {
  readonly role: ParagraphRole;
  readonly text: string;
  /** Where it begins in {@link Source.text}. */
  readonly start: number;
}

/** One of the seven clean texts. */
export interface Source extends FrontMatter {
  readonly paragraphs: readonly Paragraph[];
  /** All paragraphs joined by "\n": what positions in a source count in. */
  readonly text: string;
}

/**
 * Reads a clean text.
 *
 * @returns the source, or what is wrong with the file
 */
export function parseSource(file: string, content: string): Source | Problem {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(content);
  if (match === null) return { file, line: 1, message: 'has no front matter between “---” lines' };
  const [, head = '', body = ''] = match;
  let data: unknown;
  try {
    data = parse(head);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { file, line: (error.linePos?.[0].line ?? 0) + 1, message: error.message.split('\n')[0] ?? '' };
  }
  const front = v.safeParse(FrontMatterSchema, data);
  if (!front.success) {
    const [issue] = front.issues;
    return { file, line: 1, message: `front matter: ${v.getDotPath(issue) ?? ''} ${issue.message}` };
  }
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of body.split('\n')) {
    if (line === '') continue;
    const [, mark = '', text = ''] = /^(##? )?(.*)$/u.exec(line) ?? [];
    const role =
      mark === '# ' ? 'headline' : mark === '## ' ? 'subheading' : text.startsWith('■') ? 'summary' : 'body';
    paragraphs.push({ role, text, start });
    start += text.length + 1;
  }
  return { ...front.output, paragraphs, text: paragraphs.map((p) => p.text).join('\n') };
}
