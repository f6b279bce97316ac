import type { FilesRequest } from './file-work-types.ts';
import { FileWork } from './file-work.ts';

/** The worker for files of notes: one request after another, each answered under its number. */
const work = new FileWork();

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly id: number; readonly request: FilesRequest }>) => {
    void work.handle(data.request).then(
      (value) => {
        self.postMessage({ id: data.id, ok: true, value });
      },
      () => {
        self.postMessage({ id: data.id, ok: false });
      },
    );
  },
);
