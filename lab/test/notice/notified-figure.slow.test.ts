import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCanonicalJson } from '@candor/core/base';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeFact } from '../../src/adapters/store/state-fact.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { verifyFigureOutside } from '../../src/commands/transparency/verify-figure-outside.ts';
import { checkLog, listFigures, publishFigure, verifyFigure } from '../opened-checks.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

let desk: NoticeDesk;
const NAME = 'notified-of-all';
const inFolder = (name: string) => join(desk.folder, name);
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);

async function inDesk<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

async function readNow(): Promise<unknown> {
  const { notified } = await listFigures(desk.state);
  return notified.is === 'stated' ? notified.document.value : notified.because;
}

const readBounces = (at: number) => inDesk((store) => writeFact(store, 'inbox-read', String(at)));
const publish = (name: string, out = 'one.json') =>
  publishFigure(desk.state, { name: NAME, out: inFolder(out), signing: desk.sign(name), digest: null });

/** What `candor log fsck` says of published figures. */
async function listFaults(): Promise<readonly string[]> {
  const { problems } = await checkLog(desk.state);
  return problems.filter(({ code }) => code === 'log-figure').map(({ text }) => text);
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9) });
  desk = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@cape.example', 'ann@list.example');
  know(desk, 'al@bay.example,,person,,', 'list.example,,list,,');
  await desk.run();
  await type('delay', 'set', 'cape.example', '--asked-by', 'the police', '--why', 'an arrest');
});

describe('the figure of the set of parties', () => {
  test('is not stated before a wave is approved', async () => {
    expect(await readNow()).toBe('no wave is approved yet');
    await expect(publish('Ines Adler')).rejects.toMatchObject({ code: 'figure-not-stated' });
  });

  test('counts a party that a delay holds, and an approved notice notifies nobody', async () => {
    expect(await tell(desk)).toEqual(['acme.example first 1', 'al@bay.example first 1']);
    expect(await readNow()).toEqual({ notified: 0, notYet: 3, toNotify: 3 });
  });

  test('is not stated before bounces were read', async () => {
    await moveDeliveries(desk.state, 'accepted', { notice: 1 });
    expect(await readNow()).toContain('no bounces were read');
    await readBounces(1_003_650_000);
    expect(await readNow()).toEqual({ notified: 1, notYet: 2, toNotify: 3 });
    const { text } = await type('figures');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '1 notified, 2 not yet, of 3 (wave 1, exposure 1, bounces read until 21 Oct 2001, 07:40 UTC)',
    );
  });

  test('stays the same when a delay begins or ends', async () => {
    const before = await readNow();
    await type('delay', 'set', 'al@bay.example', '--asked-by', 'the police', '--why', 'an arrest');
    expect(await readNow()).toEqual(before);
    await type('delay', 'end', 'al@bay.example', '--why', 'done');
    expect(await readNow()).toEqual(before);
  });

  test('is published by two people, though deliveries and inbox move on between them', async () => {
    expect((await publish('Ines Adler')).statement).toBeNull();
    await moveDeliveries(desk.state, 'deferred', { notice: 2 });
    await readBounces(1_003_650_060);
    const { statement } = await publish('Marek Dvorak');
    expect(statement).toMatchObject({ v: 3, value: { notified: 1, notYet: 2, toNotify: 3 } });
    expect(await verifyFigure(desk.state, inFolder('one.json'))).toMatchObject({ isSame: true, isInLog: true });
    expect(await listFaults()).toEqual([]);
  });

  test('follows from log and chain as they were, whatever was sent since', async () => {
    await moveDeliveries(desk.state, 'accepted', { notice: 2, at: 2_000_000 });
    expect(await readNow()).toEqual({ notified: 2, notYet: 1, toNotify: 3 });
    expect(await verifyFigure(desk.state, inFolder('one.json'))).toMatchObject({ isSame: true, differences: [] });
    expect(await listFaults()).toEqual([]);
    await publish('Ines Adler', 'two.json');
    await publish('Marek Dvorak', 'two.json');
    await moveDeliveries(desk.state, 'bounced', { notice: 2 });
    expect(await readNow()).toEqual({ notified: 1, notYet: 2, toNotify: 3 });
    expect(await listFaults()).toEqual([]);
  });
});

interface Statement {
  readonly value: Record<string, number>;
  readonly set: Record<string, unknown>;
  readonly position: number;
}

