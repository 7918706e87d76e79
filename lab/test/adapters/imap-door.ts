import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Identity } from './test-authority.ts';

/**
 * What stands between us and a mail server that speaks plainly. `implicit`: TLS from the first byte; `starttls`: TLS
 * when it is asked for; `stripped`: the server's offer of TLS is taken out; `refused`: it says no when it is asked;
 * `preauth`: it says that we are logged in; `injected`: words of its own follow the answer in the clear.
 */
export type DoorKind = 'implicit' | 'starttls' | 'stripped' | 'refused' | 'preauth' | 'injected';

export interface ImapDoor {
  readonly port: number;
  /** Everything that came in the clear, in all sessions. */
  readonly heard: () => string;
  close(): Promise<void>;
}

/** On loopback, before the server at `port` there. */
export async function openImapDoor(kind: DoorKind, port: number, identity: Identity): Promise<ImapDoor> {
  const sockets = new Set<Socket>();
  let heard = '';
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        behind.destroy();
      });
    }
    const join = (near: Duplex) => {
      near.on('error', () => client.destroy());
      near.pipe(behind);
      behind.pipe(near);
    };
    const secure = () => join(new TLSSocket(client, { isServer: true, ...identity }));
    if (kind === 'implicit') return secure();
    let isGreeted = false;
    const tell = (chunk: Buffer) => {
      let words = chunk.toString('latin1');
      if (kind === 'stripped') words = words.replaceAll(' STARTTLS', '');
      if (kind === 'preauth' && !isGreeted) words = '* PREAUTH you are logged in\r\n';
      isGreeted = true;
      client.write(words, 'latin1');
    };
    const hear = (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      const tag = /^(\S+) STARTTLS\r\n/i.exec(chunk.toString('latin1'))?.[1];
      if (tag === undefined) return behind.write(chunk);
      if (kind === 'refused') return client.write(`${tag} NO not now\r\n`);
      client.off('data', hear);
      behind.off('data', tell);
      client.write(`${tag} OK begin\r\n${kind === 'injected' ? '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n' : ''}`);
      return secure();
    };
    client.on('data', hear);
    behind.on('data', tell);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => heard,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((settle) => server.close(() => settle()));
    },
  };
}
