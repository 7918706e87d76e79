import { readNoticeCode } from '@candor/core/notice/code';
import { hashReceipt, toReceiptText } from '@candor/core/review/access';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing, openStateForReading } from '../../src/adapters/store/state-folder.ts';
import type { EnrollmentView } from '../../src/commands/review/enrollments.ts';
import type { Pulled } from '../../src/commands/review/pull-portal.ts';
import type { Dispute } from '../../src/notice/store/dispute-store.ts';
import { toRoot } from '../../src/review/portal/log-heads.ts';
import { readHeads } from '../../src/review/store/access-store.ts';
import { readRequests } from '../../src/review/store/request-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { AskingPerson, digestOf, makeToken } from './asking-person.ts';
import { FalsePortal } from './false-portal.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

const PARTY = 'org-northwind';
const runtime = createNodeRuntime();
const portal = new FalsePortal();
let desk: ReviewDesk;
let code: Uint8Array;
let nominator: AskingPerson;
let colleague: AskingPerson;

beforeAll(async () => {
  await portal.open();
  const review = `review:\n  portal: ${portal.url}\n  app: http://localhost:1/review\n  passkeys: localhost\n`;
  desk = await openReviewDesk(makeTemporaryFolder(), review);
  await desk.done('log', 'publish', '--site', `${desk.folder}/site`);
  await desk.done('notice', 'prepare', '--wave', 'metadata');
  code = await readCode(PARTY);
  [nominator, colleague] = [await AskingPerson.make(), await AskingPerson.make()];
  await enroll(nominator, 'nominator');
  await enroll(colleague, 'reviewer');
  expect(await desk.type('portal', 'pull', '--state', desk.state)).toMatchObject({ code: 'no-key' });
  await desk.done('portal', 'key');
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.callsLeft = Number.POSITIVE_INFINITY;
});

async function readCode(party: string): Promise<Uint8Array> {
  const state = await openStateForReading(desk.state);
  const row = await state.store.db
    .selectFrom('notice_notice')
    .select('code')
    .where('party', '=', party)
    .executeTakeFirstOrThrow();
  await state.close();
  const reading = readNoticeCode(row.code);
  if (reading.state !== 'code') throw new Error('no code');
  return reading.bytes;
}

async function enroll(person: AskingPerson, role: string): Promise<void> {
  const who = ['--party', PARTY, '--key', person.publicKey, '--name', role, '--role', role, '--proof', 'seen'];
  await desk.done('enrollment', 'add', ...who, '--domain', 'northwind.example');
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('enrollment', 'approve', person.fingerprint, ...desk.as(name));
}

const pull = async (): Promise<Pulled> => {
  const pulled = await desk.json<Pulled>('portal', 'pull');
  process.exitCode = 0;
  return pulled;
};

async function listRequests() {
  const state = await openStateForReading(desk.state);
  const found = await readRequests(state.store);
  await state.close();
  return found;
}

async function readEntries(kind: string) {
  const state = await openStateForReading(desk.state);
  const rows = await state.store.db.selectFrom('ledger_entry').select('entry').where('kind', '=', kind).execute();
  await state.close();
  return rows.map(({ entry }) => JSON.parse(entry ?? '') as { readonly body: Readonly<Record<string, string>> });
}

