import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { expect, test } from 'vitest';
import { createNumbers, mutate, type NumberSource } from '../../../../core/test/mutation.ts';
import { ReaderProcess } from '../../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../../src/evidence/reader-child.ts';
import type { FindingAnswer } from '../../../src/impact/finding/finding-task.ts';
import { searchItems } from '../../../src/impact/finding/search-items.ts';
import { makeFolder, makeMbox, makeZip } from '../../evidence/evidence-kit.ts';
import { FORMATS } from './attachment-samples.ts';
import { readAttachment } from './read-attachment.ts';

const ENTRY = fileURLToPath(new URL('../../../src/impact/finding/finding-process.ts', import.meta.url));
const MESSAGES = process.env['CANDOR_LONG'] === '1' ? 10_000 : 300;
const BATCH = 250;
const SEED = 20_261_203;

interface HostileMail {
  readonly name: string;
  readonly content: Buffer;
  readonly mail: string;
}

const toPart = (name: string, content: Buffer): string =>
  `Content-Type: application/octet-stream; name=${name}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64').replace(/.{76}/g, '$&\n')}\n`;

/** Says a password of its own, and the one that opens the locked samples. */
const toMail = (n: number, part: string): string =>
  `From: a@harbor.test\nSubject: ${n}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe password is Copper-Weir-${n}.\nThe password of the file is Kestrel-4161\n--x\n${part}\n--x--\n`;

/** A damaged sample: as it is, in an archive, or attached to a message that is attached. */
function makeHostile(n: number, next: NumberSource): HostileMail {
  const [name, sample] = FORMATS[n % FORMATS.length]!;
  const content = mutate(sample, next);
  const way = next(4);
  const zipped = way === 2 ? makeZip([{ name, content, stored: true }]) : null;
  if (zipped !== null) return { name: 'a.zip', content: zipped, mail: toMail(n, toPart('a.zip', zipped)) };
  const inner = `From: b@harbor.test\nSubject: i\nMIME-Version: 1.0\n${toPart(name, content)}`;
  const part = way === 3 ? `Content-Type: message/rfc822\n\n${inner}` : toPart(name, content);
  return { name, content, mail: toMail(n, part) };
}

async function searchMail(mails: readonly HostileMail[]): Promise<readonly (FindingAnswer | null)[]> {
  const mbox = makeMbox(...mails.map(({ mail }) => mail));
  const folder = makeFolder({ 'a.mbox': mbox, 'spool/x': '' });
  const raw = join(folder, 'a.mbox');
  const seat = new ReaderProcess([raw], join(folder, 'spool'), READER_LIMITS, ENTRY);
  const item = {
    is: 'file',
    raw,
    location: 'a.mbox',
    placement: WHOLE_EVIDENCE,
    size: Buffer.byteLength(mbox),
  } as const;
  const answers = new Map<string, FindingAnswer>();
  try {
    const question = { valueKey: '00'.repeat(32), settings: { sensitive: false, ocr: false }, wanted: null };
    for await (const step of searchItems(seat, [item], question, null))
      if (step.is === 'searched') answers.set(step.location, step.answer);
  } finally {
    seat.close();
  }
  return mails.map((_, at) => answers.get(`a.mbox#${at + 1}`) ?? null);
}

test(`${MESSAGES} hostile attachments: none ends its process, and what was not read is counted`, {
  timeout: 7_200_000,
}, async () => {
  const next = createNumbers(SEED);
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  for (let from = 0; from < MESSAGES; from += BATCH) {
    const mails = Array.from({ length: Math.min(BATCH, MESSAGES - from) }, (_, at) => makeHostile(from + at, next));
    const answers = await searchMail(mails);
    for (const [at, answer] of answers.entries()) {
      const { name, content } = mails[at]!;
      const outcome = answer === null ? 'lost' : await toOutcome(answer, name, content);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (WRONG.has(outcome)) wrong.push(`${from + at} ${name}: ${outcome}`);
    }
  }
  process.stdout.write(`${MESSAGES} messages: ${[...outcomes].map(([word, n]) => `${n} ${word}`).join(', ')}\n`);
  expect(wrong).toEqual([]);
  // The readers are reached, and not only what turns files away.
  expect((outcomes.get('found') ?? 0) / MESSAGES).toBeGreaterThan(0.1);
  expect((outcomes.get('counted') ?? 0) / MESSAGES).toBeGreaterThan(0.2);
});

/** `silent`: nothing of the attachment was read, and nothing says so. */
const WRONG: ReadonlySet<string> = new Set(['lost', 'ended', 'body lost', 'silent']);

async function toOutcome({ findings, unread }: FindingAnswer, name: string, content: Buffer): Promise<string> {
  if (unread.some(({ reason }) => reason === 'attachments' || reason === 'ended')) return 'ended';
  if (findings.filter(({ part }) => part === '1').length < 2) return 'body lost';
  if (unread.length > 0) return 'counted';
  if (findings.some(({ part }) => part !== '1')) return 'found';
  // A mark of UTF-16 alone is no content.
  if (content.length <= 2) return 'empty';
  const { text } = await readAttachment(content, name, { passwords: ['Kestrel-4161'] });
  return text === '' ? 'silent' : 'read, with another text';
}
