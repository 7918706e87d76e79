import type { Entry as ReadEntry } from '@zip.js/zip.js';
import type { Entry } from 'yauzl';
import type { Passwords } from './passwords.ts';

/** Members that are looked through for those that are locked. */
const MAX_LISTED_MEMBERS = 10_000;
/** A try costs as much time as so many hashes: 1,000 rounds of PBKDF2, or less. */
const TRY_ROUNDS = 4_000;

/** False where so many more bytes do not fit. */
type AdmitBytes = (bytes: number) => boolean;

class OutOfRoom extends Error {}

/** The locked members of a zip (ZipCrypto and AES), for a reader that opens the others. */
export class LockedMembers {
  readonly #bytes: Uint8Array;
  readonly #passwords: Passwords;
  #members: Promise<ReadonlyMap<number, ReadEntry>> | null = null;
  /** What opened the member before costs no try. */
  #key: string | null = null;

  constructor(bytes: Uint8Array, passwords: Passwords) {
    this.#bytes = bytes;
    this.#passwords = passwords;
  }

  /** The content of a locked member. A damaged one is like one that no password opens. */
  async open(entry: Entry, admit: AdmitBytes): Promise<Buffer | 'encrypted' | 'too-large'> {
    this.#members ??= this.#list();
    const member = (await this.#members).get(entry.relativeOffsetOfLocalHeader);
    if (member === undefined) return 'encrypted';
    const again = this.#key === null ? null : await tryPassword(member, this.#key, admit);
    if (again !== null) return again;
    const opened = await this.#passwords.open(TRY_ROUNDS, async (password) => {
      const content = password === this.#key ? null : await tryPassword(member, password, admit);
      if (content !== null) this.#key = password;
      return content;
    });
    return opened ?? 'encrypted';
  }

  /** By the place of their headers. */
  async #list(): Promise<ReadonlyMap<number, ReadEntry>> {
    const { Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js');
    const listed = new Map<number, ReadEntry>();
    const zip = new ZipReader(new Uint8ArrayReader(this.#bytes));
    for await (const member of zip.getEntriesGenerator()) {
      if (member.encrypted) listed.set(member.offset, member);
      if (listed.size >= MAX_LISTED_MEMBERS) break;
    }
    return listed;
  }
}

/** Null where the password does not fit. */
async function tryPassword(
  member: ReadEntry,
  password: string,
  admit: AdmitBytes,
): Promise<Buffer | 'too-large' | null> {
  if (member.directory) return null;
  const pieces: Uint8Array[] = [];
  const writable = new WritableStream<Uint8Array>({
    write: (piece) => {
      if (!admit(piece.length)) throw new OutOfRoom();
      pieces.push(piece);
    },
  });
  try {
    // A wrong password passes the test of ZipCrypto once in 256 times: the checksum of the content does not.
    await member.getData(writable, { password, checkSignature: true, useWebWorkers: false });
    return Buffer.concat(pieces);
  } catch (cause) {
    return cause instanceof OutOfRoom ? 'too-large' : null;
  }
}
