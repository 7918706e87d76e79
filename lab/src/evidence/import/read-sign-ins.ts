import { Refusal } from '@candor/core/base';
import { isReadForLeads, readSignInRow, type SignIn } from '@candor/core/evidence/sign-in';
import { findSystemCode } from '../../adapters/files/files.ts';
import { readAccessFile } from '../access-file.ts';

/** What came of one log that is read for leads. */
export interface SignInReading {
  readonly file: string;
  /** Null means that no reader knows this kind of log. */
  readonly log: string | null;
  readonly entries: number;
  /** These rows have no certain time, or nothing that identifies a lead. */
  readonly unread: number;
}

/**
 * Reads one log of sign-ins, of the directory, or of Graph, plain or gzipped.
 * @throws Refusal for a file that cannot be read, and for one that is no such log.
 */
export async function readSignIns(file: string, onSignIn: (signIn: SignIn) => void): Promise<SignInReading> {
  let log: string | null = null;
  let entries = 0;
  let unread = 0;
  let shown = 0;
  try {
    const { foreign } = await readAccessFile({
      path: file,
      file,
      onRow: () => {
        unread += 1;
      },
      onForeign: (found, row) => {
        shown += 1;
        if (!isReadForLeads(found)) {
          unread += 1;
          return;
        }
        const given = readSignInRow(row);
        log ??= found.name;
        entries += given.found.length;
        unread += given.unread;
        for (const signIn of given.found) onSignIn(signIn);
      },
    });
    // Rows with broken quotes or columns are counted but not used.
    unread += (foreign?.rows ?? 0) - shown;
  } catch (cause) {
    const code = findSystemCode(cause);
    if (code === null) throw cause;
    throw new Refusal('unreadable-log', [`${file}: this log cannot be read (${code})`]);
  }
  if (log === null)
    throw new Refusal('no-sign-in-log', [
      `${file}: it contains no sign-in log, directory audit log or Graph activity in a supported format; docs/formats/leads.md lists them. An audit log of mail belongs under \`access\` of the incident file`,
    ]);
  return { file, log, entries, unread };
}
