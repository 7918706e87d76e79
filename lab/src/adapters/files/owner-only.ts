import { statSync } from 'node:fs';
import { Refusal } from '@candor/core/base';

/** Rights of the group and of everybody else. */
const FOREIGN_RIGHTS = 0o077;

/**
 * Whether only the owner has rights to a file. Anything but a file (a shell's pipe, a terminal) is accessible to nobody
 * else.
 */
export function isOwnerOnly(path: string): boolean {
  const status = statSync(path);
  return !status.isFile() || (status.mode & FOREIGN_RIGHTS) === 0;
}

/** @throws Refusal when others than its owner may read a secret. */
export function assertOwnerOnly(path: string, code: string, what: string): void {
  if (isOwnerOnly(path)) return;
  throw new Refusal(code, [
    `${path}: accounts other than its owner may read this ${what}; \`chmod 600\` it, and make a new one if anybody did`,
  ]);
}
