import { createSocket } from 'node:dgram';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { isNumber, isText, shapeOf } from '../../adapters/store/stored-json.ts';

/** What a wall must keep a reader from, in the words of the sentence about it. */
export type EscapeKind = 'TCP' | 'UDP' | 'Unix sockets' | 'Unix sockets in the evidence' | 'signals' | 'other files';

export const ESCAPE_KINDS: readonly EscapeKind[] = [
  'TCP',
  'UDP',
  'Unix sockets',
  'Unix sockets in the evidence',
  'signals',
  'other files',
];

export function isEscapeKind(value: unknown): value is EscapeKind {
  return ESCAPE_KINDS.some((kind) => kind === value);
}

/** Where somebody listens, or something lies, outside of the wall. */
export interface ProbeTargets {
  readonly tcpPort: number;
  readonly udpPort: number;
  readonly socket: string;
  readonly abstractSocket: string;
  readonly evidenceSocket: string;
  readonly pid: number;
  readonly file: string;
  readonly evidence: string;
  readonly job: string;
}

export const isTargets = shapeOf<ProbeTargets>({
  tcpPort: isNumber,
  udpPort: isNumber,
  socket: isText,
  abstractSocket: isText,
  evidenceSocket: isText,
  pid: isNumber,
  file: isText,
  evidence: isText,
  job: isText,
});

export interface ProbeFindings {
  /** At least one attempt of each kind succeeded. */
  readonly gotOut: readonly EscapeKind[];
  /** Every attempt of each kind succeeded. */
  readonly wideOpen: readonly EscapeKind[];
  /** The evidence was readable and the job's folder writable. */
  readonly isUsable: boolean;
}

/** A way out that answers does so at once: all are on this machine. */
const PATIENCE_MS = 1_000;

/** The kinds of the sentence, tried by this process: where it is not walled, each gets out. */
export async function tryKinds(targets: ProbeTargets): Promise<ProbeFindings> {
  const { tcpPort, udpPort, socket, abstractSocket, evidenceSocket } = targets;
  const tried: readonly (readonly [EscapeKind, boolean])[] = await Promise.all([
    toTried('TCP', reach({ host: '127.0.0.1', port: tcpPort })),
    toTried('UDP', exchange(udpPort)),
    toTried('Unix sockets', reach({ path: socket })),
    toTried('Unix sockets', reach({ path: `\0${abstractSocket}` })),
    toTried('Unix sockets in the evidence', reach({ path: evidenceSocket })),
    toTried('signals', Promise.resolve(attempt(() => process.kill(targets.pid, 0)))),
    toTried('other files', Promise.resolve(attempt(() => readFileSync(targets.file)))),
    toTried('other files', Promise.resolve(attempt(() => writeFileSync(`${targets.file}.more`, '')))),
  ]);
  const isUsable = attempt(() => {
    readFileSync(targets.evidence);
    writeFileSync(`${targets.job}/probe`, '');
  });
  const ofKind = (kind: EscapeKind) => tried.filter((one) => one[0] === kind).map((one) => one[1]);
  return {
    gotOut: ESCAPE_KINDS.filter((kind) => ofKind(kind).some(Boolean)),
    wideOpen: ESCAPE_KINDS.filter((kind) => ofKind(kind).every(Boolean)),
    isUsable,
  };
}

async function toTried(kind: EscapeKind, trial: Promise<boolean>): Promise<readonly [EscapeKind, boolean]> {
  return [kind, await trial];
}

export function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

export function reach(target: NetConnectOpts): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(target);
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      settle(isOpen);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

/** Whether a datagram is answered: that the system takes it says nothing where a wall has a loopback of its own. */
function exchange(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createSocket('udp4');
    const end = (isAnswered: boolean): void => {
      clearTimeout(timer);
      socket.removeAllListeners().on('error', () => {});
      socket.close();
      settle(isAnswered);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    socket.on('error', () => end(false));
    socket.on('message', () => end(true));
    // Where there is no way to the address, only this call is told.
    socket.connect(port, '127.0.0.1', (error?: Error) => (error ? end(false) : socket.send('probe')));
  });
}