describe('requests', () => {
  test("lists an enrollment with the party's code once, for people to judge", async () => {
    const jo = await AskingPerson.make();
    const token = makeToken();
    const asked = await jo.enroll('northwind.example', code);
    portal.requests.push({ ...asked, token });
    expect(await pull()).toMatchObject({ requests: { taken: 1, unsigned: 0 }, enrollments: 1 });
    const [request] = await listRequests();
    expect(request).toMatchObject({ request: digestOf(asked), token, state: 'waiting', party: PARTY });
    const listed = await desk.json<EnrollmentView[]>('enrollment', 'list');
    expect(listed.at(-1)).toMatchObject({
      fingerprint: jo.fingerprint,
      party: PARTY,
      state: 'asked',
      role: 'reviewer',
      domains: ['northwind.example'],
      request: digestOf(asked),
      document: { request: digestOf(asked) },
    });
    portal.boot = `B${portal.boot.slice(1)}`;
    portal.requests.push({ ...asked, token: makeToken() });
    expect(await pull()).toMatchObject({ requests: { taken: 0 }, enrollments: 0 });
    expect((await listRequests())[0]?.token).toBe(token);
  });

  test("lists nobody with another code, another domain, or another party's code", async () => {
    const other = await readCode('ternbank.example');
    const before = (await desk.json<EnrollmentView[]>('enrollment', 'list')).length;
    for (const [domain, given] of [
      ['northwind.example', new Uint8Array(16)],
      ['northwind.example', other],
      ['ternbank.example', code],
      ['example', code],
    ] as const) {
      const asked = await (await AskingPerson.make()).enroll(domain, given);
      portal.requests.push({ ...asked, token: makeToken() });
      await pull();
      const request = (await listRequests()).find((one) => one.request === digestOf(asked));
      expect(request ?? { state: 'refused', why: 'code' }).toMatchObject({ state: 'refused', why: 'code' });
    }
    expect((await desk.json<EnrollmentView[]>('enrollment', 'list')).length).toBe(before);
  });

  test('a key that already reads for a party does not enroll again, for it or another', async () => {
    const asked = await nominator.enroll('northwind.example', code);
    const away = await nominator.enroll('ternbank.example', await readCode('ternbank.example'));
    for (const one of [asked, away]) portal.requests.push({ ...one, token: makeToken() });
    await pull();
    const requests = await listRequests();
    expect(requests.find(({ request }) => request === digestOf(asked))).toMatchObject({ why: 'already-enrolled' });
    expect(requests.find(({ request }) => request === digestOf(away))).toMatchObject({ why: 'other-party' });
  });

  test('drops requests without an authorized signature: altered, swapped, foreign incident or party, junk', async () => {
    const jo = await AskingPerson.make();
    const sound = await jo.enroll('northwind.example', code);
    const elsewhere = await jo.enroll('northwind.example', code, 'other-incident');
    const foreign = await nominator.revoke('ternbank.example', colleague.fingerprint);
    const stranger = await jo.revoke(PARTY, colleague.fingerprint);
    const key = (await AskingPerson.make()).key;
    const swapped = sound.document.replace(jo.key.sign, key.sign);
    const bad = [
      { document: sound.document.replace('Jo Berg', 'Jo Borg'), signature: sound.signature },
      { document: swapped, signature: sound.signature },
      { document: sound.document, signature: 'x' },
      { document: '{}', signature: sound.signature },
      { document: '\u0000', signature: '' },
      elsewhere,
      foreign,
      stranger,
    ];
    const before = (await listRequests()).length;
    for (const one of bad) portal.requests.push({ ...one, token: makeToken() });
    expect(await pull()).toMatchObject({ requests: { taken: 0, unsigned: bad.length } });
    expect((await listRequests()).length).toBe(before);
    expect(await pull()).toMatchObject({ requests: { taken: 0, unsigned: 0 } });
  });

  test('a pull cut off anywhere is completed by the next', async () => {
    const people = await Promise.all(Array.from({ length: 7 }, () => AskingPerson.make()));
    for (const person of people)
      portal.requests.push({ ...(await person.enroll('northwind.example', code)), token: makeToken() });
    const isListed = async () => {
      const listed = await desk.json<EnrollmentView[]>('enrollment', 'list');
      return people.filter(({ fingerprint }) => listed.some((one) => one.fingerprint === fingerprint)).length;
    };
    for (let calls = 0; (await isListed()) < people.length && calls < 12; calls += 1) {
      portal.callsLeft = calls;
      const ended = await desk.type('portal', 'pull', '--state', desk.state);
      expect(['done', 'portal-unreachable']).toContain(ended.code);
    }
    expect(await isListed()).toBe(people.length);
  });
});

describe('a party disputes a figure', () => {
  test("with a reviewer's signature: a dispute is opened once, and logged as written", async () => {
    const claim = 'We count 20 messages where the notice says 22.';
    const asked = await colleague.ask({ kind: 'dispute', incident: 'harbor-2001', party: PARTY, claim });
    portal.requests.push({ ...asked, token: null });
    expect(await pull()).toMatchObject({ requests: { taken: 1, unsigned: 0 } });
    const disputes = await desk.json<Dispute[]>('dispute', 'list');
    expect(disputes).toMatchObject([{ party: PARTY, claim, answer: null }]);
    expect(disputes[0]?.openedBy).toContain(colleague.fingerprint);
    expect((await readEntries('dispute')).at(-1)?.body).toMatchObject({ act: 'opened', party: PARTY, text: claim });
    expect((await listRequests()).find(({ request }) => request === digestOf(asked))?.state).toBe('approved');
    portal.requests.push({ ...asked, token: null });
    await pull();
    expect((await desk.json<Dispute[]>('dispute', 'list')).length).toBe(1);
  });

  test('a stranger, or one for another party, opens nothing', async () => {
    const stranger = await AskingPerson.make();
    const claim = 'Nothing of it is true.';
    const bad = [
      await stranger.ask({ kind: 'dispute', incident: 'harbor-2001', party: PARTY, claim }),
      await colleague.ask({ kind: 'dispute', incident: 'harbor-2001', party: 'ternbank.example', claim }),
    ];
    for (const one of bad) portal.requests.push({ ...one, token: null });
    expect(await pull()).toMatchObject({ requests: { taken: 0, unsigned: 2 } });
    expect((await desk.json<Dispute[]>('dispute', 'list')).length).toBe(1);
  });
});

