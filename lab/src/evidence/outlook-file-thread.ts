import { parentPort, workerData } from 'node:worker_threads';
import { readOutlookItem } from '@candor/core/evidence/outlook';
import { createNodeRuntime } from '../adapters/process/runtime.ts';

// Started by outlook-file.ts with the bytes of one file; answers once, with the item or with null.
parentPort?.postMessage(readOutlookItem(createNodeRuntime(), workerData as Uint8Array));
