import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { projectMessage } from '@candor/core/review/projection';
import { listSentences } from '@candor/core/review/quoted';
import { makeSealingKey, openContent } from '@candor/core/review/seal';
import { expect } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import type { ReaderItem } from '../../src/evidence/protocol.ts';
import { ReaderProcess } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../src/evidence/reader-child.ts';
import type { OpeningAnswer, OpeningTask } from '../../src/exposure/read-openings.ts';
import type { FindingTask, RevealAnswer, RevealTask, SearchAnswer } from '../../src/impact/finding/finding-task.ts';
import type { ProjectionAnswers, ProjectionOrder, ProjectionTask } from '../../src/review/projection-task.ts';
import type { QuotationAnswer, QuotationTask } from '../../src/review/quotation-task.ts';
import { makeFolder, makeMbox, makeZip } from '../evidence/evidence-kit.ts';

// One long message in each container, through each process that takes messages whole.

const OWN = 'jo@acme.example';
const SECRET = 'Copper-Weir-5';
/** Words of the response: they stand at the end. */
const CLUES = { phrases: [], literals: ['portal password is copper'] };
const LAST = `The portal password is ${SECRET}`;
const runtime = createNodeRuntime();
const limits = { ...READER_LIMITS, heapMegabytes: 512, silenceMs: 300_000 };

/** `text`: all of it in one text. `attachment`: behind a part that nothing reads. The value stands at the very end. */
export type LongForm = 'text' | 'attachment';

export function makeLongMail(bytes: number, form: LongForm): string {
  const head = `From: ann@harbor.example\nTo: ${OWN}\nSubject: Long\nMessage-ID: <long@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n`;
  // Every line differs, so that bytes of another place show.
  const lines = Array.from({ length: bytes / 40 }, (_, at) => `line ${at} of a long letter`.padEnd(39));
  if (form === 'text') return `${head}\n${lines.join('\n')}\n${LAST}\n`;
  const filler = Buffer.from(lines.join('\0')).toString('base64').slice(0, bytes);
  const parts = [
    `Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n${filler.replace(/.{76}/g, '$&\n')}`,
    `Content-Type: text/plain\n\n${LAST}`,
  ];
  return `${head}Content-Type: multipart/mixed; boundary=x\n\n${parts.map((part) => `--x\n${part}\n`).join('')}--x--\n`;
}

export interface LongMail {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly folder: string;
  /** As a run reads them. */
  readonly items: readonly ReaderItem[];
  readonly wanted: readonly { readonly location: string; readonly sha256: string; readonly orders: readonly never[] }[];
}

/** The message as a file, in a Maildir, in a zip (stored and deflated) and in an mbox. */
export function placeLongMail(mail: string): LongMail {
  const mbox = makeMbox(mail);
  const zip = makeZip([
    { name: 'stored.eml', content: mail, stored: true },
    { name: 'packed.eml', content: mail },
  ]);
  const folder = makeFolder({ 'a.eml': mail, 'dir/cur/1.2.harbor:2,S': mail, 'box.mbox': mbox, 'all.zip': zip });
  const bare = (location: string, file: string, offset = 0): ReaderItem => ({
    ...{ is: 'message', raw: join(folder, file), location, offset, length: Buffer.byteLength(mail) },
  });
  const zipped = { is: 'file', raw: join(folder, 'all.zip'), location: 'all.zip', size: zip.length } as const;
  const sha256 = createHash('sha256').update(mail).digest('hex');
  const locations = ['a.eml', 'dir/1', 'box.mbox#1', 'all.zip!stored.eml', 'all.zip!packed.eml'];
  return {
    bytes: new Uint8Array(Buffer.from(mail)),
    sha256,
    folder,
    items: [
      bare('a.eml', 'a.eml'),
      bare('dir/1', 'dir/cur/1.2.harbor:2,S'),
      bare('box.mbox#1', 'box.mbox', mbox.indexOf('\n') + 1),
      { ...zipped, placement: WHOLE_EVIDENCE },
    ],
    wanted: locations.map((location) => ({ location, sha256, orders: [] })),
  };
}