describe('a party withdraws access itself', () => {
  test('a reviewer removes nobody else; a nominator does: reviewers, vault and log at once', async () => {
    const wrong = await colleague.revoke(PARTY, nominator.fingerprint);
    portal.requests.push({ ...wrong, token: null });
    expect(await pull()).toMatchObject({ revoked: [] });
    expect((await listRequests()).find(({ request }) => request === digestOf(wrong))).toMatchObject({
      state: 'refused',
      why: 'not-theirs',
    });
    const right = await nominator.revoke(PARTY, colleague.fingerprint);
    portal.requests.push({ ...right, token: null });
    const { revoked } = await pull();
    expect(revoked).toMatchObject([{ fingerprint: colleague.fingerprint, by: 'nominator' }]);
    const listed = await desk.json<EnrollmentView[]>('enrollment', 'list');
    expect(listed.find(({ fingerprint }) => fingerprint === colleague.fingerprint)?.state).toBe('revoked');
    expect((await readEntries('request')).at(-1)?.body).toEqual({ by: nominator.fingerprint, ...right });
    expect((await pull()).revoked).toEqual([]);
    expect((await readEntries('request')).length).toBe(1);
  });

  test('a nomination is withdrawn before approval, listed or not; a domain proof is not', async () => {
    const [named, listed, proved] = [await AskingPerson.make(), await AskingPerson.make(), await AskingPerson.make()];
    const name = async (person: AskingPerson) => {
      const asked = await person.askToBeNamed('northwind.example');
      const enrollment = digestOf(asked);
      const word = await nominator.ask({
        kind: 'nomination',
        incident: 'harbor-2001',
        party: PARTY,
        reviewer: person.fingerprint,
        enrollment,
        relation: 'own',
      });
      return { asked, word };
    };
    const first = await name(named);
    portal.requests.push({ ...first.word, token: null });
    portal.requests.push({ ...(await nominator.revoke(PARTY, named.fingerprint)), token: null });
    const second = await name(listed);
    portal.requests.push({ ...second.asked, token: makeToken() }, { ...second.word, token: null });
    portal.requests.push({ ...(await proved.enroll('northwind.example', code)), token: makeToken() });
    await pull();
    expect((await listRequests()).find(({ request }) => request === digestOf(first.word))?.state).toBe('refused');
    const stateOf = async ({ fingerprint }: AskingPerson) =>
      (await desk.json<EnrollmentView[]>('enrollment', 'list')).findLast((one) => one.fingerprint === fingerprint)
        ?.state;
    expect([await stateOf(named), await stateOf(listed), await stateOf(proved)]).toEqual([undefined, 'asked', 'asked']);
    for (const person of [listed, proved])
      portal.requests.push({ ...(await nominator.revoke(PARTY, person.fingerprint)), token: null });
    expect((await pull()).revoked).toMatchObject([{ fingerprint: listed.fingerprint, by: 'withdrawn' }]);
    expect([await stateOf(listed), await stateOf(proved)]).toEqual(['refused', 'asked']);
  });

  test('a removed person requests nothing any more', async () => {
    portal.requests.push({ ...(await colleague.revoke(PARTY, nominator.fingerprint)), token: null });
    expect(await pull()).toMatchObject({ requests: { taken: 0, unsigned: 1 }, revoked: [] });
  });

  test('a person leaves by their own request', async () => {
    const guest = await AskingPerson.make();
    await enroll(guest, 'representative');
    portal.requests.push({ ...(await guest.revoke(PARTY, guest.fingerprint)), token: null });
    expect((await pull()).revoked).toMatchObject([{ fingerprint: guest.fingerprint, by: 'left' }]);
  });
});

