import type { FilesRequest } from './file-work-types.ts';

/** Does one file of notes. */
export interface NoteFiles {
  /** @throws where the work failed, as when the memory is full */
  readonly ask: <T>(request: FilesRequest) => Promise<T>;
  readonly close: () => void;
}

interface Answer {
  readonly id: number;
  readonly ok: boolean;
  readonly value?: unknown;
}

/** In a worker of its own, so that the page stays quick however large the file is. */
export function noteFiles(): NoteFiles {
  const worker = new Worker(new URL('./files-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data: { id, ok, value } }: MessageEvent<Answer>) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (ok) asker?.resolve(value);
    else asker?.reject(new Error('the file could not be done'));
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker for files has failed'));
    waiting.clear();
  });
  return {
    ask: <T>(request: FilesRequest) =>
      new Promise<T>((resolve, reject) => {
        last++;
        waiting.set(last, {
          resolve: (value) => {
            resolve(value as T);
          },
          reject,
        });
        worker.postMessage({ id: last, request });
      }),
    close: () => {
      worker.terminate();
    },
  };
}
