import type { Source } from './knowledge/source.ts';

/** What a citation needs to know of a source. */
export type Cited = Pick<
  Source,
  'id' | 'title' | 'publisher' | 'published' | 'byline' | 'url' | 'part_of' | 'inferred'
>;

export type CitationStyle = 'plain' | 'gbt7714';

export interface CitationOptions {
  readonly language: 'en' | 'zh';
  /** The paragraph cited, from 1. */
  readonly paragraph?: number;
  /** When a web page was read, as 2026-01-31: GB/T 7714 wants it of online sources. */
  readonly accessed?: string;
}

/** A source cited in words, or as a reference after GB/T 7714—2015. What is inferred stands in square brackets. */
export function cite(source: Cited, style: CitationStyle, options: CitationOptions): string {
  return style === 'plain' ? plainCitation(source, options) : gbt7714(source, options);
}

function plainCitation(source: Cited, { language, paragraph }: CitationOptions): string {
  const date = dated(source);
  const publisher = inferable(source, 'publisher', source.publisher);
  const author = authorOf(source);
  const zh = language === 'zh';
  const parts = [
    ...(author === undefined ? [] : [author]),
    zh ? `《${inner(source.title)}》` : `“${source.title}”`,
    publisher,
    date,
    ...(source.part_of === null ? [] : [zh ? `收入${source.part_of}` : `in: ${source.part_of}`]),
    ...(paragraph === undefined ? [] : [zh ? `第${String(paragraph)}段` : `paragraph ${String(paragraph)}`]),
    ...(source.url === null ? [] : [source.url]),
  ];
  return zh ? `${parts.join('，')}。`.replace(/(https?:\S+)。$/u, '$1') : parts.join(', ');
}

/**
 * After GB/T 7714—2015: [N] for a newspaper, [EB/OL] for a web page, [G]// for a
 * work in a compilation, [Z] where none of these can be said.
 */
function gbt7714(source: Cited, { paragraph, accessed }: CitationOptions): string {
  const author = authorOf(source);
  const title = inferable(source, 'title', source.title);
  const publisher = inferable(source, 'publisher', source.publisher);
  const date = dated(source);
  const at = paragraph === undefined ? '' : `: 第${String(paragraph)}段`;
  if (source.part_of !== null) {
    return `${author ?? publisher}. ${title}[G]//${source.part_of}${at}.`;
  }
  if (source.url !== null) {
    const read = accessed === undefined ? '' : `[${accessed}]`;
    return `${author ?? publisher}. ${title}[EB/OL]. ${author === undefined ? '' : `${publisher}, `}(${date})${read}${at}. ${source.url}.`;
  }
  if (source.publisher.endsWith('报')) {
    return `${author === undefined ? '' : `${author}. `}${title}[N]. ${publisher}, ${date}${at}.`;
  }
  return `${author ?? publisher}. ${title}[Z]. ${author === undefined ? '' : `${publisher}, `}${date}${at}.`;
}

function dated(source: Cited): string {
  return inferable(source, 'published', source.published);
}

function inferable({ inferred }: Cited, field: string, value: string): string {
  return inferred.some((fact) => fact.field === field) ? `[${value}]` : value;
}

/** The byline without the word for what its bearer is. */
function authorOf({ byline }: Cited): string | undefined {
  const name = byline?.replace(/^(?:本报)?记者\s*/u, '').trim();
  return name === undefined || name === '' ? undefined : name;
}

/** Title marks within title marks become single ones, as GB/T 15834 has them. */
function inner(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}
