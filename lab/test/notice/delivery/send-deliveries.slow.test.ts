import { afterEach, expect, test } from 'vitest';
import { openSmtp } from '../../../src/adapters/mail/smtp.ts';
import type { Store } from '../../../src/adapters/store/store.ts';
import { toPartyRow } from '../../../src/impact/store/party-row.ts';
import { claimDeliveries, expireClaims, permitDeliveries } from '../../../src/notice/delivery/claim-deliveries.ts';
import { DeliveryBook } from '../../../src/notice/store/delivery-book.ts';
import { type Deed, openScriptedServer, type ScriptedServer, type Verb } from '../../adapters/scripted-server.ts';
import { completeByHand, makeParty } from '../../impact/made-party.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts } from './approved-wave.ts';
import { openSenderDesk, type SenderDesk, toPlainRelay } from './sender-desk.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function prepare(
  script: Partial<Record<Verb, Deed>>,
  count = 1,
  options: Parameters<typeof openScriptedServer>[1] & Parameters<typeof openSenderDesk>[2] = {},
): Promise<{ server: ScriptedServer; desk: SenderDesk; path: string }> {
  const server = await openScriptedServer(script, options);
  const { state: path } = await makeApprovedWave({
    ...{ folder: makeTemporaryFolder(), port: server.port, contacts: makeContacts(count) },
  });
  const desk = await openSenderDesk(path, server.port, options);
  open.push(desk.state, server);
  return { server, desk, path };
}

test.each([
  ['MAIL', { reply: '451 4.3.0 later' }, 'deferred'],
  ['MAIL', { reply: '550 5.7.1 no' }, 'bounced'],
  ['RCPT', { reply: '450 4.2.0 greylisted' }, 'deferred'],
  ['RCPT', { reply: '550 5.1.1 no such user' }, 'bounced'],
  ['RCPT', { reply: '421 4.3.2 closing' }, 'deferred'],
  ['RCPT', 'close', 'deferred'],
  ['DATA', { reply: '451 4.3.0 later' }, 'deferred'],
  ['DATA', { reply: '554 5.5.1 no' }, 'bounced'],
  ['DATA', 'reset', 'deferred'],
  ['message', { reply: '451 4.3.0 later' }, 'deferred'],
  ['message', { reply: '552 5.2.2 full' }, 'bounced'],
  ['message', { reply: 'what' }, 'uncertain'],
  ['message', 'reset', 'uncertain'],
  ['message', 'close', 'uncertain'],
  ['message', 'stall', 'uncertain'],
] as [Verb, Deed, string][])(
  'a relay that answers %s: %j leaves the delivery %s, and is not asked again now',
  async (verb, deed, state) => {
    const { desk, server } = await prepare({ [verb]: deed }, 1, deed === 'stall' ? { silenceMs: 500 } : {});
    await desk.send();
    expect(await desk.readStates()).toEqual([state]);
    const before = server.messages.length;
    await desk.send();
    expect(await desk.readStates()).toEqual([state]);
    expect(server.messages.length).toBe(before);
  },
);

test('a late reply settles nothing, but is stored', async () => {
  const late = { lateMs: 800, silenceMs: 500 };
  const { desk, server } = await prepare({ message: { late: '250 2.0.0 taken after all' } }, 1, late);
  await desk.send();
  expect(await desk.readStates()).toEqual(['uncertain']);
  expect(await desk.readReasons()).toEqual(['no reply after the message']);
  expect(server.messages).toHaveLength(1);
});

test('a relay that closes after each message gets the others in new sessions', async () => {
  const { desk, server } = await prepare({ message: { reply: '250 2.0.0 taken\r\n421 4.3.2 enough' } }, 6);
  await desk.send();
  const states = await desk.readStates();
  expect(new Set(states)).toEqual(new Set(['accepted']));
  expect(server.messages).toHaveLength(6);
});

test('an unreachable relay stops the sender, and nothing is lost', async () => {
  const { desk } = await prepare({ greeting: { reply: '554 5.3.2 not now' } }, 5);
  expect(await desk.send()).toMatchObject({ is: 'trouble' });
  expect(new Set(await desk.readStates())).toEqual(new Set(['approved']));
});

test('a relay that refuses our envelope sender stops the sender before all mail bounces', async () => {
  const { desk } = await prepare({ MAIL: { reply: '550 5.7.1 not you' } }, 30);
  expect(await desk.send({ sessions: 1 })).toEqual({
    ...{ is: 'trouble', reason: 'the relay refuses our envelope sender: 550 5.7.1 not you' },
  });
  expect((await desk.readStates()).filter((state) => state === 'bounced')).toHaveLength(3);
});

