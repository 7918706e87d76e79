import type { WorkerPort } from '../bridge/protocol.ts';
import { makeEmit, serveCalls } from '../bridge/serve-calls.ts';
import { makeHandlers } from './handlers.ts';
import { openBrowserDeps } from './keys/browser-deps.ts';
import { KeyHolder } from './keys/key-holder.ts';
import { MessageTable } from './table/message-table.ts';

// The entry of the worker. A worker of its own for each tab: none of them sees what another one opened.
const port: WorkerPort = {
  postMessage: (message) => self.postMessage(message),
  addEventListener: (kind, listener) => self.addEventListener(kind, listener),
};
serveCalls(port, makeHandlers(new KeyHolder(openBrowserDeps(makeEmit(port), () => new MessageTable()))));
