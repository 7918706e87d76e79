import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { privateMode, readFileIfAny, writeDurableFile } from '../files/durable-file.ts';
import type { LogHomePlace } from './log-home.ts';

interface Holder {
  /** Folder of the state. */
  readonly path: string;
}

const hexSecret = /^[0-9a-f]{64}$/;

function toFile({ path }: Holder): string {
  return join(path, 'keys', 'log.home');
}

/**
 * Where the log of a state is kept; null: in the state itself. Stored beside the keys and not in the store, so that a
 * restored store still knows its own entries.
 * @throws Refusal for an invalid file.
 */
export function readLogHomePlace(state: Holder): LogHomePlace | null {
  const bytes = readFileIfAny(toFile(state));
  if (bytes === null) return null;
  const [folder = '', secret = ''] = new TextDecoder().decode(bytes).split('\n');
  if (folder !== '' && hexSecret.test(secret)) return { folder, secret: new Uint8Array(Buffer.from(secret, 'hex')) };
  throw new Refusal('no-log-home', [`${toFile(state)}: this file is damaged; restore it from a backup of the state`]);
}

export function writeLogHomePlace(state: Holder, { folder, secret }: LogHomePlace): void {
  writeDurableFile(toFile(state), `${folder}\n${Buffer.from(secret).toString('hex')}\n`, privateMode);
}

/** The folder of key, head and lock of a state's log: its own, or that of the home that it shares. */
export function toLogKeys(state: Holder): string {
  return readLogHomePlace(state)?.folder ?? join(state.path, 'keys');
}
