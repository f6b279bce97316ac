import type { ComparedLine, LinePiece, SideBySide } from '../passages/side-by-side.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** What the texts are called. */
export interface ComparisonHead {
  readonly first: string;
  readonly second: string;
}

/** The sign of a line, as diff tools write it. */
const SIGNS: Record<ComparedLine['kind'], string> = {
  same: '=',
  changed: '~',
  moved: '↕',
  'only-first': '-',
  'only-second': '+',
  apart: '-+',
};

/**
 * A comparison as plain text, with differences as wdiff writes them: [-only in the
 * first-] {+only in the second+}. A line that both have is given once.
 */
export function comparisonText({ lines }: SideBySide, { first, second }: ComparisonHead): string {
  const body = lines.flatMap((line) => {
    const sign = SIGNS[line.kind];
    const one = line.first.map((piece) => bracketed(piece, '[-', '-]')).join('');
    const two = line.second.map((piece) => bracketed(piece, '{+', '+}')).join('');
    if (line.kind === 'same') return [`${sign} ${two}`];
    if (line.kind === 'only-first') return [`${sign} ${one}`];
    if (line.kind === 'apart') return [`- ${one}`, `+ ${two}`];
    if (line.kind === 'only-second') return [`${sign} ${two}`];
    return [`${sign} ${one}`, `  ${two}`];
  });
  return [`- ${first}`, `+ ${second}`, '', ...body, ''].join('\n');
}

/**
 * A comparison as a Markdown table. Differences are <del> and <ins>: emphasis by
 * asterisks does not open or close beside Chinese punctuation (CommonMark, 6.2).
 */
export function comparisonMarkdown({ lines }: SideBySide, { first, second }: ComparisonHead): string {
  const cell = (pieces: readonly LinePiece[], tag: string): string =>
    pieces
      .map(({ text, mark }) => {
        const words = escapeMarkdown(text.replace(/[\t\r\n]+/gu, ' '));
        return mark === undefined || text === '' ? words : `<${tag}>${words}</${tag}>`;
      })
      .join('');
  return [
    `| | ${escapeMarkdown(first)} | ${escapeMarkdown(second)} |`,
    '| --- | --- | --- |',
    ...lines.map(
      (line) =>
        `| ${escapeMarkdown(SIGNS[line.kind])} | ${cell(line.first, 'del')} | ${cell(line.second, 'ins')} |`,
    ),
    '',
  ].join('\n');
}

function bracketed({ text, mark }: LinePiece, open: string, close: string): string {
  const words = text.replace(/[\t\r\n]+/gu, ' ');
  return mark === undefined || words === '' ? words : `${open}${words}${close}`;
}
