import { htmlText } from './html-text.ts';

/** Larger files are not opened, in bytes. */
const LARGEST_FILE = 20_000_000;
/** What a file says of its own encoding stands in so many bytes. */
const HEAD = 2048;

/** The text of a file: of HTML what a page would show. Undefined where it is no text, or too large. */
export async function readFile(file: File): Promise<string | undefined> {
  if (file.size > LARGEST_FILE) return undefined;
  const isHtml = /\.x?html?$/iu.test(file.name) || file.type.includes('html');
  const text = decodeText(new Uint8Array(await file.arrayBuffer()), isHtml);
  if (text === undefined || text.includes('\0')) return undefined;
  return isHtml ? htmlText(text) : text;
}

/**
 * Text of unknown encoding: by its byte order mark, else UTF-8 if it is that, else
 * what HTML declares, else GB18030, which older Chinese files are in.
 */
export function decodeText(bytes: Uint8Array, isHtml: boolean): string | undefined {
  const declared = isHtml ? declaredEncoding(bytes.subarray(0, HEAD)) : undefined;
  const names = [byMark(bytes) ?? 'utf-8', declared, 'gb18030'];
  for (const name of names) {
    if (name === undefined) continue;
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding, or no encoding.
    }
  }
  return undefined;
}

function byMark([a, b]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function declaredEncoding(head: Uint8Array): string | undefined {
  return /charset\s*=\s*["']?([\w-]{2,20})/iu.exec(new TextDecoder('latin1').decode(head))?.[1];
}
