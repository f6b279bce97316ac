import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/** npm runs scripts in the project's folder; paths are the caller's. */
export function inputPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/**
 * The text of a file, or of standard input for “-”.
 *
 * @throws UsageError where it cannot be read or is not UTF-8
 */
export function readInput(name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name === '-' ? 0 : inputPath(name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder'
          : code === 'EACCES'
            ? 'this file may not be read'
            : `this cannot be read (${code})`;
    throw new UsageError(`${name}: ${reason}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new UsageError(`${name}: this is not text in UTF-8`);
  }
}
