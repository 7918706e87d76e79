import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { FOREIGN_BOUNDARIES } from '../../../../core/test/verify/forged/foreign-boundary.ts';
import { HEADER_LINES } from '../../../../core/test/verify/forged/header-lines.ts';
import { type IssuedMail, readIssuedMail } from '../../../../core/test/verify/forged/issued-mail.ts';
import { PARTS_AND_ENCODINGS } from '../../../../core/test/verify/forged/parts-and-encodings.ts';
import { PARTS_BESIDE } from '../../../../core/test/verify/forged/parts-beside.ts';
import { RECIPIENTS } from '../../../../core/test/verify/forged/recipients.ts';
import { SENDERS_AND_SUBJECTS } from '../../../../core/test/verify/forged/senders-and-subjects.ts';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../../src/commands/notice/build-site.ts';
import { actIn } from '../../../src/operations/context.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from '../notice-desk.ts';

/** Those of the in-process test that need no words of a certain notice. */
const CASES = [
  ...FOREIGN_BOUNDARIES,
  ...HEADER_LINES,
  ...RECIPIENTS,
  ...SENDERS_AND_SUBJECTS,
  ...PARTS_AND_ENCODINGS,
  ...PARTS_BESIDE,
];
const SAMPLE = 30;
const RECIPIENT = 'security@northwind.example';

let desk: NoticeDesk;
let issued: IssuedMail;
let bytes: Uint8Array;
let key = '';

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const prepared = await desk.type(
    ...['notice', 'prepare', '--wave', 'metadata', '--only', 'org-northwind', '--state', desk.state],
  );
  expect(prepared).toMatchObject({ code: 'done' });
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
  const state = await openStateForReading(desk.state);
  const sent = await state.store.db
    .selectFrom('notice_delivery')
    .select('message')
    .where('contact', '=', RECIPIENT)
    .executeTakeFirstOrThrow();
  await state.close();
  bytes = sent.message;
  issued = readIssuedMail(bytes);
  // The log has grown past the wave.
  vi.setSystemTime(Date.UTC(2001, 9, 21, 12, 12));
  key = (await buildSite(actIn, desk.state, join(desk.folder, 'site'))).fingerprint;
});

async function verify(mail: string | Uint8Array): Promise<string> {
  const path = join(desk.folder, 'received.eml');
  writeFileSync(path, typeof mail === 'string' ? Buffer.from(mail, 'latin1') : mail);
  const site = ['--site', join(desk.folder, 'site'), '--key', key, '--domain', RECIPIENT.split('@')[1] ?? ''];
  const { text } = await desk.type('verify', path, ...site, '--json');
  const { answer }: { answer: { kind: string } } = JSON.parse(text);
  return answer.kind;
}

test('control: the notice that was issued is genuine', async () => {
  expect(await verify(bytes)).toBe('genuine');
});

test(`none of ${SAMPLE} forgeries of an issued notice is genuine by \`candor verify\``, async () => {
  const step = Math.floor(CASES.length / SAMPLE);
  const sample = Array.from({ length: SAMPLE }, (_, at) => CASES[at * step]).filter((one) => one !== undefined);
  expect(sample.length).toBe(SAMPLE);
  const broken: string[] = [];
  for (const one of sample) {
    if ((await verify(one.make(issued))) === 'genuine') broken.push(`${one.class}: ${one.name}`);
  }
  expect(broken).toEqual([]);
});
