import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

/** The account that owns nothing. */
const NOBODY = 65_534;

/**
 * Does something as an account that has no rights of its own, since to root every file is open. Whoever runs the tests
 * as somebody else has few enough. Null where root cannot become another account. The folders above `path` are opened
 * to it.
 */
export async function asNobody<T>(path: string, deed: () => Promise<T>): Promise<T | null> {
  if (process.geteuid?.() !== 0) return await deed();
  for (let at = dirname(path); at.startsWith(`${tmpdir()}/`); at = dirname(at)) chmodSync(at, 0o755);
  try {
    process.seteuid?.(NOBODY);
  } catch {
    return null;
  }
  try {
    return await deed();
  } finally {
    process.seteuid?.(0);
  }
}
