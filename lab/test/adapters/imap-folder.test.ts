import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { closeImap, openImapFolder } from '../../src/adapters/mail/imap-session.ts';

/** What opening a folder ends with at a server that lets everybody in and then does this. */
async function tryFolder(onExamine: (socket: Socket, tag: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    socket.on('data', (chunk) => {
      for (const [, tag = '', verb] of chunk.toString().matchAll(/^(\S+) (\S+)/gm)) {
        if (verb === 'EXAMINE') onExamine(socket, tag);
        else socket.write(`${verb === 'CAPABILITY' ? '* CAPABILITY IMAP4rev1\r\n' : ''}${tag} OK done\r\n`);
      }
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  const place = { is: 'imap', host: '127.0.0.1', port, tls: 'none', user: 'a', password: 'b' } as const;
  try {
    await closeImap(await openImapFolder({ ...place, authorities: null, folder: 'INBOX' }));
    return 'open';
  } catch (cause) {
    return (cause as Error).message;
  } finally {
    server.close();
  }
}

test('reports a missing folder only when the server says so', async () => {
  expect(await tryFolder((socket, tag) => socket.write(`${tag} OK [READ-ONLY] done\r\n`))).toBe('open');
  expect(await tryFolder((socket, tag) => socket.write(`${tag} NO none\r\n`))).toBe(
    'it has no folder INBOX, or this account may not open it',
  );
  const broken = 'the session ended while its folder INBOX was opened';
  expect(await tryFolder((socket) => socket.destroy())).toBe(broken);
  expect(await tryFolder((socket) => socket.end('* BYE going down\r\n'))).toBe(broken);
});
