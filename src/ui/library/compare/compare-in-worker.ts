import type { SideBySide } from '../../../core/passages/side-by-side.ts';

export interface CompareRequest {
  readonly first: string;
  readonly second: string;
}

/**
 * Compares two texts in a worker of their own, which ends with the answer, or when
 * `signal` aborts: then, and where it fails, the promise rejects.
 */
export function compareInWorker(request: CompareRequest, signal: AbortSignal): Promise<SideBySide> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      end();
      reject(new DOMException('', 'AbortError'));
    };
    signal.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<SideBySide>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('the comparison failed'));
    });
    worker.postMessage(request);
  });
}