test('a sender asked to stop finishes the current message and returns the others', async () => {
  const { desk, server } = await prepare({}, 20);
  let isStopping = false;
  const end = await desk.send({
    sessions: 1,
    isStopping: () => isStopping,
    tell: () => {
      isStopping = true;
    },
  });
  expect(end).toEqual({ is: 'stopped' });
  expect(server.messages).toHaveLength(1);
  expect((await desk.readStates()).filter((state) => state === 'approved')).toHaveLength(19);
  await desk.send();
  expect(server.messages).toHaveLength(20);
});

test('pausing a wave between claim and message holds what was not sent', async () => {
  const { desk, server } = await prepare({}, 20);
  await desk.send({
    sessions: 1,
    tell: () => void desk.state.store.db.updateTable('notice_wave').set({ state: 'paused' }).execute(),
  });
  expect(server.messages.length).toBeLessThan(5);
  const states = await desk.readStates();
  expect(states.filter((state) => state === 'approved')).toHaveLength(20 - server.messages.length);
});

test.each([
  [
    'a hold that is recorded',
    'inhibited',
    (db: Store['db']) =>
      db
        .insertInto('notice_hold')
        .values({
          ...{ kind: 'delay', party: null, contact: null, until: null, asked_by: 'Federal police', why: 'ongoing' },
          ...{ made_by: 'Ines Adler', made_at: 1 },
        })
        .execute(),
  ],
  [
    'a withdrawal',
    'inhibited',
    (db: Store['db']) => db.updateTable('notice_notice').set({ state: 'withdrawn' }).execute(),
  ],
] as const)('%s between claim and message holds what was not sent', async (_, state, act) => {
  const { desk, server } = await prepare({}, 20);
  let isDone = false;
  await desk.send({
    sessions: 1,
    tell: () => {
      if (!isDone) void act(desk.state.store.db);
      isDone = true;
    },
  });
  expect(server.messages.length).toBeLessThan(5);
  // Eight were claimed already; a slow machine may leave another one deferred.
  expect((await desk.readStates()).filter((one) => one === state).length).toBeGreaterThan(12);
});

test('a hold on a party merged since the approval applies to the merged party', async () => {
  const { desk, server } = await prepare({}, 3);
  const { db } = desk.state.store;
  const hold = { contact: null, until: null, asked_by: 'Federal police', why: 'x', made_by: 'Ines', made_at: 1 };
  await db
    .insertInto('notice_hold')
    .values({ ...hold, kind: 'delay', party: 'group' })
    .execute();
  await db
    .insertInto('impact_party')
    .values([
      toPartyRow(1, makeParty('group', { mergedIds: ['group', 'party-3'] })),
      toPartyRow(2, makeParty('group', { mergedIds: ['group', 'party-1', 'party-2'] })),
    ])
    .execute();
  for (const version of [1, 2]) await completeByHand(desk.state.store, version);
  await desk.send();
  expect(await desk.readStates()).toEqual(['inhibited', 'inhibited', 'accepted']);
  expect(server.messages).toHaveLength(1);
});

test('an expired hold holds nobody', async () => {
  const { desk, server } = await prepare({}, 2);
  const common = { kind: 'delay', contact: null, asked_by: 'Federal police', why: 'x', made_by: 'Ines', made_at: 1 };
  await desk.state.store.db
    .insertInto('notice_hold')
    .values([
      { ...common, party: null, until: 1_003_000_000 },
      { ...common, party: null, until: null, ended_at: 1_003_000_000 },
    ])
    .execute();
  await desk.send();
  expect(server.messages).toHaveLength(2);
});

test('a reply to a superseded claim is stored with the delivery for whoever settles it', async () => {
  const { desk } = await prepare({}, 1);
  const reply = { code: 250, status: null, text: 'taken after all' };
  const event = { event: 'reply', fence: 7, stage: 'after-dot', reply, at: 1 } as const;
  expect(await desk.book.write(1, event)).toEqual({ is: 'refused', because: 'fenced' });
  const attempts = await desk.state.store.db.selectFrom('notice_attempt').select(['event', 'reply']).execute();
  expect(attempts).toEqual([{ event: 'late-reply', reply: '250 taken after all' }]);
});

