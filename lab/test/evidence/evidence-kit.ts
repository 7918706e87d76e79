import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Problem } from '@candor/core/base';
import { pack } from 'tar-stream';
import { afterAll } from 'vitest';
import { assertReconciled } from '../../src/evidence/account.ts';
import { type CutSizes, planShards } from '../../src/evidence/plan-shards.ts';
import type { CopyRow, ItemReading } from '../../src/evidence/protocol.ts';
import { ReaderProcess } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from '../../src/evidence/reader-child.ts';
import { walkMailbox } from '../../src/evidence/walk.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function makeFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-evidence-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A small fictional message; `n` makes it another one. */
export function makeMessage(n: number, more = ''): string {
  return `From: a${n}@harbor.example\nTo: b@partner.test\nSubject: Berth ${n}\nMessage-ID: <m${n}@harbor.example>\nDate: Mon, 10 Sep 2001 14:05:0${n % 10} +0000\n${more}\nText ${n}\n`;
}

export function makeMbox(...messages: readonly string[]): string {
  return messages.map((message) => `From a@harbor.example Mon Sep 10 15:00:00 2001\n${message}\n`).join('');
}

export interface ZipMember {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly link?: boolean;
  /** Written as the checksum instead of the right one. */
  readonly crc?: number;
}

/** Writes a zip by hand, so that every field can be wrong. */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const data = member.stored === true ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((member.encrypted === true ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(member.stored === true ? 0 : 8, 4);
    fields.writeUInt32LE(member.crc ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(member.link === true ? 0xa1ff0000 : 0x81a40000, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

export async function makeTar(
  members: readonly { readonly name: string; readonly content?: string | Buffer; readonly type?: 'symlink' | 'fifo' }[],
): Promise<Buffer> {
  const tar = pack();
  for (const { name, content, type } of members) {
    if (type === undefined) tar.entry({ name }, content ?? '');
    else tar.entry({ name, type, linkname: 'elsewhere' });
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export interface Taken {
  readonly copies: readonly CopyRow[];
  readonly items: readonly ItemReading[];
  readonly answers: readonly (readonly [string, readonly number[]])[];
  readonly problems: readonly Problem[];
  readonly files: readonly { readonly location: string; readonly sha256: string }[];
}

export interface TakeOptions {
  readonly limits?: Partial<ReaderLimits>;
  readonly entry?: string;
  readonly entryRoot?: string;
  readonly questions?: readonly object[];
  readonly sizes?: CutSizes;
}

/** Reads a mailbox as a run does; `path` is shown as `mail`. Every account is checked. */
export async function take(path: string, options: TakeOptions = {}): Promise<Taken> {
  const walk = walkMailbox('c', 'mail', path);
  const taken = { copies: [] as CopyRow[], items: [] as ItemReading[], answers: [] as [string, readonly number[]][] };
  const problems: Problem[] = [...walk.problems];
  const files: { location: string; sha256: string }[] = [];
  const roots = [...walk.roots, ...(options.entryRoot === undefined ? [] : [options.entryRoot])];
  const seat = new ReaderProcess(roots, makeFolder(), { ...READER_LIMITS, ...options.limits }, options.entry);
  try {
    for await (const step of planShards('c', walk.files, options.sizes)) {
      if (step.is === 'problem') problems.push(step.problem);
      else if (step.is === 'file') files.push({ location: step.file.location, sha256: step.sha256 });
      else {
        for await (const read of seat.read(step.shard, options.questions ?? null)) {
          if (read.is === 'copies') taken.copies.push(...read.rows);
          else if (read.is === 'answers')
            for (const [location, hits] of read.rows) taken.answers.push([location, hits]);
          else if (read.is === 'problem') problems.push(read.problem);
          else if (read.is === 'item') {
            assertReconciled(read.item.location, read.reading.account);
            taken.items.push(read.reading);
            if (read.item.is === 'file')
              files.push({ location: read.item.location, sha256: read.reading.sha256 ?? '' });
          }
        }
      }
    }
  } finally {
    seat.close();
  }
  return { ...taken, problems, files };
}

/** Location and folder of each copy, sorted. */
export function toPlaces(taken: Taken): readonly (readonly [string, string | null])[] {
  return taken.copies.map((row) => [row[0], row[1]] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

export function toCodes(taken: Taken): readonly string[] {
  return taken.problems.map((problem) => problem.code).sort();
}
