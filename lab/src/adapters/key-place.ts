import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where an operator's key lies when nobody says: in the person's own folder, never in a state. */
export function defaultKeyFile(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return join(homedir(), '.config', 'candor', `${plain}.key`);
}
