import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCertificate } from '../../tools/services/certificate.mjs';
import { startPortal } from '../../tools/services/portal-process.ts';
import { World } from './support/world.ts';

function makeTls(folder: string): { readonly certificate: string; readonly key: string } {
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  makeCertificate(files, 'localhost', ['localhost']);
  return files;
}

/** Says nothing, as browsers do that connect in advance, and as somebody does who wants to be in the way. */
function connectInSilence(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((settle, fail) => {
    socket.once('connect', () => settle(socket));
    socket.once('error', fail);
  });
}

test.each([
  ['plain', () => ({})],
  ['with TLS of its own', (folder: string) => ({ tls: makeTls(folder) })],
] as const)(
  'a portal, %s, ends on request despite idle connections',
  {
    timeout: 45_000,
  },
  async (_, listen) => {
    const world = new World();
    const settings = { ...world.settings(), listen: { port: 0, ...listen(world.folder) } };
    const path = join(world.folder, 'portal.json');
    writeFileSync(path, JSON.stringify(settings));
    const running = await startPortal(path, () => undefined);
    try {
      const socket = await connectInSilence(running.port);
      const ended = new Promise((settle) => socket.once('close', settle));
      await running.stop();
      await ended;
      expect(socket.destroyed).toBe(true);
    } finally {
      await running.stop('SIGKILL');
      await world.end();
    }
  },
);
