import { parentPort } from 'node:worker_threads';
import { readIncoming } from '@candor/core/notice/bounce';

// As the thread that reads foreign mail, but that it never ends with a mail that begins with `stuck`.
parentPort?.on('message', (bytes: Uint8Array) => {
  while (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'stuck');
  void readIncoming(bytes).then((mail) => parentPort?.postMessage(mail));
});
parentPort?.postMessage('ready');