test('a hold recorded after approval holds its notices until it ends', async () => {
  const { desk, server } = await prepare({}, 4);
  const { db } = desk.state.store;
  const common = { asked_by: 'Federal police', why: 'ongoing', made_by: 'Ines Adler', made_at: 1 };
  await db
    .insertInto('notice_hold')
    .values([
      { kind: 'delay', party: 'party-1', contact: null, until: 4_000_000_000, ...common },
      { kind: 'do-not-contact', party: null, contact: 'Security@party2.example', until: null, ...common },
    ])
    .execute();
  await desk.send();
  expect(await desk.readStates()).toEqual(['inhibited', 'inhibited', 'accepted', 'accepted']);
  expect((await desk.readReasons())[0]).toBe('hold 1: disclosure is delayed until 2 Oct 2096, 07:06 UTC');
  expect(server.messages).toHaveLength(2);
  const permit = () => permitDeliveries(desk.state.store, desk.book, () => 1_003_000_000);
  expect(await permit()).toBe(0);
  await db.updateTable('notice_hold').set({ ended_at: 2, ended_by: 'Tom Birk' }).execute();
  await db.updateTable('notice_notice').set({ state: 'withdrawn' }).where('id', '=', 1).execute();
  expect(await permit()).toBe(1);
  await desk.send();
  expect(await desk.readStates()).toEqual(['inhibited', 'accepted', 'accepted', 'accepted']);
});

test('an approved message goes to the approved address, whatever its row says', async () => {
  const { desk, server } = await prepare({}, 2);
  const { db } = desk.state.store;
  await db.updateTable('notice_delivery').set({ contact: 'eve@elsewhere.example' }).where('id', '=', 1).execute();
  await desk.send();
  expect(await desk.readStates()).toEqual(['inhibited', 'accepted']);
  expect((await desk.readReasons())[0]).toBe('the message was approved for another address');
  expect(server.messages).toHaveLength(1);
});

test('never sends a withdrawn notice or a message other than the approved one', async () => {
  const { desk, server } = await prepare({}, 3);
  const { db } = desk.state.store;
  await db.updateTable('notice_notice').set({ state: 'withdrawn' }).where('id', '=', 1).execute();
  await db
    .updateTable('notice_delivery')
    .set({ message: Buffer.from('To: <security@party2.example>\r\nSubject: other\r\n\r\nother\r\n') })
    .where('id', '=', 2)
    .execute();
  await desk.send();
  expect(await desk.readStates()).toEqual(['inhibited', 'inhibited', 'accepted']);
  expect((await desk.readReasons()).slice(0, 2)).toEqual([
    'the notice was withdrawn',
    'the message is not the one that was approved',
  ]);
  expect(server.messages).toHaveLength(1);
  expect(await permitDeliveries(desk.state.store, desk.book, () => 1_003_000_000)).toBe(0);
});

test('a sender paused past its lease is fenced: it writes no dot', async () => {
  const { desk, server, path } = await prepare({}, 1);
  const other = await openSenderDesk(path, server.port, { by: 'two' });
  open.push(other.state);
  const now = () => Math.floor(Date.now() / 1000);
  let isTaken = false;
  await desk.send({
    sessions: 1,
    // In the moment between its claim and its session, another one takes over.
    open: async () => {
      if (!isTaken) {
        isTaken = true;
        await expireClaims({ store: other.state.store, book: other.book, now, isGone: () => true });
        await other.send();
      }
      return openSmtp(toPlainRelay(server.port));
    },
  });
  expect(server.messages).toHaveLength(1);
  expect(await desk.readStates()).toEqual(['accepted']);
  expect(desk.told).toEqual([]);
  expect(other.told).toEqual(['accepted']);
});

test('a clock set back delays nobody and repeats nothing', async () => {
  let at = 1_900_000_000;
  const { desk, server } = await prepare({ RCPT: { reply: '450 4.2.0 greylisted' } }, 2, {
    now: () => at,
    naughtySessions: 2,
  });
  await desk.send();
  expect(await desk.readStates()).toEqual(['deferred', 'deferred']);
  at -= 10 * 365 * 86_400;
  await desk.send();
  expect(await desk.readStates()).toEqual(['accepted', 'accepted']);
  expect(server.messages).toHaveLength(2);
});

