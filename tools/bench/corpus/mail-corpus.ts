import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusKind, createBodyPools } from './body.ts';
import { composeLetter, formatFromLine, type Letter } from './letter.ts';
import { createRandom } from './random.ts';

/** What the generator knows to be in a corpus. A reader whose counts differ is not timed. */
export interface MailCounts {
  readonly messages: number;
  /** Of the messages as they lie, quoting included, without what lies between them. */
  readonly messageBytes: number;
  /** Leaf parts. */
  readonly parts: number;
  readonly attachments: number;
  /** Uses in header fields, attached messages included. */
  readonly addresses: number;
  /** Of the file or files. */
  readonly bytes: number;
}

const WRITE_BYTES = 4 * 1024 * 1024;

/** Letters until their mbox is this long. The same kind, seed and size give the same letters in every container. */
function* composeLetters(kind: CorpusKind, seed: number, size: number): Generator<Letter> {
  const random = createRandom(seed);
  const pools = createBodyPools(random);
  let written = 0;
  for (let ordinal = 0; written < size; ordinal += 1) {
    const letter = composeLetter(ordinal, kind, pools, random);
    written += letter.bytes + formatFromLine(letter).length + 1 + (letter.quotedChunk === -1 ? 0 : 1);
    yield letter;
  }
}

/** An mbox (mboxrd) of at least this many bytes. */
export function writeMbox(path: string, kind: CorpusKind, seed: number, size: number): MailCounts {
  const file = new BufferedFile(path);
  const counts = startCounts();
  const quote = Buffer.from('>');
  const end = Buffer.from('\n');
  for (const letter of composeLetters(kind, seed, size)) {
    file.write(Buffer.from(formatFromLine(letter)));
    letter.chunks.forEach((chunk, at) => {
      if (at === letter.quotedChunk) {
        file.write(quote);
        counts.messageBytes += quote.length;
      }
      file.write(chunk);
    });
    file.write(end);
    count(counts, letter);
  }
  counts.bytes = file.close();
  return counts;
}

/** The same letters as a Maildir++: most in the inbox, some in two sub-folders. */
export function writeMaildir(path: string, kind: CorpusKind, seed: number, size: number): MailCounts {
  const folders = ['.', '.Archive', '.Archive.Cargo &ANw-bersicht'].map((folder) => join(path, folder));
  for (const folder of folders)
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  const counts = startCounts();
  for (const letter of composeLetters(kind, seed, size)) {
    const folder = folders[counts.messages % 5 < 3 ? 0 : counts.messages % 5 === 3 ? 1 : 2] ?? path;
    const name = `${letter.sentAt}.M${counts.messages}P7.mail:2,${counts.messages % 3 === 0 ? '' : 'S'}`;
    writeFileSync(join(folder, 'cur', name), Buffer.concat(letter.chunks));
    counts.bytes += letter.bytes;
    count(counts, letter);
  }
  return counts;
}

type RunningCounts = { -readonly [name in keyof MailCounts]: number };

const startCounts = (): RunningCounts => ({
  messages: 0,
  messageBytes: 0,
  parts: 0,
  attachments: 0,
  addresses: 0,
  bytes: 0,
});

function count(counts: RunningCounts, letter: Letter): void {
  counts.messages += 1;
  counts.messageBytes += letter.bytes;
  counts.parts += letter.parts;
  counts.attachments += letter.attachments;
  counts.addresses += letter.addresses;
}

/** Gathers small writes into big ones. */
export class BufferedFile {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(WRITE_BYTES);
  #filled = 0;
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(chunk: Buffer): void {
    if (this.#filled + chunk.length > this.#buffer.length) this.#flush();
    if (chunk.length > this.#buffer.length) {
      this.#writeWhole(chunk);
      return;
    }
    chunk.copy(this.#buffer, this.#filled);
    this.#filled += chunk.length;
  }

  /** Length of the file in bytes. */
  close(): number {
    this.#flush();
    closeSync(this.#file);
    return this.#written;
  }

  #flush(): void {
    this.#writeWhole(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #writeWhole(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#written += bytes.length;
  }
}
