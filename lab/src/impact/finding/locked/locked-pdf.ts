import type { getDocumentProxy } from 'unpdf';
import { LockedFile } from './locked-file.ts';
import type { Passwords } from './passwords.ts';

/** A try derives the key in JavaScript, which takes as long as so many hashes, and reads the file's structure again. */
const TRY_ROUNDS = 20_000;
const BYTES_PER_ROUND = 32;

export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** @throws LockedFile where no password opens it, or Error where it is damaged. */
export async function openPdf(bytes: Uint8Array, passwords: Passwords): Promise<OpenPdf> {
  const unlocked = await tryPassword(bytes, '');
  if (unlocked !== null) return unlocked;
  const rounds = TRY_ROUNDS + Math.ceil(bytes.length / BYTES_PER_ROUND);
  const opened = await passwords.open(rounds, (password) => tryPassword(bytes, password));
  if (opened === null) throw new LockedFile();
  return opened;
}

/** Null where the password does not fit. The reader takes the bytes it is given for itself. */
async function tryPassword(bytes: Uint8Array, password: string): Promise<OpenPdf | null> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, ...(password === '' ? {} : { password }) });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') return null;
    throw cause;
  }
}
