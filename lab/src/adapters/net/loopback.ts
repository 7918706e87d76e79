import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { makeFolder } from '../files/make-folder.ts';

const PORT_FILE = join('.config', 'candor', 'console-port');
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const ADDRESSES = ['127.0.0.1', '::1'] as const;
/** The machine has no such address, so nobody else can answer there either. */
const ABSENT = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** The same at every start: what a browser keeps belongs to a port. */
export function readConsolePort(home = homedir()): number {
  const file = join(home, PORT_FILE);
  const kept = Number(readText(file));
  if (Number.isInteger(kept) && kept >= FIRST_PORT && kept < LAST_PORT) return kept;
  const port = randomInt(FIRST_PORT, LAST_PORT);
  makeFolder(dirname(file));
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * Listens at both loopback addresses or at neither: a browser tries one after the other, and somebody else could answer
 * at the one that is left.
 * @throws Refusal when one of them is taken
 */
export async function listenOnLoopback(http: HttpServer, port: number): Promise<{ close(): void }> {
  const opened: Server[] = [];
  for (const address of ADDRESSES) {
    const server = createServer((socket) => http.emit('connection', socket));
    const code = await listen(server, address, port);
    if (code === null) opened.push(server);
    else if (address === '127.0.0.1' || !ABSENT.has(code)) {
      for (const one of opened) one.close();
      throw new Refusal('port-in-use', [
        `port ${port} of this machine is taken (${address}): end the other console, or remove ~/${PORT_FILE} to get another port`,
      ]);
    }
  }
  return {
    close: () => {
      for (const one of opened) one.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((settle) => {
    server.once('error', (cause: NodeJS.ErrnoException) => settle(cause.code ?? 'unknown'));
    server.listen({ host, port, ipv6Only: host === '::1' }, () => settle(null));
  });
}
