import { readNoticeCode } from '@candor/core/notice/code';
import { makeCodeProof, toChallengeText } from '@candor/core/review/enrollment';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { now } from '../../src/adapters/process/clock.ts';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import type { PreparedAnnouncements } from '../../src/commands/review/announce-enrollments.ts';
import type { CheckedEnrollment } from '../../src/commands/review/check-enrollments.ts';
import type { EnrollmentView } from '../../src/commands/review/enrollments.ts';
import { alterAlike } from '../alter-alike.ts';
import { moveIn, rewindDeliveries } from '../notice/move-deliveries.ts';
import { checkLog } from '../opened-checks.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { passPeriods } from '../transparency/pass-periods.ts';
import { noShiftedClock, runShifted } from '../whole/shifted-clock.ts';
import { AskingPerson, digestOf, makeToken } from './asking-person.ts';
import { FalsePortal } from './false-portal.ts';
import { NORTHWIND, openReviewDesk, type ReviewDesk } from './review-desk.ts';
import { ScriptedResolvers } from './scripted-zone.ts';

const PARTY = 'org-northwind';
const DOMAIN = 'northwind.example';
const CHALLENGE = `_candor-challenge.${DOMAIN}`;
const HOUR = 3600;
const DAY_MS = 24 * HOUR * 1000;
const portal = new FalsePortal();
const resolvers = new ScriptedResolvers();
let desk: ReviewDesk;
let code: Uint8Array;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 8, 1), shouldAdvanceTime: true });
  await portal.open();
  await resolvers.open(3);
  desk = await openReviewDesk(
    makeTemporaryFolder(),
    `review:\n  portal: ${portal.url}\n  app: http://localhost:1/review\n  passkeys: localhost\n`,
    'every: 24h, entries: 256',
  );
  const named = resolvers.addresses.map(({ address, port }) => `"${address}:${port}"`).join(', ');
  desk.edit('  nextUpdate:', `  resolvers: [${named}]\n  nextUpdate:`);
  await desk.done('log', 'publish', '--site', `${desk.folder}/site`);
  await desk.done('notice', 'prepare', '--wave', 'metadata', '--only', PARTY);
  await approveWave();
  code = await inState(async ({ store }) => {
    const row = await store.db.selectFrom('notice_notice').select('code').executeTakeFirstOrThrow();
    const reading = readNoticeCode(row.code);
    if (reading.state !== 'code') throw new Error('no code');
    return reading.bytes;
  });
  await desk.done('portal', 'key');
});
afterAll(async () => {
  vi.useRealTimers();
  portal.close();
  await resolvers.close();
});
beforeEach(async () => {
  resolvers.zone.clear();
  resolvers.zone.set(DOMAIN, { NS: ['ns.northwind.example'], MX: ['mx.northwind.example'], A: ['192.0.2.7'] });
  resolvers.moods.fill('honest');
  resolvers.signed.clear();
  // Each test begins with nobody who asks or reads.
  await inState(async ({ store }) => {
    for (const table of [
      'review_reviewer',
      'review_act',
      'review_observation',
      'review_need',
      'review_request',
    ] as const)
      await store.db.deleteFrom(table).execute();
  });
});

async function inState<T>(work: (state: StateFolder) => Promise<T>): Promise<T> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

async function approveWave(): Promise<void> {
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
}

/** Asks at the portal, and gives the number under which the lab lists it. */
async function ask(person: AskingPerson, token = makeToken()): Promise<EnrollmentView> {
  portal.requests.push({ ...(await person.enroll(DOMAIN, code)), token });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  const listed = await desk.json<EnrollmentView[]>('enrollment', 'list');
  const found = listed.find(({ fingerprint }) => fingerprint === person.fingerprint);
  if (found === undefined) throw new Error('not listed');
  return found;
}

const publish = (...texts: readonly string[]): void => {
  resolvers.zone.set(CHALLENGE, { TXT: texts });
};

async function check(...words: readonly string[]): Promise<readonly CheckedEnrollment[]> {
  return desk.json<CheckedEnrollment[]>('enrollment', 'check', ...words);
}

const approve = (id: number, name: string, ...words: readonly string[]) =>
  desk.type('enrollment', 'approve', String(id), ...words, ...desk.as(name), '--state', desk.state);

