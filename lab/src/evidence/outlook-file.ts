import { Worker } from 'node:worker_threads';
import type { OutlookItem } from '@candor/core/evidence/outlook';
import type { ReadOutlook } from '@candor/core/verify/received';

/** Time limit; a notice saved by Outlook takes a hundredth of it. */
const TIME_LIMIT_MS = 5000;
const MEMORY_LIMIT_MB = 256;

/** Reads a .msg file in its own thread, which is stopped when it takes too long or too much; null when unreadable. */
export const readOutlookFile: ReadOutlook = (bytes) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./outlook-file-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const end = (item: OutlookItem | null): void => {
      clearTimeout(timer);
      resolve(item);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), TIME_LIMIT_MS);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
