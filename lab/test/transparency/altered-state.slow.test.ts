import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { openLogSigner } from '../../src/ledger/index.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { signByKeyFile } from '../../src/notice/approval/signature.ts';
import { insertGateResult } from '../../src/notice/store/gate-store.ts';
import { digestLetters, insertPosting } from '../../src/notice/store/posting-store.ts';
import { listNotices } from '../../src/notice/store/wave-store.ts';
import { signLog } from '../../src/transparency/sign-log.ts';
import { makeApprovedWave, makeContacts, PASSPHRASE, toKeyFile } from '../notice/delivery/approved-wave.ts';
import { openSenderDesk } from '../notice/delivery/sender-desk.ts';
import { checkLog } from '../opened-checks.ts';
import { approveSettlement, proposeSettlement } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const runtime = createNodeRuntime();
/** Shortly after the log of the wave began. */
const AT = 1_003_000_060;
let honest: string;

afterAll(() => void vi.useRealTimers());
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT * 1000 });
  const folder = makeTemporaryFolder();
  const { state } = await makeApprovedWave({ folder, port: 2525, contacts: makeContacts(8) });
  await sendByHand(state);
  const sign = (as: string) =>
    signByKeyFile({ as, keyFile: toKeyFile(folder, as), askPassphrase: async () => PASSPHRASE });
  const order = { deliveries: [4], as: 'accepted', why: 'log of the relay' } as const;
  await proposeSettlement(state, order, sign('Ines Adler'));
  await approveSettlement(state, 1, sign('Tom Birk'), null);
  await proposeSettlement(state, { ...order, deliveries: [7] }, sign('Ines Adler'));
  await postLetter(state);
  honest = state;
});

/** Eight deliveries, each with another fate, by the protocol itself. */
async function sendByHand(path: string): Promise<void> {
  const { book, state } = await openSenderDesk(path, 2525);
  const at = AT;
  const reply = (code: number, text: string) => ({ code, status: null, text });
  const stage = 'after-dot';
  for (let id = 1; id <= 7; id += 1) {
    if (id === 6) {
      await book.write(id, { event: 'inhibit', reason: 'on hold' });
      continue;
    }
    await book.write(id, { event: 'claim', by: 'one', at });
    await book.write(id, { event: 'data', fence: 1, at });
    if (id === 1 || id === 3) {
      const taken = reply(250, '2.0.0 Ok: queued as 4F1');
      await book.write(id, { event: 'reply', fence: 1, stage, reply: taken, at });
    }
    if (id === 2) await book.write(id, { event: 'reply', fence: 1, stage, reply: reply(550, 'no'), at });
    if (id === 3) await book.write(id, { event: 'returned', says: 'failed', reason: 'returned: full' });
    if (id === 5) await book.write(id, { event: 'reply', fence: 1, stage, reply: reply(451, 'later'), at });
    if (id === 4 || id === 7) await book.write(id, { event: 'expire', isSenderGone: true, at });
  }
  await state.close();
}

/** A letter, another probe that fails, and a signed log that has the head of the chain. */
async function postLetter(path: string): Promise<void> {
  const state = await openStateForActing(path);
  const { store } = state;
  const notice = (await listNotices(store, 1))[7];
  if (notice === undefined) throw new Error('the wave has eight notices');
  const letters = [{ notice, reference: 'R1' }];
  const digest = digestLetters(runtime, letters);
  await store.transaction(async () => {
    const act = { act: 'posted', by: 'Ines Adler', of: null, service: null, why: 'no address' } as const;
    const body = { ...act, letters: digest, on: null, posting: 1 };
    const entry = await appendEntry(store, runtime, { kind: 'letters', at: AT, body });
    await insertPosting(store, { ...act, posting: 1, wave: 1, on: null, at: AT, entry }, letters, digest);
  });
  const probe = { to: 'check@check.example', messageId: '<probe@harbor.example>', receivedSha256: null };
  const failed = { isPassed: false, findings: [], authentication: null, spam: null, probe };
  await insertGateResult(store, { at: AT, ...failed }, 'cd'.repeat(32), '127.0.0.1:2525');
  await signLog(state, {
    ...{ hashing: runtime, cryptography: nodeCryptography, at: AT },
    signer: openLogSigner(state, 'harbor.example/log'),
  });
  await state.close();
}