/**
 * What the relay says now; then so many days pass, each with its publication. The first one shows it, and the wait
 * takes three more. Proofs are checked again, as every day.
 */
async function deliver(wave: number, days: number, state: 'accepted' | 'bounced' = 'accepted'): Promise<void> {
  await inState(async ({ store }) => {
    await rewindDeliveries(store, { wave });
    await moveIn(store, state, { wave, at: now() });
  });
  await pass(days);
}

async function pass(days: number): Promise<void> {
  await passPeriods(desk, days);
  await desk.type('enrollment', 'check', '--state', desk.state);
}

async function prove(person: AskingPerson): Promise<EnrollmentView> {
  const token = makeToken();
  const view = await ask(person, token);
  const before = resolvers.zone.get(CHALLENGE)?.TXT ?? [];
  publish(...before, toChallengeText(token, person.fingerprint));
  expect(await check(String(view.id))).toMatchObject([{ outcome: 'proved' }]);
  return view;
}

async function announce(id: number): Promise<PreparedAnnouncements & { readonly wave: number }> {
  const prepared = await desk.json<PreparedAnnouncements>('enrollment', 'announce', String(id));
  if (prepared.wave === null) throw new Error('nothing was announced');
  await approveWave();
  return { ...prepared, wave: prepared.wave };
}

test('from proof to second approval: refused with help until proved, announced to all, and waited', async () => {
  const jo = await AskingPerson.make();
  const token = makeToken();
  const { id } = await ask(jo, token);
  expect(await approve(id, 'Ines Adler')).toMatchObject({
    code: 'enrollment-not-ready',
    text: expect.stringContaining(`candor enrollment check ${id}`),
  });
  expect(await check(String(id))).toMatchObject([{ outcome: 'absent' }]);
  publish(toChallengeText(token, jo.fingerprint), 'v=spf1 -all');
  expect(await check()).toMatchObject([{ id, outcome: 'proved', zone: { validated: false, warnings: [] } }]);
  expect((await approve(id, 'Ines Adler')).text).toContain(`candor enrollment announce ${id}`);
  expect((await desk.done('status')).text).toContain(`candor enrollment show ${id}`);
  const prepared = await desk.json<PreparedAnnouncements>('enrollment', 'announce');
  expect(prepared).toMatchObject({ enrollments: [{ id, party: PARTY }] });
  expect(prepared.deliveries).toBeGreaterThan(3);
  const sent = await inState(({ store }) =>
    store.db
      .selectFrom('notice_delivery as delivery')
      .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
      .select(['delivery.rung', 'notice.text', 'notice.kind'])
      .where('notice.wave_id', '=', prepared.wave ?? 0)
      .execute(),
  );
  expect(new Set(sent.map(({ rung }) => rung)).size).toBeGreaterThan(1);
  expect(sent[0]?.kind).toBe('announcement');
  expect(sent[0]?.text).toContain(jo.fingerprint);
  expect((await approve(id, 'Ines Adler')).text).toContain('candor notice approve');
  await approveWave();
  expect((await approve(id, 'Ines Adler')).text).toContain('candor notice send');
  await deliver(prepared.wave ?? 0, 0);
  expect((await approve(id, 'Ines Adler')).text).toContain('candor log publish');
  // A clock that is four days ahead ends no wait.
  vi.setSystemTime(Date.now() + 4 * DAY_MS);
  await desk.type('enrollment', 'check', '--state', desk.state);
  expect((await approve(id, 'Ines Adler')).code).toBe('enrollment-not-ready');
  vi.setSystemTime(Date.now() - 4 * DAY_MS);
  await pass(1);
  if (noShiftedClock === null) {
    // Nor does that of a process, once the log shows that the contacts were notified.
    const ahead = Math.round(Date.now() / 1000 + 73 * HOUR - (performance.timeOrigin + performance.now()) / 1000);
    const words = ['enrollment', 'approve', String(id), ...desk.as('Ines Adler'), '--state', desk.state];
    const shifted = await runShifted(ahead, words);
    expect([shifted.code, shifted.stderr]).toEqual([2, expect.stringMatching(/waits until .* 0 of 3 periods/)]);
  }
  await pass(2);
  expect((await approve(id, 'Ines Adler')).text).toMatch(/waits until .* 2 of 3 periods/);
  await pass(1);
  expect(await approve(id, 'Ines Adler')).toMatchObject({ code: 'done' });
  expect(await approve(id, 'Marek Dvorak')).toMatchObject({ code: 'done' });
  const document = { v: 2, wait: { seconds: 72 * HOUR, since: expect.any(Number) } };
  const approved = { state: 'approved', document, approvedBy: ['Ines Adler', 'Marek Dvorak'] };
  expect(await desk.json<EnrollmentView>('enrollment', 'show', String(id))).toMatchObject(approved);
  expect((await checkLog(desk.state)).problems.filter(({ code }) => code === 'log-wait')).toEqual([]);
  expect((await desk.done('status')).text).not.toContain('candor enrollment show');
  // It told nothing of the party's mail, so the next wave has nothing to replace.
  const after = await desk.json<{ readonly unchanged: number }>('notice', 'prepare', '--wave', 'metadata');
  expect(after.unchanged).toBeGreaterThan(0);
  await desk.done('notice', 'discard');
  // Nor does the next notice go to all those who heard of the person.
  const content = ['--wave', 'content', '--readable-from', '2026-12-01', '--only', PARTY];
  const next = await desk.json<{ readonly deliveries: number }>('notice', 'prepare', ...content);
  expect(next.deliveries).toBeLessThan(prepared.deliveries);
  await desk.done('notice', 'discard');
});

