import { createSocket, type Socket } from 'node:dgram';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ListenOptions, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ProbeTargets } from './escapes.ts';

/** The path of a Unix socket has 103 bytes at most (unix(7)), and names are added to this. */
const FOLDER_BYTES = 70;

/** What the probes try to reach, and where they run: listeners of this process and a folder of its own. */
export interface OpenTargets {
  readonly folder: string;
  readonly evidenceFolder: string;
  readonly targets: ProbeTargets;
  close(): Promise<void>;
}

export async function openTargets(): Promise<OpenTargets> {
  const place = Buffer.byteLength(tmpdir()) > FOLDER_BYTES ? '/tmp' : tmpdir();
  const folder = realpathSync(mkdtempSync(join(place, 'candor-wall-')));
  const [evidenceFolder, spool, outside] = ['evidence', 'spool', 'outside'].map((name) => join(folder, name));
  if (evidenceFolder === undefined || spool === undefined || outside === undefined) throw new Error('three folders');
  const job = join(spool, 'members');
  for (const path of [evidenceFolder, job, outside]) mkdirSync(path, { recursive: true, mode: 0o700 });
  const socket = join(outside, 's');
  const evidenceSocket = join(evidenceFolder, 's');
  const abstractSocket = basename(folder);
  const [file, evidence] = [join(outside, 'file'), join(evidenceFolder, 'file')];
  for (const path of [file, evidence]) writeFileSync(path, 'probe', { mode: 0o600 });
  const tcp = await listen({ host: '127.0.0.1', port: 0 });
  const rest = [
    await listen({ path: socket }),
    await listen({ path: evidenceSocket }),
    ...(process.platform === 'linux' ? [await listen({ path: `\0${abstractSocket}` })] : []),
  ];
  const udp = await listenForDatagrams();
  const address = tcp.address();
  return {
    folder,
    evidenceFolder,
    targets: {
      tcpPort: address === null || typeof address === 'string' ? 0 : address.port,
      udpPort: udp.address().port,
      ...{ socket, abstractSocket, evidenceSocket, pid: process.pid, file, evidence, job },
    },
    close: async () => {
      for (const server of [tcp, ...rest]) await new Promise<void>((settle) => server.close(() => settle()));
      await new Promise<void>((settle) => udp.close(() => settle()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(options: ListenOptions): Promise<Server> {
  return new Promise((settle, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', fail);
    server.listen(options, () => settle(server));
  });
}

function listenForDatagrams(): Promise<Socket> {
  return new Promise((settle, fail) => {
    const socket = createSocket('udp4');
    socket.on('error', fail);
    socket.on('message', (message, { port, address }) => socket.send(message, port, address));
    socket.bind(0, '127.0.0.1', () => settle(socket));
  });
}
