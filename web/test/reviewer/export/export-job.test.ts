import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toOpenedFileName } from '@candor/core/review/opened';
import type { IndexedMessage } from '@candor/core/review/seal';
import { afterAll, describe, expect, test } from 'vitest';
import { writeReleaseFile } from '../../../../lab/src/adapters/files/release-file.ts';
import { makeOpenedFolder } from '../../../../lab/src/review/opened/write-opened.ts';
import type { ExportOutcome } from '../../../src/reviewer/bridge/export-calls.ts';
import { EXPORT_KINDS } from '../../../src/reviewer/bridge/export-calls.ts';
import { toExportName } from '../../../src/reviewer/pages/export/export-name.ts';
import {
  type ExportJob,
  inChunks,
  startExport,
  startSealedExport,
} from '../../../src/reviewer/worker/export/export-job.ts';
import { readAhead } from '../../../src/reviewer/worker/export/exported-file.ts';
import type { TarMember } from '../../../src/reviewer/worker/export/release-tar.ts';
import { canReadAhead } from '../../../src/reviewer/worker/keys/object-queue.ts';

const work = mkdtempSync(join(tmpdir(), 'candor-export-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const mails = [
  'From: jo@northwind.example\r\nSubject: =1+1\r\n\r\nFrom here on\r\n>From there\r\n',
  'From: ana@northwind.example\nSubject: caf\u00e9\n\nno end of line',
  `From: kim@northwind.example\n\n${'0123456789abcde\n'.repeat(200_000)}`,
].map((text) => new TextEncoder().encode(text));
const bytesOf = new Map(mails.map((mail) => [sha256(mail), mail]));
const messages = mails.map(
  (mail, at): IndexedMessage => ({
    id: sha256(mail),
    object: sha256(`object ${at}`),
    verdict: 'presumed',
    why: [],
    date: `2001-09-1${at}T10:00:00Z`,
    subject: at === 0 ? '=1+1' : 'Re: ../../etc/passwd',
    from: ['jo@northwind.example'],
    to: ['marta.olsen@harbor.example'],
    cc: [],
    direction: 'sent',
    custodians: [],
    attachments: [],
    marks: [],
  }),
);
const toSize = ({ id }: IndexedMessage): number => bytesOf.get(id)?.length ?? 0;
const open = async ({ id }: IndexedMessage): Promise<Uint8Array | null> => bytesOf.get(id) ?? null;

async function run(job: ExportJob): Promise<{ readonly file: Buffer; readonly outcome: ExportOutcome }> {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const step = await job.next();
    if (step.state === 'done') return { file: Buffer.concat(chunks), outcome: step.outcome };
    chunks.push(step.chunk);
  }
}

function openFolder(): string {
  const out = mkdtempSync(join(work, 'opened-'));
  const folder = makeOpenedFolder(join(out, 'all'));
  messages.forEach((message, at) => {
    folder.add(message, mails[at] ?? new Uint8Array());
  });
  folder.end('Northwind');
  return join(out, 'all');
}

describe('an export and `candor open` give the same', () => {
  const folder = openFolder();

  test('mbox, byte for byte', async () => {
    const { file } = await run(startExport('mbox', messages, messages.length, { open, toSize }));
    expect(sha256(file)).toBe(sha256(readFileSync(join(folder, 'messages.mbox'))));
  });

  test('messages and table in a zip that the usual program opens', async () => {
    const { file } = await run(startExport('eml-zip', messages, messages.length, { open, toSize }));
    const [zip, out] = [join(work, 'all.zip'), join(work, 'unzipped')];
    writeFileSync(zip, file);
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, out]);
    for (const name of [...messages.map((message) => toOpenedFileName(message)), 'index.csv'])
      expect(readFileSync(join(out, name)).equals(readFileSync(join(folder, name)))).toBe(true);
  });

  test('table as CSV', async () => {
    const { file } = await run(startExport('csv', messages, messages.length, { open, toSize }));
    expect(file.toString()).toBe(readFileSync(join(folder, 'index.csv'), 'utf8'));
  });
});

test('JSON with every message as in the index', async () => {
  const { file } = await run(startExport('json', messages, messages.length, { open, toSize }));
  const { messages: listed, v } = JSON.parse(file.toString()) as {
    messages: (IndexedMessage & { file: string })[];
    v: 1;
  };
  expect(v).toBe(1);
  expect(listed).toEqual(messages.map((message) => ({ ...message, file: toOpenedFileName(message) })));
});

describe.each(EXPORT_KINDS)('%s', (kind) => {
  test('states its content and the digest of the whole file', async () => {
    const { file, outcome } = await run(startExport(kind, messages, messages.length, { open, toSize }));
    expect(outcome).toEqual({ messages: 3, bytes: file.length, sha256: sha256(file), missing: [] });
  });

  test('is the same in every time zone', async () => {
    const zone = process.env['TZ'];
    const digests: string[] = [];
    for (const name of ['UTC', 'Pacific/Auckland', 'America/New_York']) {
      process.env['TZ'] = name;
      digests.push((await run(startExport(kind, messages, messages.length, { open, toSize }))).outcome.sha256);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set(digests).size).toBe(1);
  });

  test('of nothing is a file that opens', async () => {
    expect((await run(startExport(kind, [], 0, { open, toSize }))).outcome).toMatchObject({ messages: 0, missing: [] });
  });
});