test('an announcement is approved only for the judged state, which names its recipients', async () => {
  const { id } = await prove(await AskingPerson.make());
  await desk.done('enrollment', 'announce', String(id));
  await alterAlike(desk.state);
  const approving = () => desk.type('notice', 'approve', ...desk.as('Ines Adler'), '--state', desk.state);
  expect((await approving()).code).toBe('exposure-differs');
  await desk.run();
  expect((await approving()).code).toBe('done');
  await desk.done('notice', 'discard');
});

test('checks a day-old proof again before admitting anybody', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const { wave } = await announce(id);
  await deliver(wave, 4);
  await inState(({ store }) =>
    store.db
      .updateTable('review_observation')
      .set({ last_at: now() - 25 * HOUR })
      .execute(),
  );
  expect((await approve(id, 'Ines Adler')).text).toContain('more than a day ago');
  resolvers.zone.delete(CHALLENGE);
  expect(await check()).toMatchObject([{ outcome: 'absent' }]);
  expect((await approve(id, 'Ines Adler')).text).toContain('the record is not in DNS yet');
});

test('a second notified contact shortens the wait; the person, a stranger and an unnotified contact do not', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const confirm = (contact: string) =>
    desk.type('enrollment', 'confirm', String(id), '--contact', contact, '--by', 'Ines Adler', '--state', desk.state);
  expect(await confirm(`security@${DOMAIN}`)).toMatchObject({ code: 'not-announced' });
  const { wave } = await announce(id);
  await deliver(wave, 1);
  expect(await confirm(`jo@${DOMAIN}`)).toMatchObject({ code: 'same-person' });
  expect(await confirm('eve@elsewhere.example')).toMatchObject({ code: 'unknown-contact' });
  expect((await approve(id, 'Ines Adler')).text).toContain('waits until');
  expect(await confirm(`security@${DOMAIN}`)).toMatchObject({ code: 'done' });
  expect(await approve(id, 'Ines Adler')).toMatchObject({ code: 'done' });
});

test('one objection stops it until two people decide, whoever brings it', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const { wave } = await announce(id);
  await deliver(wave, 4);
  const words = ['--contact', 'privacy@northwind.example', '--why', 'nobody here knows Jo Berg', '--by', 'Ines Adler'];
  await desk.done('enrollment', 'object', String(id), ...words);
  expect((await approve(id, 'Ines Adler')).text).toContain('nobody here knows Jo Berg');
  const resume = (name: string, ...more: readonly string[]) =>
    desk.type('enrollment', 'resume', String(id), ...more, ...desk.as(name), '--state', desk.state);
  expect(await resume('Ines Adler')).toMatchObject({ code: 'no-reason' });
  expect(await resume('Ines Adler', '--why', 'a mistake, said on the telephone')).toMatchObject({ code: 'done' });
  expect((await approve(id, 'Ines Adler')).code).toBe('enrollment-not-ready');
  expect(await resume('Ines Adler')).toMatchObject({ code: 'already-approved' });
  expect(await resume('Marek Dvorak')).toMatchObject({ code: 'done' });
  expect(await approve(id, 'Ines Adler')).toMatchObject({ code: 'done' });
  await desk.done('enrollment', 'object', String(id), ...words);
  expect((await approve(id, 'Marek Dvorak')).code).toBe('enrollment-not-ready');
});