/** What fsck says of a copy of the honest state after this SQL. */
async function look(...statements: readonly string[]): Promise<readonly string[]> {
  const path = join(makeTemporaryFolder(), 'state');
  cpSync(honest, path, { recursive: true });
  const raw = new Database(join(path, 'candor.sqlite'));
  for (const statement of statements) raw.exec(statement);
  raw.close();
  return (await checkLog(path)).problems.map(({ code, place, text }) => `${code} ${place}: ${text}`);
}

test('an honest state agrees, and its chain is in the log', async () => {
  expect(await look()).toEqual([]);
  expect((await checkLog(honest)).links).toBeGreaterThan(30);
});

test.each([
  ["update notice_delivery set state = 'accepted', reason = null", 'delivery-state delivery 2: it is accepted in this'],
  ["update notice_delivery set state = 'approved', attempts = 0, fence = 0 where id = 1", 'delivery-state delivery 1:'],
  [
    "update notice_delivery set state = 'accepted' where id = 8",
    "delivery 8: it is accepted in this state without the relay's reply",
  ],
  [
    "update notice_delivery set state = 'bounced', reason = 'x' where id = 1",
    'delivery 1: it is bounced in this state',
  ],
  ["update notice_delivery set state = 'uncertain' where id = 4", 'delivery 4: it is uncertain in this state'],
  ["update notice_delivery set state = 'approved', reason = null where id = 6", 'delivery 6: it is approved in this'],
  ['update notice_delivery set attempts = 0 where id = 5', 'delivery 5: attempts'],
  ['update notice_delivery set next_at = next_at + 9 where id = 5', 'delivery 5: next_at'],
  ["update notice_delivery set reason = 'returned: by nobody' where id = 3", 'delivery 3: reason'],
  ['update notice_delivery set changed_at = changed_at - 90000 where id = 1', 'delivery 1: it changed at another time'],
  [
    "update notice_delivery set contact = 'eve@party9.example' where id = 1",
    'delivery 1: its message was approved for',
  ],
  ["update notice_delivery set message = x'00' where id = 1", 'delivery 1: its message is not the one'],
  ['delete from notice_delivery where id = 1', 'the chain has this delivery, and this state does not'],
  ["delete from notice_attempt where event = 'accepted'", 'delivery-state delivery 1: it has 2 attempts in this state'],
  ["update notice_attempt set reply = '250 ok' where event = 'bounced'", 'its attempts are not those'],
  ["update notice_attempt set host = 'other.example:25' where event = 'accepted'", 'its attempts are not those'],
  [
    "insert into notice_attempt (delivery_id, attempt, fence, event, host, reply, made_at) values (8, 1, 1, 'accepted', 'x', '250', 1)",
    'delivery 8: it has 1 attempts',
  ],
  ['delete from ledger_link', 'and there are only 0: links were removed'],
  ['delete from ledger_link where position > 20', 'and there are only 21: links were removed'],
  ['delete from ledger_link where position = 5', 'delivery-chain link 6: link 5 is missing before it'],
  [`update ledger_link set link = replace(link, '"code":550', '"code":250')`, 'its hash does not follow'],
  ['update ledger_link set hash = zeroblob(32) where position = 3', 'delivery-chain link 3: its hash does not follow'],
  ['update ledger_link set entry = 0 where position = 2', 'delivery-chain link 2: it names entry 0'],
  ['update ledger_link set entry = null', 'does not name this entry, which has it as the head'],
  ["update notice_wave set state = 'composed'", 'wave-state wave 1: entry 1 approves it, and it is composed'],
  ['update notice_wave set entry = null', 'wave-state wave 1: it is approved in this state, and the log has no entry'],
  ['update notice_wave set entry = 0', 'wave-state wave 1: it says that entry 0 approves it'],
  ["update notice_wave set digest = replace(digest, substr(digest, 1, 4), '0000')", 'entry 1 approves another wave'],
  [
    "insert into notice_wave (kind, version, state, made_at, made_by, salt, root, manifest, digest, settings) select kind, version, 'approved', 1, 'Eve', x'00', '', '{}', '', settings from notice_wave",
    'wave-state wave 2: it is approved in this state, and the log has no entry',
  ],
  [
    "update notice_notice set state = 'withdrawn', withdrawal_entry = 1 where id = 1",
    'notice-state notice 1: it is withdrawn',
  ],
  ["update notice_notice set state = 'composed' where id = 1", 'notice-state notice 1: entry 1 approves its wave'],
  ['update notice_gate set passed = 1 where id = 2', 'gate probe 2: it says something else'],
  [
    'insert into notice_gate (made_at, passed, settings_digest, result) select made_at, 1, settings_digest, result from notice_gate where id = 1',
    'gate probe 3: this state has it, and the chain',
  ],
  ['delete from notice_gate where id = 2', 'gate probe 2: the chain has it, and this state does not'],
  [
    "update notice_gate set settings_digest = replace(settings_digest, substr(settings_digest, 1, 4), '0000') where id = 1",
    'delivery-gate link',
  ],
  ['update notice_proposal set entry = 1 where id = 2', 'proposal settlement 2: it says that entry 1 has it'],
  ['update notice_proposal set entry = null where id = 1', 'it is a settlement, and this state does not have it'],
  [
    "update notice_proposal set document = replace(document, 'accepted', 'bounced') where id = 1",
    'proposal settlement 1: its content',
  ],
  [
    "update notice_approval set operator = 'Eve' where id = 1",
    'approval approval 1: it is no signature of an operator',
  ],
  [
    'update notice_approval set signature = public_key where id = 3',
    'approval approval 3: it is no signature of an operator',
  ],
  ['delete from notice_approval where id = 2', 'approval entry 1: the approval of Tom Birk is not in this state'],
  ['update notice_notice set posting = null where id = 8', 'posting notice 8: whether its letter was posted'],
  ['update notice_notice set posting = 1 where id = 1', 'posting notice 1: whether its letter was posted'],
  ["update notice_posting set why = 'other'", 'posting posting 1: entry'],
  ["update notice_letter set reference = 'R2'", 'posting posting 1: entry'],
  ['delete from notice_posting', 'posting posting 1: the chain has it, and this state does not'],
])('fsck names %s', async (statement, expected) => {
  const found = await look(statement);
  expect(found.filter((line) => line.includes(expected))).not.toEqual([]);
});

test('a rewritten chain does not have the head that the log has', async () => {
  const path = join(makeTemporaryFolder(), 'state');
  cpSync(honest, path, { recursive: true });
  const raw = new Database(join(path, 'candor.sqlite'));
  const { createHash } = await import('node:crypto');
  const rows = raw.prepare<[], { position: number; link: string }>('select position, link from ledger_link').all();
  let previous: Uint8Array = new Uint8Array(32);
  for (const { position, link } of rows) {
    const altered = link.replace('"code":550', '"code":250');
    previous = createHash('sha256').update(previous).update(altered).digest();
    raw.prepare('update ledger_link set link = ?, hash = ? where position = ?').run(altered, previous, position);
  }
  raw.exec("update notice_delivery set state = 'accepted', reason = null where id = 2");
  raw.exec(
    "update notice_attempt set event = 'accepted', reply = '250 no' where event = 'bounced' and delivery_id = 2",
  );
  raw.close();
  expect((await checkLog(path)).problems.map(({ text }) => text)).toEqual([
    expect.stringContaining('the log has another head of the first'),
    expect.stringContaining('the log has another head of the first'),
    expect.stringContaining('the log has another head of the first'),
  ]);
});
