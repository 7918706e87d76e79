import { parentPort } from 'node:worker_threads';
import { readIncoming } from '@candor/core/notice/bounce';

// Started by incoming-judge.ts; says `ready` once, then answers each mail with what it is.
parentPort?.on('message', (bytes: Uint8Array) => {
  void readIncoming(bytes).then((mail) => parentPort?.postMessage(mail));
});
parentPort?.postMessage('ready');