test('when every announcement bounced, or some contacts were not told yet, nothing is approved', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const { wave } = await announce(id);
  await deliver(wave, 0, 'bounced');
  expect((await approve(id, 'Ines Adler')).text).toContain('bounced');
  await deliver(wave, 0);
  await inState(async ({ store }) => {
    const { id: first } = await store.db
      .selectFrom('notice_delivery')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const last = { id: Number(first), at: now() };
    await rewindDeliveries(store, last);
    await moveIn(store, 'uncertain', last);
  });
  expect((await approve(id, 'Ines Adler')).text).toContain('candor notice settle');
});

test('shows a token with another key as such', async () => {
  const [jo, eve] = [await AskingPerson.make(), await AskingPerson.make()];
  const token = makeToken();
  const { id } = await ask(jo, token);
  publish(toChallengeText(token, eve.fingerprint));
  expect(await check(String(id))).toMatchObject([{ outcome: 'other-key' }]);
  const shown = await desk.done('enrollment', 'show', String(id));
  expect(shown.text).toContain('ANOTHER KEY');
  expect((await approve(id, 'Ines Adler')).code).toBe('enrollment-not-ready');
});

test('two people for one domain need a decision: both are shown, and each approval needs a reason', async () => {
  const [jo, kim] = [await AskingPerson.make(), await AskingPerson.make()];
  const first = await prove(jo);
  const second = await prove(kim);
  expect(await check()).toMatchObject([
    { id: first.id, outcome: 'proved', contested: [second.id] },
    { id: second.id, outcome: 'proved', contested: [first.id] },
  ]);
  for (const { id } of [first, second]) await deliver((await announce(id)).wave, 4);
  const shown = await desk.done('enrollment', 'show', String(first.id));
  expect(shown.text).toContain(kim.fingerprint);
  expect((await approve(first.id, 'Ines Adler')).text).toContain('--despite-contest');
  const why = ['--despite-contest', 'known for ten years'];
  expect(await approve(first.id, 'Ines Adler', ...why)).toMatchObject({ code: 'done' });
  expect((await approve(first.id, 'Marek Dvorak')).code).toBe('enrollment-not-ready');
  expect(await approve(first.id, 'Marek Dvorak', ...why)).toMatchObject({ code: 'done' });
  expect((await approve(second.id, 'Ines Adler')).text).toContain('--despite-contest');
  const refused = ['--why', 'nobody at Northwind knows them', '--by', 'Ines Adler'];
  await desk.done('enrollment', 'refuse', String(second.id), ...refused);
});

test('a missing, parked or mailless domain is a warning that both approvers must answer', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const { wave } = await announce(id);
  await deliver(wave, 4);
  resolvers.zone.set(DOMAIN, { NS: ['ns1.sedoparking.com'] });
  expect(await check()).toMatchObject([{ outcome: 'proved', zone: { warnings: ['parked', 'no-mail'] } }]);
  expect((await approve(id, 'Ines Adler')).text).toContain('--despite-warning');
  expect(await approve(id, 'Ines Adler', '--despite-warning', 'their lawyer was here')).toMatchObject({ code: 'done' });
  expect((await approve(id, 'Marek Dvorak')).code).toBe('enrollment-not-ready');
  resolvers.zone.delete(DOMAIN);
  expect(await check()).toMatchObject([{ zone: { warnings: ['gone', 'no-mail'] } }]);
});

test('disagreement is neither yes nor no, and a signed zone must be validated', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  resolvers.moods[0] = 'fails';
  expect(await check(String(id))).toMatchObject([{ outcome: 'proved' }]);
  resolvers.moods[1] = 'denies';
  expect(await check(String(id))).toMatchObject([{ outcome: 'unanswered' }]);
  resolvers.moods.fill('honest');
  resolvers.zone.set(DOMAIN, { ...resolvers.zone.get(DOMAIN), DS: ['aa'] });
  expect(await check(String(id))).toMatchObject([
    { outcome: 'unanswered', words: expect.stringContaining('did not validate') },
  ]);
  resolvers.signed.add(CHALLENGE);
  expect(await check(String(id))).toMatchObject([{ outcome: 'proved', zone: { validated: true } }]);
});

