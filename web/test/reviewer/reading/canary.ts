import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** Something knocked: a request line, the name in a TLS greeting, or a bare connection. */
export interface Knock {
  readonly kind: 'request' | 'tls' | 'connection';
  /** Path of a request, host of a greeting. */
  readonly about: string;
}

export interface Canary {
  readonly port: number;
  readonly knocks: Knock[];
  close(): Promise<void>;
}

const SILENT_MS = 150;
const answer =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

/**
 * Listens on loopback and keeps everything that arrives, also what never says a word: a browser that connects ahead
 * leaks as well.
 */
export async function openCanary(): Promise<Canary> {
  const knocks: Knock[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let known: Knock['kind'] | null = null;
    // Who says a word after all, as on a busy machine, has not only connected.
    const know = (knock: Knock): void => {
      if (known === null || (known === 'connection' && knock.kind !== 'connection')) knocks.push(knock);
      known = knock.kind;
    };
    socket.on('error', () => undefined);
    // Who connects and says nothing has connected ahead.
    const timer = setTimeout(() => know({ kind: 'connection', about: '' }), SILENT_MS);
    socket.on('close', () => {
      clearTimeout(timer);
      know({ kind: 'connection', about: '' });
      sockets.delete(socket);
    });
    socket.once('data', (data) => {
      const [, path] = /^[A-Z]+ (\S+) HTTP/.exec(data.toString('latin1')) ?? [];
      if (path !== undefined) know({ kind: 'request', about: path });
      else know({ kind: 'tls', about: readServerName(data.toString('latin1')) });
      if (path === undefined) socket.end();
      else socket.end(answer);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    knocks,
    close: () =>
      new Promise((settle) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => settle());
      }),
  };
}

/** The host in a TLS greeting stands there as it is. */
function readServerName(greeting: string): string {
  return /[a-z0-9.-]+\.(?:test|example|invalid)/i.exec(greeting)?.[0] ?? '';
}
