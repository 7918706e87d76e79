import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { expect, test } from 'vitest';
import type { ReaderItem } from '../../src/evidence/protocol.ts';
import { ReaderProcess } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../src/evidence/reader-child.ts';
import { makeFolder, makeMbox, makeMessage } from './evidence-kit.ts';

const ENTRY = fileURLToPath(new URL('./fixtures/fragile-taker-process.ts', import.meta.url));

interface Taken {
  readonly sha256: string;
  /** Of the bytes that the process was given. */
  readonly given: string;
  readonly length: number;
  readonly subject: string;
}

async function take(folder: string, items: readonly ReaderItem[]) {
  const seat = new ReaderProcess([folder], join(makeFolder(), 'spool'), READER_LIMITS, ENTRY);
  const taken = new Map<string, Taken>();
  const problems: string[] = [];
  try {
    for await (const step of seat.read({ items }, [{}])) {
      if (step.is === 'taken') taken.set(step.location, step.answer as Taken);
      else if (step.is === 'problem') problems.push(`${step.problem.code} ${step.problem.place}`);
    }
  } finally {
    seat.close();
  }
  return { taken, problems };
}

const mails = [1, 2, 3, 4, 5, 6].map((n) => makeMessage(n));
const toFile = (folder: string, name: string, size: number): ReaderItem => ({
  is: 'file',
  raw: join(folder, name),
  location: name,
  placement: WHOLE_EVIDENCE,
  size,
});

test('chosen messages are returned whole, from an mbox, an archive, and alone', async () => {
  const mbox = makeMbox(...mails);
  const packed = gzipSync(mbox);
  const folder = makeFolder({ 'a.mbox': mbox, 'b.mbox.gz': packed });
  const third = makeMessage(3);
  const items: ReaderItem[] = [
    toFile(folder, 'a.mbox', mbox.length),
    toFile(folder, 'b.mbox.gz', packed.length),
    {
      is: 'message',
      raw: join(folder, 'a.mbox'),
      location: 'alone',
      offset: mbox.indexOf(third),
      length: third.length,
    },
  ];
  const { taken, problems } = await take(folder, items);
  expect(problems).toEqual([]);
  const wanted = [1, 3, 4, 5, 6].flatMap((n) => [`a.mbox#${n}`, `b.mbox.gz#${n}`]);
  expect([...taken.keys()].sort()).toEqual([...wanted, 'alone'].sort());
  expect(taken.get('a.mbox#5')?.subject).toBe('Berth 5');
  expect(taken.get('alone')?.sha256).toBe(createHash('sha256').update(third).digest('hex'));
  expect(taken.get('alone')?.sha256).toBe(taken.get('b.mbox.gz#3')?.sha256);
});

test('a message that kills the process is named, and every other one is returned', async () => {
  const evil = [
    ...mails.slice(0, 3),
    makeMessage(7, 'X-Weak: crash\n'),
    ...mails.slice(3),
    makeMessage(8, 'X-Weak: crash\n'),
  ];
  const mbox = makeMbox(...evil);
  const last = mails[5] ?? '';
  const weak = evil[3] ?? '';
  const folder = makeFolder({ 'a.mbox': mbox });
  const place = (mail: string, location: string): ReaderItem => ({
    is: 'message',
    raw: join(folder, 'a.mbox'),
    location,
    offset: mbox.indexOf(mail),
    length: mail.length,
  });
  const items = [toFile(folder, 'a.mbox', mbox.length), place(weak, 'weak'), place(last, 'last')];
  const { taken, problems } = await take(folder, items);
  expect([...taken.keys()].sort()).toEqual(['a.mbox#1', 'a.mbox#3', 'a.mbox#5', 'a.mbox#6', 'a.mbox#7', 'last']);
  expect([...new Set(problems)].sort()).toEqual(['reader-died a.mbox#4', 'reader-died a.mbox#8', 'reader-died weak']);
});

test('a file that is gone or shorter gives nothing and is no fault', async () => {
  const folder = makeFolder({ 'a.eml': 'From: a@harbor.example\n' });
  const items: ReaderItem[] = [
    { is: 'message', raw: join(folder, 'none.eml'), location: 'none', offset: 0, length: 10 },
    { is: 'message', raw: join(folder, 'a.eml'), location: 'short', offset: 0, length: 500 },
  ];
  const { taken, problems } = await take(folder, items);
  expect([...taken.keys()]).toEqual(['short']);
  expect(problems.some((problem) => problem.endsWith(' none'))).toBe(true);
});

/** Every line differs, so that bytes of another message or place show. */
function makeLong(n: number, size: number): string {
  const lines = Array.from({ length: Math.ceil(size / 20) }, (_, at) => `${n}: line ${at}`.padEnd(19));
  return makeMessage(n, `\n${lines.join('\n')}`);
}

test('messages longer than the read buffer are returned byte for byte, alone, in an mbox and packed', async () => {
  const long = [makeLong(1, 3_000_000), makeMessage(2), makeLong(3, 5_000_000)];
  const [first = '', , third = ''] = long;
  const mbox = makeMbox(...long);
  const packed = gzipSync(mbox);
  const folder = makeFolder({ 'a.eml': first, 'b.mbox': mbox, 'c.mbox.gz': packed });
  const { taken, problems } = await take(folder, [
    toFile(folder, 'a.eml', first.length),
    toFile(folder, 'b.mbox', mbox.length),
    toFile(folder, 'c.mbox.gz', packed.length),
    { is: 'message', raw: join(folder, 'a.eml'), location: 'alone', offset: 0, length: first.length },
  ]);
  expect(problems).toEqual([]);
  const digest = (mail: string) => createHash('sha256').update(mail).digest('hex');
  expect([...taken.values()].every(({ sha256, given }) => sha256 === given)).toBe(true);
  expect(Object.fromEntries([...taken].map(([location, { given }]) => [location, given]))).toEqual({
    alone: digest(first),
    'a.eml': digest(first),
    'b.mbox#1': digest(first),
    'b.mbox#3': digest(third),
    'c.mbox.gz#1': digest(first),
    'c.mbox.gz#3': digest(third),
  });
});

test('a message of a packed mbox with quoted lines has the digest of its range in the file', async () => {
  const quoted = makeMessage(1, '\n>From the quay\n>>From afar\n');
  const mbox = makeMbox(quoted, makeMessage(2), makeMessage(3, `\n${'>From here on\n'.repeat(200_000)}`));
  const packed = gzipSync(mbox);
  const folder = makeFolder({ 'a.mbox.gz': packed });
  const { taken, problems } = await take(folder, [toFile(folder, 'a.mbox.gz', packed.length)]);
  expect(problems).toEqual([]);
  expect(taken.get('a.mbox.gz#1')?.sha256).toBe(createHash('sha256').update(quoted).digest('hex'));
  expect(taken.get('a.mbox.gz#1')?.length).toBe(quoted.length - 2);
  expect(taken.get('a.mbox.gz#3')?.length).toBeGreaterThan(200_000);
});