test('one resolver proves no domain, at the check or at approval, unless the incident file allows it', async () => {
  const jo = await AskingPerson.make();
  const { id } = await prove(jo);
  const all = resolvers.addresses.map(({ address, port }) => `"${address}:${port}"`);
  desk.edit(`resolvers: [${all.join(', ')}]`, `resolvers: [${all[0]}]`);
  const few = await desk.type('enrollment', 'check', '--state', desk.state);
  expect(few).toMatchObject({ code: 'few-resolvers', text: expect.stringContaining('at least 2 of different') });
  desk.edit('  passkeys: localhost\n', '  passkeys: localhost\n  leastResolvers: 1\n');
  expect(await check(String(id))).toMatchObject([{ outcome: 'proved', zone: { resolvers: 1 } }]);
  expect((await approve(id, 'Ines Adler')).text).not.toContain('DNS resolver');
  // What was asked of one while one was enough does not count once it is not.
  desk.edit('  leastResolvers: 1\n', '');
  const refused = await approve(id, 'Ines Adler');
  expect(refused).toMatchObject({ code: 'enrollment-not-ready' });
  expect(refused.text).toContain(`the proof of enrollment ${id} rests on only one DNS resolver`);
  desk.edit(`resolvers: [${all[0]}]`, `resolvers: [${all.join(', ')}]`);
  expect(await check(String(id))).toMatchObject([{ outcome: 'proved', zone: { resolvers: 3 } }]);
  expect((await approve(id, 'Ines Adler')).text).not.toContain('DNS resolver');
});

async function reading(person: AskingPerson, role: string): Promise<void> {
  const who = ['--party', PARTY, '--key', person.publicKey, '--name', 'Ada Nom', '--role', role, '--proof', 'seen'];
  await desk.done('enrollment', 'add', ...who, '--domain', DOMAIN);
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('enrollment', 'approve', person.fingerprint, ...desk.as(name));
}

test('a nominee needs a nomination in force for exactly this enrollment, and is announced like everybody', async () => {
  const [ada, lee, eve] = [await AskingPerson.make(), await AskingPerson.make(), await AskingPerson.make()];
  await reading(ada, 'nominator');
  await reading(eve, 'reviewer');
  const asked = await lee.ask({
    kind: 'enrollment',
    incident: 'harbor-2001',
    key: { ...lee.key },
    name: 'Lee Ortiz',
    address: 'lee@counsel.example',
    proof: { kind: 'nomination', domain: DOMAIN },
  });
  const name = (by: AskingPerson, enrollment: string, reviewer = lee.fingerprint) =>
    by.ask({
      kind: 'nomination',
      incident: 'harbor-2001',
      party: PARTY,
      reviewer,
      enrollment,
      relation: 'representative',
    });
  portal.requests.push({ ...asked, token: makeToken() });
  portal.requests.push({ ...(await name(eve, digestOf(asked))), token: null });
  portal.requests.push({ ...(await name(ada, '0'.repeat(64))), token: null });
  portal.requests.push({ ...(await name(ada, digestOf(asked), eve.fingerprint)), token: null });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  expect(await check()).toEqual([]);
  portal.requests.push({ ...(await name(ada, digestOf(asked))), token: null });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  const [checked] = await check();
  expect(checked).toMatchObject({ outcome: 'proved', contested: [], fingerprint: lee.fingerprint });
  const view = await desk.json<EnrollmentView>('enrollment', 'show', lee.fingerprint);
  expect(view).toMatchObject({ role: 'representative', domains: [DOMAIN], state: 'asked' });
  const { wave } = await announce(view.id);
  await deliver(wave, 4);
  await inState(({ store }) =>
    store.db
      .updateTable('review_reviewer')
      .set({ state: 'revoked' })
      .where('fingerprint', '=', ada.fingerprint)
      .execute(),
  );
  expect(await check()).toMatchObject([{ outcome: 'not-named' }]);
});

