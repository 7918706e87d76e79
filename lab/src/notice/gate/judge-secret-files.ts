import { resolve } from 'node:path';
import { type GateFinding, toGateWarning } from '@candor/core/notice/gate';
import { lookAt } from '../../adapters/files.ts';
import { isOwnersAlone } from '../../adapters/key-file.ts';
import type { Disclosure } from '../disclosure.ts';

/**
 * Secrets of the organization's own mail servers that others on this machine may read. They are warned of and used:
 * another program may share them, and a notice must not wait for that.
 */
export function judgeSecretFiles({ notice, folder }: Pick<Disclosure, 'notice' | 'folder'>): readonly GateFinding[] {
  const { check, dkim, inbox, relay } = notice;
  const named: readonly (readonly [what: string, path: string | null | undefined])[] = [
    ['key', dkim?.key],
    ['password', relay?.passwordFile],
    ['password', inbox?.imap?.passwordFile],
    ['password', check?.inbox.imap?.passwordFile],
  ];
  const found = new Map<string, string>();
  for (const [what, path] of named) {
    const place = path == null ? null : resolve(folder, path);
    if (place !== null && lookAt(place).is === 'file' && !isOwnersAlone(place)) found.set(place, what);
  }
  return [...found].map(([place, what]) =>
    toGateWarning(
      'gate-open-file',
      `${place}: others than its owner may read this ${what}; \`chmod 600\` it, and take another one if they did`,
    ),
  );
}