/** The same store with some of its functions replaced. */
function replaceIn(store: Store, changes: Partial<Store>): Store {
  return {
    ...{
      db: store.db,
      folder: store.folder,
      home: null,
      insertRows: store.insertRows.bind(store),
      sync: store.sync.bind(store),
    },
    insertTogether: store.insertTogether.bind(store),
    deleteInSteps: store.deleteInSteps.bind(store),
    insertInSteps: store.insertInSteps.bind(store),
    ...{
      findRows: store.findRows.bind(store),
      stream: store.stream.bind(store),
    },
    ...{
      createIndex: store.createIndex.bind(store),
      scrub: () => store.scrub(),
      close: store.close.bind(store),
    },
    durableTransaction: store.durableTransaction.bind(store),
    transaction: store.transaction.bind(store),
    ...changes,
  };
}

test('a disk that does not store the mark holds the message', async () => {
  const { desk, server } = await prepare({}, 3);
  const { store } = desk.state;
  let isBroken = false;
  const failing = replaceIn(store, {
    sync: () => (isBroken ? Promise.reject(new Error('input/output error')) : store.sync()),
  });
  const book = new DeliveryBook({ store: failing, now: () => Math.floor(Date.now() / 1000), host: null });
  const sending = desk.send({
    ...{ book, sessions: 1 },
    open: () => {
      isBroken = true;
      return openSmtp(toPlainRelay(server.port));
    },
  });
  await expect(sending).rejects.toThrow('input/output error');
  expect(server.messages).toHaveLength(0);
});

test('the mark of an attempt is in the journal before its message leaves', async () => {
  const { desk, server } = await prepare({}, 3);
  const marks: string[] = [];
  const book = new DeliveryBook({
    ...{ store: desk.state.store, now: () => Math.floor(Date.now() / 1000), host: null },
    journal: (attempts) =>
      marks.push(...attempts.map(({ attempt }) => `attempt ${attempt} after ${server.messages.length} messages`)),
  });
  await desk.send({ book, sessions: 1 });
  expect(marks).toEqual([0, 1, 2].map((sent) => `attempt 1 after ${sent} messages`));
});

test('a full disk at the mark holds the message, and the next try sends it', async () => {
  const { desk, server } = await prepare({}, 3);
  const { store } = desk.state;
  let isFull = false;
  const failing = replaceIn(store, {
    transaction: (work) =>
      store.transaction(async () => {
        const result = await work();
        if (isFull) throw new Error('database or disk is full');
        return result;
      }),
  });
  const book = new DeliveryBook({ store: failing, now: () => Math.floor(Date.now() / 1000), host: null });
  const sending = desk.send({
    ...{ book, sessions: 1 },
    open: () => {
      isFull = true;
      return openSmtp(toPlainRelay(server.port));
    },
  });
  await expect(sending).rejects.toThrow('disk is full');
  expect(server.messages).toHaveLength(0);
  expect(new Set(await desk.readStates())).toEqual(new Set(['intent']));
  const now = () => Math.floor(Date.now() / 1000);
  expect(await expireClaims({ store, book: desk.book, now, isGone: () => true })).toEqual({ freed: 3, uncertain: 0 });
  await desk.send();
  expect(server.messages).toHaveLength(3);
});

test('limits the messages in transit to one domain', async () => {
  const server = await openScriptedServer({});
  const contacts = Array.from({ length: 12 }, (_, at) => `user${at}@northwind.example`);
  const { state: path } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: server.port, contacts });
  const desk = await openSenderDesk(path, server.port);
  open.push(desk.state, server);
  let most = 0;
  await desk.send({
    perDestination: 2,
    sessions: 4,
    tell: () =>
      void desk.readStates().then((states) => {
        most = Math.max(most, states.filter((state) => state === 'intent' || state === 'data').length);
      }),
  });
  expect(server.messages).toHaveLength(12);
  expect(most).toBeLessThanOrEqual(2);
});

test('counts what another sender has in transit to the domain', async () => {
  const contacts = ['a@northwind.example', 'b@northwind.example', 'c@northwind.example', 'd@fabrikam.example'];
  const { state: path } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: 1, contacts });
  const desk = await openSenderDesk(path, 1);
  open.push(desk.state);
  const claim = (by: string) =>
    claimDeliveries(
      {
        ...{ store: desk.state.store, book: desk.book, by, waves: [1], bounce: 'bounce@harbor.example' },
        ...{ perDestination: 2, now: () => Math.floor(Date.now() / 1000) },
      },
      2,
    );
  const first = await claim('one');
  expect(first.claimed.map(({ to }) => to)).toEqual(['a@northwind.example', 'b@northwind.example']);
  const second = await claim('two');
  expect(second.claimed.map(({ to }) => to)).toEqual(['d@fabrikam.example']);
  expect(second.isHeldBack).toBe(true);
});