test("a reviewer's signed objection stops it; a transfer requested by the nominator needs two people", async () => {
  const [ada, bo, jo] = [await AskingPerson.make(), await AskingPerson.make(), await AskingPerson.make()];
  await reading(ada, 'nominator');
  await reading(bo, 'reviewer');
  const view = await prove(jo);
  const objection = await bo.ask({
    kind: 'objection',
    incident: 'harbor-2001',
    party: PARTY,
    enrollment: view.request ?? '',
  });
  portal.requests.push({ ...objection, token: null });
  const transfer = (to: AskingPerson, by: AskingPerson) =>
    by.ask({ kind: 'transfer', incident: 'harbor-2001', party: PARTY, reviewer: to.fingerprint });
  portal.requests.push({ ...(await transfer(bo, bo)), token: null });
  await desk.type('portal', 'pull', '--state', desk.state);
  await check(String(view.id));
  expect((await approve(view.id, 'Ines Adler', '--despite-contest', 'x')).text).toContain('objected');
  const move = (name: string) =>
    desk.type('reviewer', 'transfer', bo.fingerprint, ...desk.as(name), '--state', desk.state);
  expect(await move('Ines Adler')).toMatchObject({ code: 'no-transfer' });
  portal.requests.push({ ...(await transfer(bo, ada)), token: null });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  expect(await move('Ines Adler')).toMatchObject({ code: 'done' });
  const roleOf = async (person: AskingPerson) =>
    (await desk.json<EnrollmentView>('enrollment', 'show', person.fingerprint)).role;
  expect(await roleOf(bo)).toBe('reviewer');
  expect(await move('Marek Dvorak')).toMatchObject({ code: 'done' });
  expect([await roleOf(ada), await roleOf(bo)]).toEqual(['reviewer', 'nominator']);
});

test('a reader proves another domain with the same key: the new enrollment replaces the previous one', async () => {
  const jo = await AskingPerson.make();
  await reading(jo, 'nominator');
  const [other] = NORTHWIND.filter((domain) => domain !== DOMAIN);
  const token = makeToken();
  const asked = await jo.enroll(other ?? '', code);
  portal.requests.push({ ...asked, token });
  portal.requests.push({ ...(await jo.enroll(DOMAIN, code)), token: makeToken() });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  const rows = async () =>
    (await desk.json<EnrollmentView[]>('enrollment', 'list')).map(({ id, state, domains, role }) => ({
      id,
      state,
      domains,
      role,
    }));
  const [before, next, ...more] = await rows();
  expect(more).toEqual([]);
  expect(next).toMatchObject({ state: 'asked', domains: [...NORTHWIND], role: 'nominator' });
  resolvers.zone.set(other ?? '', { NS: ['ns.northwind.example'], MX: ['mx.northwind.example'] });
  resolvers.zone.set(`_candor-challenge.${other}`, { TXT: [toChallengeText(token, jo.fingerprint)] });
  expect(await check()).toMatchObject([{ outcome: 'proved', contested: [] }]);
  const id = next?.id ?? 0;
  const { wave } = await announce(id);
  await deliver(wave, 4);
  const setBefore = (state: string) =>
    inState(({ store }) =>
      store.db
        .updateTable('review_reviewer')
        .set({ state })
        .where('id', '=', before?.id ?? 0)
        .execute(),
    );
  await setBefore('revoked');
  expect((await approve(id, 'Ines Adler')).text).toContain('no longer valid');
  await setBefore('approved');
  expect(await approve(id, 'Ines Adler')).toMatchObject({ code: 'done' });
  expect(await approve(id, 'Marek Dvorak')).toMatchObject({ code: 'done' });
  expect(await rows()).toMatchObject([{ state: 'revoked' }, { state: 'approved', domains: [...NORTHWIND] }]);
});

