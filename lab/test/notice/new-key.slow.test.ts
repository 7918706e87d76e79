import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintKeySet, readFormerKeys } from '@candor/core/notice/operator';
import { beforeAll, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../src/commands/notice/build-site.ts';
import { addOperator } from '../../src/commands/notice/operators.ts';
import { actIn } from '../../src/operations/context.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveDeliveries } from './move-deliveries.ts';
import { type NoticeDesk, openNoticeDesk, toConfirm } from './notice-desk.ts';

// An attacker who has tricked two operators into a change has a key now, and nobody has had time to notice.
let desk: NoticeDesk;
const nora = 'Nora Quint';
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
const old = ['Ines Adler', 'Marek Dvorak'];

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const done = async (...words: readonly string[]) => expect(await type(...words)).toMatchObject({ code: 'done' });
  await done('notice', 'prepare', '--wave', 'metadata', '--only', 'org-northwind');
  for (const name of old) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
  await done('notice', 'withdraw', '1', '--why', 'wrong company');
  await done('enquiry', 'open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'TXT record');
  await done('enquiry', 'answer', '1');
  await moveDeliveries(desk.state, 'uncertain', { id: 1 });
  const passphrase = async () => 'four quiet harbour lamps';
  const { line } = await addOperator(nora, desk.key(nora), passphrase, null, { scryptWorkFactor: 10 });
  desk.edit('log: {', `${line}\nlog: {`);
  for (const name of old) await done('operator', 'change', 'approve', ...sign(name));
  // A wave is approved with the incident file that it was drafted with.
  await done('notice', 'prepare', '--wave', 'metadata', '--only', 'ternbank.example');
});

test.each([
  ['a wave', ['notice', 'approve']],
  ['a withdrawal', ['notice', 'approve-withdrawal', '1']],
  ['an answer to an enquiry', ['enquiry', 'approve', '1']],
  ['a settlement', ['notice', 'settle', '1', 'accepted', '--why', 'relay log']],
])('a key added today approves nothing: %s', async (_, words) => {
  expect((await type(...words, ...sign(nora))).code).toBe('key-too-new');
  // Control: one that was there before may.
  const confirmed = words.join(' ') === 'notice approve' ? await toConfirm(desk.state) : [];
  expect((await type(...words, ...confirmed, ...sign('Ines Adler'))).code).toBe('done');
});

test('what was approved before a change stays provable under the key set of that time', async () => {
  const out = join(desk.folder, 'site');
  const built = await buildSite(actIn, desk.state, out);
  const former = readFormerKeys(readFileSync(join(out, 'notice/keys-before.json')));
  expect(former?.map(({ until }) => until)).toEqual([expect.any(Number)]);
  const [before] = former ?? [];
  const hashing = createNodeRuntime();
  const fingerprint = before === undefined ? null : fingerprintKeySet(hashing, before.keySet);
  expect(built.records).toHaveLength(2);
  expect(built.records[0]).toContain(`key=${built.fingerprint};`);
  expect(built.records[1]).toContain(`key=${fingerprint};`);
  expect(readFileSync(join(out, 'notice/dns.txt'), 'utf8')).toBe(`${built.records.join('\n')}\n`);
  // The wave's entry is older than the change.
  const state = await openStateForActing(desk.state);
  const waves = await state.store.db.selectFrom('ledger_entry').select('position').where('kind', '=', 'wave').execute();
  await state.close();
  expect(waves.every(({ position }) => position < (before?.until ?? 0))).toBe(true);
});

test('a key added today changes no keys', async () => {
  desk.edit('  - { name: "Rafael Costa"', '#  - { name: "Rafael Costa"');
  expect((await type('operator', 'change', 'approve', ...sign(nora))).code).toBe('key-too-new');
  expect((await type('operator', 'change', 'approve', ...sign('Ines Adler'))).code).toBe('done');
});
