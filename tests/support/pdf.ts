import { inflateSync } from 'node:zlib';

/**
 * What a PDF draws and says, stream by stream, without the times at which it was made: two prints
 * of the same page are equal. Streams that are not deflated stand as they are.
 */
export function streamsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, stream = '']) =>
    inflated(stream).replace(/D:\d{14}[^)]*/gu, ''),
  );
}

function inflated(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return stream;
  }
}
