// Who asks a server over TLS: a few connections that stay open, each with one request at a time.
import { connect } from 'node:tls';

const CONNECTIONS = 16;

export interface Loaded {
  readonly answers: number;
  readonly bytes: number;
}

/** Asks `count` requests, each answered with 200. @throws a fault for any other answer. */
export async function load(
  { port, ca }: { readonly port: number; readonly ca: Buffer },
  count: number,
  toRequest: (number: number) => string,
): Promise<Loaded> {
  let next = 0;
  const work = async (): Promise<Loaded> => {
    const socket = connect({ host: '127.0.0.1', port, ca, servername: 'localhost' });
    let answers = 0;
    let bytes = 0;
    let waiting = 0;
    let head = '';
    return new Promise((settle, fail) => {
      const ask = (): void => {
        if (next >= count) {
          socket.end();
          settle({ answers, bytes });
          return;
        }
        socket.write(toRequest(next));
        next += 1;
      };
      socket.on('error', fail);
      socket.on('close', () => fail(new Error(`the server ended a connection after ${answers} answers`)));
      socket.on('secureConnect', ask);
      socket.on('data', (chunk: Buffer) => {
        let body = chunk;
        if (waiting === 0) {
          head += chunk.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          const length = /^content-length: (\d+)/im.exec(head)?.[1];
          if (!head.startsWith('HTTP/1.1 200') || length === undefined) return void fail(new Error(head.slice(0, 300)));
          body = Buffer.from(head.slice(end + 4), 'latin1');
          head = '';
          waiting = Number(length);
        }
        waiting -= body.length;
        bytes += body.length;
        if (waiting > 0) return;
        answers += 1;
        ask();
      });
    });
  };
  const all = await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return {
    answers: all.reduce((sum, one) => sum + one.answers, 0),
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
  };
}
