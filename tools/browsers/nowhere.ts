import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/**
 * A proxy that leads nowhere, and keeps the first line of whoever asked it for something: all that a browser wants from
 * outside of this machine.
 */
export interface DeadProxy {
  readonly port: number;
  readonly asked: string[];
  close(): Promise<void>;
}

export async function openDeadProxy(): Promise<DeadProxy> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      asked.push(bytes.toString('latin1').split('\r\n', 1)[0] ?? '');
      socket.end('HTTP/1.1 502 Nowhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => new Promise((settle) => server.close(() => settle())),
  };
}
