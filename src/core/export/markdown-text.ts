import { plainText } from './export-input.ts';

/** Text that is no Markdown, so that it is shown as it is and means nothing. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>#|~$&^=%]/gu, (c) => (c === '<' ? '&lt;' : c === '&' ? '&amp;' : `\\${c}`))
    .replace(/^(\s*)([+-])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2')
    .replace(/:(?=\/\/)/gu, '\\:');
}

/** A string as YAML has it between quotation marks; JSON's strings are a part of those. */
export function yamlString(text: string): string {
  return JSON.stringify(plainText(text));
}

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/u;
const LATER_FENCE = /^([ \t>*+\-\d.)]*)(`{3,}|~{3,})/u;

/**
 * A note's own Markdown, made harmless: no HTML, no link but to the web or to a mail
 * address, no picture that a reader of the file would fetch; a code block, comment or
 * formula that is not closed does not swallow the next note. In code blocks everything
 * stays as it is written.
 */
export function safeMarkdown(body: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  let open: string[] = [];
  const flush = (): void => {
    if (open.length > 0) lines.push(...harmless(open.join('\n')).split('\n'));
    open = [];
  };
  for (const line of plainText(body).split('\n')) {
    if (fence !== undefined) {
      lines.push(line);
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1];
      if (closing?.startsWith(fence) === true) fence = undefined;
      continue;
    }
    const opening = FENCE.exec(line)?.[1];
    if (opening === undefined) {
      // Only code blocks that begin at the margin are known for certain to be ones.
      open.push(line.replace(LATER_FENCE, (_, before: string, marks: string) => `${before}\\${marks}`));
    } else {
      flush();
      fence = opening;
      lines.push(line);
    }
  }
  flush();
  if (fence !== undefined) lines.push(fence);
  return lines.join('\n').trim();
}

function harmless(text: string): string {
  return text
    .replace(/<(?=[a-z/!?])/giu, '&lt;')
    .replace(/!(?=\[)/gu, '&#33;')
    .replace(/%%|\$\$/gu, (marks) => (marks === '%%' ? '&#37;&#37;' : '&#36;&#36;'))
    .replace(
      /(\]\(\s*|\]:\s*)(<[^>\n]*>|&lt;[^>\n]*>|(?:[^\s()]|\([^\s()]*\))+)/gu,
      (_, before: string, destination: string) => before + (isHarmless(destination) ? destination : '#'),
    );
}

function isHarmless(destination: string): boolean {
  const address = destination
    .replace(/^(?:<|&lt;)|>$/gu, '')
    .replace(/&#x([0-9a-f]{1,6});?/giu, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/gu, (_, number: string) => character(Number(number)))
    .replace(/&colon;?/giu, ':')
    .replace(/&(?:tab|newline);?/giu, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
    // eslint-disable-next-line no-control-regex -- browsers ignore them in a scheme
    .replace(/[\u0000-\u0020]/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase();
  return scheme === undefined
    ? !/&[a-z]+;?/iu.test(address.slice(0, 24))
    : ['http', 'https', 'mailto'].includes(scheme);
}

function character(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** A tag as Obsidian knows it: letters, digits, "_", "-" and "/", and not digits alone. */
export function markdownTag(tag: string): string {
  const name = plainText(tag)
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/gu, '');
  if (name === '') return '';
  return /^\d+$/u.test(name) ? `#_${name}` : `#${name}`;
}