test('lists who asks, who reads and what ended lately; older ends are counted, and shown on request', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => AskingPerson.make()));
  const ids: number[] = [];
  for (const person of people) ids.push((await ask(person)).id);
  const [open, reads, lately, longAgo, revoked] = ids as [number, number, number, number, number];
  for (const id of [lately, longAgo])
    await desk.done('enrollment', 'refuse', String(id), '--why', 'nobody knows them', '--by', 'Ines Adler');
  await inState(async ({ store }) => {
    const set = (id: number, state: string, endedDaysAgo: number | null) =>
      store.db
        .updateTable('review_reviewer')
        .set({ state, ended_at: endedDaysAgo === null ? null : now() - endedDaysAgo * 24 * HOUR })
        .where('id', '=', id)
        .execute();
    await set(reads, 'approved', null);
    await set(lately, 'refused', 29);
    await set(longAgo, 'refused', 31);
    await set(revoked, 'revoked', 400);
  });
  const list = async (...words: readonly string[]) =>
    (await desk.json<EnrollmentView[]>('enrollment', 'list', ...words)).map(({ id }) => id);
  expect(await list()).toEqual([open, reads, lately]);
  expect(await list('--all')).toEqual(ids);
  const { text } = await desk.done('enrollment', 'list');
  expect(text.trim().split('\n').at(-1)).toMatch(
    /^2 enrollments refused or revoked more than 30 days ago: candor enrollment list --all/,
  );
});

test('a role mailbox of an organization gets no mail, with the reason', async () => {
  const jo = await AskingPerson.make();
  const address = `security@${DOMAIN}`;
  const asked = await askByMailbox(jo, address, code);
  portal.requests.push({ ...asked, token: makeToken() });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  expect(await check()).toMatchObject([{ outcome: 'role-mailbox' }]);
  const view = await desk.json<EnrollmentView>('enrollment', 'show', jo.fingerprint);
  expect(view).toMatchObject({ state: 'refused', endedWhy: expect.stringContaining('the notice has those') });
});

test('admits a person by the code sent to exactly that mailbox, and no other', async () => {
  const parties = await desk.json<{ party: string; kind: string; addresses: { address: string }[] }[]>('parties');
  const person = parties.find(({ kind }) => kind === 'person');
  const address = person?.addresses[0]?.address ?? '';
  await desk.done('notice', 'prepare', '--wave', 'metadata', '--only', person?.party ?? '');
  await approveWave();
  const own = await inState(async ({ store }) => {
    const row = await store.db
      .selectFrom('notice_notice')
      .select('code')
      .where('party', '=', person?.party ?? '')
      // The last: what was discarded before has codes that nobody got.
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const reading = readNoticeCode(row.code);
    if (reading.state !== 'code') throw new Error('no code');
    return reading.bytes;
  });
  const [jo, eve] = [await AskingPerson.make(), await AskingPerson.make()];
  portal.requests.push({ ...(await askByMailbox(jo, address, own)), token: makeToken() });
  // The mailbox is right, the code is another party's; and the other way round.
  portal.requests.push({ ...(await askByMailbox(eve, address, code)), token: makeToken() });
  const close = `x${address}`;
  portal.requests.push({ ...(await askByMailbox(await AskingPerson.make(), close, own)), token: makeToken() });
  await desk.type('portal', 'pull', '--state', desk.state);
  process.exitCode = 0;
  expect(await check()).toMatchObject([{ outcome: 'proved', zone: null, fingerprint: jo.fingerprint }]);
  const view = await desk.json<EnrollmentView>('enrollment', 'show', jo.fingerprint);
  expect(view).toMatchObject({ domains: [address], party: person?.party });
  await announce(view.id);
  // Had the code gone to a second mailbox, it would show neither.
  await inState(async ({ store }) => {
    const row = await store.db
      .selectFrom('notice_delivery')
      .selectAll()
      .where('contact', '=', address)
      .executeTakeFirstOrThrow();
    const { id: _, ...rest } = row;
    await store.db
      .insertInto('notice_delivery')
      .values({ ...rest, key: `${row.key}-2`, contact: 'other@elsewhere.example' })
      .execute();
  });
  expect(await check()).toMatchObject([{ outcome: 'shared-code' }]);
  expect(await desk.json('enrollment', 'show', jo.fingerprint)).toMatchObject({ state: 'refused' });
});

async function askByMailbox(person: AskingPerson, address: string, known: Uint8Array) {
  return person.ask({
    kind: 'enrollment',
    incident: 'harbor-2001',
    key: { ...person.key },
    name: 'Jo Berg',
    address,
    proof: { kind: 'mailbox', address, code: await makeCodeProof(nodeCryptography, known, person.fingerprint) },
  });
}
