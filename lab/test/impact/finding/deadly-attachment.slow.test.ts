import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { expect, test } from 'vitest';
import { ReaderProcess } from '../../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../../src/evidence/reader-child.ts';
import { type SearchedStep, searchItems } from '../../../src/impact/finding/search-items.ts';
import { makeFolder, makeMbox } from '../../evidence/evidence-kit.ts';
import { makePdf } from './make-pdf.ts';

const PASSWORD = 'The password is Copper-Weir';
const ENTRY = fileURLToPath(new URL('../../../src/impact/finding/finding-process.ts', import.meta.url));

/** A page whose stream unpacks to more than a process may hold. */
function makeBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(600 * 1024 * 1024, ' '), { level: 9 }).toString('latin1');
  const length = `<</Length ${packed.length}/Filter/FlateDecode>>`;
  const page = makePdf('x').toString('latin1');
  return Buffer.from(
    page.replace(/<<\/Length \d+>>\nstream\n[^\n]*/, () => `${length}\nstream\n${packed}`),
    'latin1',
  );
}

const toPart = (name: string, content: Buffer): string =>
  `Content-Type: application/octet-stream; name=${name}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64').replace(/.{76}/g, '$&\n')}\n`;

const toMail = (n: number, ...parts: readonly string[]): string =>
  `From: a@harbor.test\nSubject: ${n}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n${[`\n${PASSWORD}-${n}.`, ...parts].map((part) => `--x\n${part}\n`).join('')}--x--\n`;

async function search(mbox: string): Promise<readonly SearchedStep[]> {
  const folder = makeFolder({ 'a.mbox': mbox, 'spool/x': '' });
  const raw = join(folder, 'a.mbox');
  const limits = { ...READER_LIMITS, memoryBytes: 500 * 1024 * 1024 };
  const seat = new ReaderProcess([raw], join(folder, 'spool'), limits, ENTRY);
  const settings = { sensitive: false, ocr: false };
  const item = { is: 'file', raw, location: 'a.mbox', placement: WHOLE_EVIDENCE, size: mbox.length } as const;
  const steps: SearchedStep[] = [];
  try {
    const question = { valueKey: '00'.repeat(32), settings, wanted: null };
    for await (const step of searchItems(seat, [item], question, null)) steps.push(step);
  } finally {
    seat.close();
  }
  return steps;
}

test('attachments that end their process cost only themselves', { timeout: 300_000 }, async () => {
  const bomb = makeBomb();
  const notes = toPart('notes.txt', Buffer.from(`${PASSWORD}-9.`));
  const steps = await search(
    makeMbox(toMail(1, notes), toMail(2, toPart('a.pdf', bomb), notes, toPart('b.pdf', bomb), notes), toMail(3, notes)),
  );
  const found = steps.map((step) =>
    step.is === 'searched'
      ? [step.location, step.answer.findings.map(({ part }) => part), step.answer.unread]
      : [step.is],
  );
  const last = new Map(found.map(([location, ...rest]) => [location, rest]));
  expect([...last].sort()).toEqual([
    ['a.mbox#1', [['1', '2/text'], []]],
    ['a.mbox#2', [['1', '3/text', '5/text'], [{ reason: 'attachments', parts: 2, bytes: 2 * bomb.length }]]],
    ['a.mbox#3', [['1', '2/text'], []]],
  ]);
});