describe('an altered number is named', () => {
  const read = (): Statement => JSON.parse(readFileSync(inFolder('two.json'), 'utf8'));
  const cases: readonly (readonly [string, (statement: Statement) => object, RegExp])[] = [
    ['notified', ({ value }) => ({ value: { ...value, notified: 3 } }), /says 3 notified, .* gives 2/],
    ['not yet', ({ value }) => ({ value: { ...value, notYet: 0 } }), /says 0 not yet, .* gives 1/],
    ['all', ({ value }) => ({ value: { ...value, toNotify: 2 } }), /says 2 to be notified, .* gives 3/],
    ['the sum', ({ value }) => ({ value: { ...value, notYet: 0 } }), /2 notified and 0 not yet are not 3/],
    ['one for the other', () => ({ value: { notified: 3, notYet: 0, toNotify: 3 } }), /says 3 notified, .* gives 2/],
    ['the wave', ({ set }) => ({ set: { ...set, wave: 2 } }), /says wave 2, .* that of wave 1/],
    ['the root', ({ set }) => ({ set: { ...set, root: '0'.repeat(64) } }), /names another set than the manifest/],
    ['the manifest', ({ set }) => ({ set: { ...set, manifest: '0'.repeat(64) } }), /no approved wave/],
    ['the head', ({ set }) => ({ set: { ...set, head: '0'.repeat(64) } }), /no link with the head/],
    ['an early head', ({ set }) => ({ set: { ...set, head: null } }), /its head is an older one/],
    ['the entries', ({ set }) => ({ set: { ...set, entries: 1 } }), /was approved later/],
    ['later entries', ({ set }) => ({ set: { ...set, entries: 900 } }), /was published before/],
    ['bounces', ({ set }) => ({ set: { ...set, bouncesRead: '2001-10-22T00:00:00Z' } }), /bounces were read until 22/],
    ['no bounces', ({ set }) => ({ set: { ...set, bouncesRead: null } }), /cannot be stated: no bounces were read/],
  ];

  test.each(cases)('by `figures verify`: %s', async (_, change, says) => {
    const statement = read();
    writeFileSync(inFolder('changed.json'), `${toCanonicalJson({ ...statement, ...change(statement) } as never)}\n`);
    const { isSame, isInLog, differences } = await verifyFigure(desk.state, inFolder('changed.json'));
    expect({ isSame, isInLog }).toEqual({ isSame: false, isInLog: false });
    expect(differences.join('; ')).toMatch(says);
  });

  test.each(cases)('by `log fsck`: %s', async (_, change, says) => {
    const statement = read();
    const { position } = statement;
    const [before = ''] = await inDesk(({ db }) =>
      db.selectFrom('ledger_entry').select('entry').where('position', '=', position).execute(),
    ).then((rows) => rows.map(({ entry }) => entry ?? ''));
    const write = (entry: string) =>
      inDesk(({ db }) => db.updateTable('ledger_entry').set({ entry }).where('position', '=', position).execute());
    const entry = JSON.parse(before) as { body: { document: object } };
    const document = { ...entry.body.document, ...change(statement) };
    await write(toCanonicalJson({ ...entry, body: { ...entry.body, document } } as never));
    const faults = await listFaults();
    await write(before);
    expect(faults.join('; ')).toMatch(says);
    expect(await listFaults()).toEqual([]);
  });

  test('when a notice is made one to another party', async () => {
    const move = (party: string) =>
      inDesk(({ db }) => db.updateTable('notice_notice').set({ party }).where('id', '=', 1).execute());
    await move('cape.example');
    const faults = await listFaults();
    await move('acme.example');
    expect(faults.join('; ')).toMatch(/says 1 notified, .* gives 0/);
  });
});

describe('from outside, without a state', () => {
  const site = () => inFolder('site');
  let positions: readonly number[] = [];
  const check = (proofs: readonly string[], file = 'two.json', isWhole = true) =>
    verifyFigureOutside({ file: inFolder(file), proofs, site: isWhole ? site() : null, key: null }).then(
      ({ parts }) => new Map(parts.map(({ part, state, text }) => [part, `${state}: ${text}`])),
    );

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 23, 9, 12) });
    expect(await type('site', 'build', '--out', site())).toMatchObject({ code: 'done' });
    positions = await inDesk(({ db }) =>
      db
        .selectFrom('ledger_entry')
        .select('position')
        .where('kind', 'in', ['wave', 'publication'])
        .orderBy('position')
        .execute(),
    ).then((rows) => rows.map(({ position }) => position));
    for (const position of positions)
      expect(await type('log', 'prove', String(position), '--out', inFolder(`${position}.tlog-proof`))).toMatchObject({
        code: 'done',
      });
  });

  const proofs = () => positions.map((position) => inFolder(`${position}.tlog-proof`));

  test('two people signed it, its parts add up, and its set is that of the wave', async () => {
    const parts = await check(proofs());
    expect([...parts.values()].map((text) => text.split(':')[0])).toEqual(['holds', 'holds', 'holds', 'holds']);
    expect(parts.get('set')).toContain('the manifest of wave 1, signed by Ines Adler and Marek Dvorak');
  });

  test('what it cannot see without proofs is not said to hold', async () => {
    const parts = await check([]);
    expect([...parts.keys()].map((part) => `${part} ${parts.get(part)?.split(':')[0]}`)).toEqual([
      ...['sum holds', 'log missing', 'approvals missing', 'set missing'],
    ]);
  });

  test.each([
    ['sum', (s: Statement) => ({ value: { ...s.value, notified: 3 } }), '3 notified and 1 not yet are not 3'],
    ['log', () => ({ value: { notified: 3, notYet: 0, toNotify: 3 } }), 'something else at position'],
    ['set', (s: Statement) => ({ set: { ...s.set, root: '0'.repeat(64) } }), 'another set, number or exposure version'],
    ['set', (s: Statement) => ({ set: { ...s.set, manifest: '0'.repeat(64) } }), 'another manifest'],
  ] as const)('names an altered %s', async (part, change, says) => {
    const statement: Statement = JSON.parse(readFileSync(inFolder('two.json'), 'utf8'));
    writeFileSync(inFolder('changed.json'), `${toCanonicalJson({ ...statement, ...change(statement) } as never)}\n`);
    const text = (await check(proofs(), 'changed.json')).get(part);
    expect(text).toMatch(/^differs: /);
    expect(text).toContain(says);
  });

  test('the command prints it, with what only an audit shows', async () => {
    const { text } = await desk.type('figures', 'verify', inFolder('two.json'), '--site', site());
    expect(text).toContain('holds: notified and not yet add up to the parties to be notified');
    expect(text).toContain('only an audit with the evidence shows');
  });
});