/** What a process answers for each place. One that was given other bytes than the message's answers `changed`. */
async function ask<Answer>(mail: LongMail, process: string, question: object): Promise<ReadonlyMap<string, Answer>> {
  const entry = fileURLToPath(new URL(`../../src/${process}-process.ts`, import.meta.url));
  const seat = new ReaderProcess([mail.folder], join(makeFolder(), 'spool'), limits, entry);
  const answers = new Map<string, Answer>();
  try {
    for await (const step of seat.read({ items: mail.items }, [question])) {
      if (step.is === 'problem') throw new Error(`${step.problem.code} ${step.problem.place}: ${step.problem.text}`);
      if (step.is === 'taken') answers.set(step.location, step.answer as Answer);
    }
  } finally {
    seat.close();
  }
  expect([...answers.keys()].sort()).toEqual(mail.wanted.map(({ location }) => location).sort());
  return answers;
}

/** What a search finds at each place, and why something was not searched. */
export async function search(mail: LongMail) {
  const wanted = mail.wanted.map((one) => ({ ...one, orders: [] }));
  const task: FindingTask = {
    valueKey: '00'.repeat(32),
    settings: { sensitive: false, ocr: false },
    wanted,
    again: null,
  };
  const answers = await ask<SearchAnswer>(mail, 'impact/finding/finding', task);
  return [...answers.values()].map((answer) => {
    if (answer.is === 'changed') throw new Error('it was given other bytes');
    const { findings, unread } = answer;
    const reasons = unread.map(({ reason }) => reason);
    return { unread: reasons, findings: findings.map(({ part, offset, length }) => ({ part, offset, length })) };
  });
}

/** The value at a place, as `findings show --reveal` shows it. */
export async function reveal(
  mail: LongMail,
  place: Pick<RevealTask, 'part' | 'offset' | 'length'>,
): Promise<readonly RevealAnswer[]> {
  const task: RevealTask = { wanted: mail.wanted, ...place };
  return [...(await ask<RevealAnswer>(mail, 'impact/finding/reveal', task)).values()];
}

/** What each vault gets, opened: whether it is the projection of the whole message. */
export async function project(mail: LongMail): Promise<readonly boolean[]> {
  const vault = await makeSealingKey();
  const order: ProjectionOrder = {
    ...{ vault: 0, own: [OWN], partyKind: 'organization', privateMail: false, releasedByCounsel: false },
  };
  const wanted = mail.wanted.map((one) => ({ ...one, orders: [order] }));
  const task: ProjectionTask = { vaults: [vault.recipient], counsel: [], wanted };
  const request = { isOwn: (address: string) => address === OWN, isCounsel: () => false, draft: false };
  const expected = projectMessage(runtime, mail.bytes, { ...order, ...request });
  if (expected.outcome !== 'whole') throw new Error(`it is ${expected.outcome}`);
  expect(Buffer.from(expected.message).includes(LAST)).toBe(true);
  const given: boolean[] = [];
  for (const { answers } of (await ask<ProjectionAnswers>(mail, 'review/projection', task)).values()) {
    const [answer] = answers;
    if (answer?.is !== 'sealed') throw new Error(`it is ${answer?.is}`);
    const opened = await openContent(vault.identity, Buffer.from(answer.messages[0]?.sealed ?? '', 'base64'));
    given.push(opened !== null && Buffer.compare(opened, expected.message) === 0);
  }
  return given;
}

/** Whether its own sentences are those of the whole message. */
export async function quote(mail: LongMail): Promise<readonly boolean[]> {
  const expected = JSON.stringify(listSentences(runtime, mail.bytes));
  const task: QuotationTask = { asks: 'sentences', wanted: mail.wanted };
  const answers = await ask<QuotationAnswer>(mail, 'review/quotation', task);
  return [...answers.values()].map(
    (answer) => answer.is === 'sentences' && JSON.stringify(answer.sentences) === expected,
  );
}

/** What it says about the response, as `candor interest` tells. */
export async function open(mail: LongMail): Promise<readonly OpeningAnswer[]> {
  const task: OpeningTask = { clues: CLUES, wanted: mail.wanted };
  return [...(await ask<OpeningAnswer>(mail, 'exposure/opening', task)).values()];
}