test('names a damaged message and contains the others', async () => {
  const [, damaged] = messages;
  const only = async (message: IndexedMessage) => (message === damaged ? null : open(message));
  const { outcome } = await run(startExport('mbox', messages, messages.length, { open: only, toSize }));
  expect(outcome).toMatchObject({ messages: 2, missing: [damaged?.id] });
  const { file } = await run(startExport('eml-zip', messages, messages.length, { open: only, toSize }));
  expect(file.includes(`${damaged?.id}\n`)).toBe(true);
});

test('a silent portal ends the export with the reason', async () => {
  const silent = async () => Promise.reject(new Error('portal-silent'));
  await expect(run(startExport('mbox', messages, messages.length, { open: silent, toSize }))).rejects.toThrow(
    'portal-silent',
  );
  await expect(run(startExport('eml-zip', messages, messages.length, { open: silent, toSize }))).rejects.toThrow(
    'portal-silent',
  );
});

test('opens nothing after cancelling', async () => {
  const opened: string[] = [];
  const many = Array.from({ length: 50 }, () => messages[2]).filter((message) => message !== undefined);
  const watched = async (message: IndexedMessage): Promise<Uint8Array | null> => {
    opened.push(message.id);
    return open(message);
  };
  const job = startExport('mbox', many, many.length, { open: watched, toSize: () => 2 ** 20 });
  await job.next();
  job.cancel();
  const before = opened.length;
  await expect(job.next()).rejects.toThrow();
  expect(opened.length).toBe(before);
  expect(before).toBeLessThan(10);
});

test('chunks have one size and contain everything', async () => {
  async function* pieces() {
    for (const size of [1, 9, 10, 11, 0, 25]) yield new Uint8Array(size).fill(size);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of inChunks(pieces(), 10)) chunks.push(chunk);
  expect(chunks.map(({ length }) => length)).toEqual([10, 10, 10, 10, 10, 6]);
});

test('prefetches many small objects, and few large ones', () => {
  const hasRoom = canReadAhead((sizeBytes: number) => sizeBytes);
  const small = Array<number>(95).fill(20_000);
  expect([hasRoom(small), hasRoom([...small, 1])]).toEqual([true, false]);
  const large = 100 * 2 ** 20;
  expect([hasRoom([]), hasRoom([large, large, large]), hasRoom([large, large, large, large])]).toEqual([
    true,
    true,
    false,
  ]);
});

test('prefetching keeps the order and its limit', async () => {
  let [open, most] = [0, 0];
  const results: number[] = [];
  const read = async (item: number): Promise<number> => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((settle) => setTimeout(settle, (7 * item) % 5));
    open -= 1;
    return item;
  };
  for await (const [, result] of readAhead(Array(20).keys(), ({ length }) => length < 4, read)) results.push(result);
  expect(results).toEqual([...Array(20).keys()]);
  expect(most).toBe(4);
});

test('a file name is valid on every system', () => {
  expect(toExportName('mbox', 'northwind.example', 2)).toBe('northwind.example-release-2.mbox');
  expect(toExportName('csv', '../\u202eexe<>:"|?*@Ü.example', 1)).toBe('exe-.example-release-1.csv');
  expect(toExportName('json', '…', 1)).toBe('messages-release-1.json');
});

test("the sealed release equals the organization's file byte for byte", async () => {
  const members: TarMember[] = [
    { name: 'manifest.json', bytes: new TextEncoder().encode('{}') },
    { name: 'approvals.json', bytes: new TextEncoder().encode('[]') },
    { name: 'keys.json', bytes: new TextEncoder().encode('{}') },
    { name: 'log.proof', bytes: new Uint8Array(512).fill(65) },
    { name: 'index.age', bytes: new Uint8Array(513) },
    { name: `grants/${'0011-2233-4455-6677-8899-aabb-ccdd-eeff'}.age`, bytes: new Uint8Array(1) },
    { name: `objects/${'ab'.repeat(32)}.age`, bytes: new Uint8Array(5000).fill(7) },
    { name: `objects/${'cd'.repeat(32)}.age`, bytes: new Uint8Array(0) },
  ];
  async function* list() {
    yield* members;
  }
  const path = join(work, 'release.candor');
  await writeReleaseFile(path, list());
  const { file, outcome } = await run(startSealedExport(2, () => list()));
  expect(file.equals(readFileSync(path))).toBe(true);
  expect(outcome).toMatchObject({ messages: 2, missing: [], sha256: sha256(file) });
});
