import { makeHandlers } from './handlers.ts';
import type { ZonePort } from './protocol.ts';
import { makeEmit, serveZone } from './serve-zone.ts';
import { openBrowserSurroundings } from './zone/browser-surroundings.ts';
import { Zone } from './zone/zone.ts';

// The entry of the worker. A worker of its own for each tab: none of them sees what another one opened.
const port: ZonePort = {
  postMessage: (message) => self.postMessage(message),
  addEventListener: (kind, listener) => self.addEventListener(kind, listener),
};
serveZone(port, makeHandlers(new Zone(openBrowserSurroundings(makeEmit(port)))));