describe('view receipts', () => {
  test('are verified, stored, and logged once', async () => {
    for (let count = 0; count < 5; count += 1) portal.record(PARTY, nominator.fingerprint);
    portal.record('ternbank.example', nominator.fingerprint);
    const pulled = await pull();
    expect(pulled).toMatchObject({ access: { records: 6, parties: 2, broken: [], isBack: false } });
    expect(pulled.entry).not.toBeNull();
    const heads = [PARTY, 'ternbank.example'].map((party) => {
      const last = portal.access.findLast((one) => one.party === party);
      if (last === undefined) throw new Error('no record');
      return { party, number: last.number, hash: hashReceipt(runtime, last) };
    });
    const [entry] = await readEntries('access');
    expect(entry?.body).toMatchObject({ what: `heads ${toRoot(runtime, heads)}`, by: 'portal' });
    expect(await pull()).toMatchObject({ access: { records: 0 }, entry: null });
  });

  test('a pull killed before its entry is completed', async () => {
    portal.record(PARTY, nominator.fingerprint);
    await pull();
    const before = (await readEntries('access')).length;
    const state = await openStateForActing(desk.state);
    await state.store.db.updateTable('review_access_head').set({ logged: 2 }).where('party', '=', PARTY).execute();
    await state.close();
    expect((await pull()).entry).not.toBeNull();
    expect((await readEntries('access')).length).toBe(before + 1);
  });

  test("a broken chain waits for a person's decision, while other parties continue", async () => {
    portal.page = 100;
    portal.record(PARTY, nominator.fingerprint, 'grant');
    const sound = [...portal.access];
    const lie = { ...portal.record(PARTY, nominator.fingerprint), previous: 'f'.repeat(64) };
    portal.access[portal.access.length - 1] = lie;
    portal.record(PARTY, nominator.fingerprint);
    portal.record('ternbank.example', nominator.fingerprint);
    const pulled = await pull();
    expect(pulled.access).toMatchObject({ records: 2, broken: [PARTY], isBack: false });
    portal.page = 3;
    expect(pulled.needs).toMatchObject([{ kind: 'access-break', subject: PARTY }]);
    expect((await desk.done('status')).text).toContain(`candor portal settle ${PARTY}`);
    expect((await pull()).needs.length).toBe(1);
    expect(await readHead(PARTY)).toBe(hashReceipt(runtime, sound.findLast(({ party }) => party === PARTY) ?? lie));
    await desk.done('portal', 'settle', PARTY, '--why', 'put back to the backup of Monday', '--by', 'Ines Adler');
    expect((await readEntries('access')).at(-1)?.body).toMatchObject({
      what: `chain ${PARTY} ${lie.number - 1} ${'f'.repeat(64)}`,
      by: 'Ines Adler',
    });
    expect(await pull()).toMatchObject({ access: { records: 2, broken: [] }, needs: [] });
    expect((await desk.type('portal', 'settle', PARTY, '--why', 'x', '--state', desk.state)).code).toBe(
      'nothing-to-settle',
    );
  });

  test('a portal restored from an older day is noticed at once, reported once, and continues after a decision', async () => {
    portal.access = portal.access.slice(0, 3);
    const pulled = await pull();
    expect(pulled.access).toMatchObject({ isBack: true, records: 0 });
    expect(pulled.needs).toMatchObject([{ kind: 'portal-back' }]);
    expect((await pull()).access.isBack).toBe(false);
    // Another thing than the record that was at its place before, whatever the second.
    portal.record(PARTY, nominator.fingerprint, 'passkey');
    expect((await pull()).access).toMatchObject({ broken: [PARTY] });
    await desk.done('portal', 'settle', 'portal-back', '--why', 'the backup of Monday');
    await desk.done('portal', 'settle', PARTY, '--why', 'the backup of Monday');
    expect(await pull()).toMatchObject({ access: { records: 1, broken: [] }, needs: [] });
    portal.access = [];
    expect((await pull()).access.isBack).toBe(true);
  });
});

async function readHead(party: string): Promise<string | undefined> {
  const state = await openStateForReading(desk.state);
  const heads = await readHeads(state.store);
  await state.close();
  return heads.find((head) => head.party === party)?.hash;
}

test('records are stored as hashed', async () => {
  const state = await openStateForReading(desk.state);
  const rows = await state.store.db.selectFrom('review_access').select(['hash', 'record']).execute();
  await state.close();
  expect(rows.length).toBeGreaterThan(5);
  for (const { hash, record } of rows) expect(runtime.sha256Hex(record)).toBe(hash);
  expect(rows.some(({ record }) => record === toReceiptText(JSON.parse(record)))).toBe(true);
});

test('of two concurrent commands one is told to wait, and loses nothing', async () => {
  portal.requests.push({
    ...(await (await AskingPerson.make()).enroll('northwind.example', code)),
    token: makeToken(),
  });
  const ended = await Promise.all([1, 2, 3].map(() => desk.type('portal', 'pull', '--state', desk.state)));
  process.exitCode = 0;
  const codes = ended.map((one) => one.code);
  expect(codes).toContain('done');
  expect(codes.filter((one) => one !== 'done' && one !== 'portal-busy')).toEqual([]);
  expect(codes.filter((one) => one === 'portal-busy').length).toBe(2);
});

test('a restored portal renumbers, and no requester there is missed', async () => {
  const ask = async () => {
    const asked = await (await AskingPerson.make()).enroll('northwind.example', code);
    portal.requests.push({ ...asked, token: makeToken() });
  };
  for (let count = 0; count < 2; count += 1) await ask();
  await pull();
  portal.requests.splice(0);
  portal.boot = `C${portal.boot.slice(1)}`;
  await ask();
  expect(await pull()).toMatchObject({ requests: { taken: 1 }, enrollments: 1 });
});
