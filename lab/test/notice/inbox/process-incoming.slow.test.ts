import { readdirSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IncomingJudge } from '../../../src/adapters/mail/incoming-judge.ts';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import { fetchInbox, listReplies, markSeen, showReply } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts, toMessageId, toToken } from '../delivery/approved-wave.ts';
import { openSenderDesk } from '../delivery/sender-desk.ts';
import { fillMaildir, toAnswer, toReport } from './returned-mail.ts';

const noticeMailbox = 'answers@harbor.example';
/** What the relay calls the message of a delivery. */
const toQueued = (id: number): string => `E4A6BBC9${id}D`;

/** A sent wave, each delivery in the state that is wished, and an empty inbox. */
async function makeSent(
  states: readonly string[],
): Promise<{ path: string; maildir: string; keys: readonly string[] }> {
  const folder = makeTemporaryFolder();
  const maildir = join(folder, 'Maildir');
  const { state, keys } = await makeApprovedWave({
    ...{ folder, port: 1, contacts: makeContacts(states.length), inbox: `{ maildir: ${maildir} }` },
  });
  const desk = await openSenderDesk(state, 1);
  const at = Math.floor(Date.now() / 1000);
  for (const [index, wished] of states.entries()) {
    const id = index + 1;
    const { db } = desk.state.store;
    await desk.book.run(false, async () => {
      const claim = wished === 'data' ? { claimed_by: 'one', lease_until: at + 600 } : {};
      await db
        .updateTable('notice_delivery')
        .set({
          state: wished,
          attempts: 1,
          fence: 1,
          changed_at: at,
          reason: wished === 'uncertain' ? 'silent' : null,
          ...claim,
        })
        .where('id', '=', id)
        .execute();
      const row = (event: string, reply: string | null) => [id, 1, 1, event, 'smtp.provider.example:587', reply, at];
      const rows = [row('intent', null), row('data', null)];
      if (wished === 'accepted') rows.push(row('accepted', `250 2.0.0 Ok: queued as ${toQueued(id)}`));
      const columns = ['delivery_id', 'attempt', 'fence', 'event', 'host', 'reply', 'made_at'];
      desk.state.store.insertRows('notice_attempt', columns, rows);
    });
  }
  await desk.state.close();
  fillMaildir(maildir, {});
  return { path: state, maildir, keys };
}

async function readStates(path: string): Promise<readonly string[]> {
  const { store, close } = await openStateForActing(path);
  const rows = await store.db.selectFrom('notice_delivery').select('state').orderBy('id').execute();
  await close();
  return rows.map(({ state }) => state);
}

const toMark = (key: string | undefined) => `bounce+${toToken(key ?? '')}@harbor.example`;

test('a bounce settles its delivery by its mark or returned Message-ID; one that only names an address needs a person', async () => {
  const { path, maildir, keys } = await makeSent(['accepted', 'accepted', 'accepted', 'accepted']);
  fillMaildir(maildir, {
    '1.a.mx': toReport({
      to: toMark(keys[0]).toUpperCase(),
      recipient: 'other@elsewhere.example',
      action: 'failed',
      status: '5.1.1',
    }),
    '2.b.mx': toReport({
      ...{ to: 'bounce@harbor.example', recipient: 'other@elsewhere.example', action: 'failed', status: '5.7.1' },
      ...{ returned: toMessageId(keys[1] ?? ''), reporter: 'mx.hoster.test', queued: toQueued(2) },
    }),
    '3.c.mx': toReport({
      to: 'bounce@harbor.example',
      recipient: 'security@party3.example',
      action: 'failed',
      status: '5.1.1',
    }),
  });
  const tally = await fetchInbox(path);
  expect(tally).toEqual({
    kinds: { failed: 3 },
    taken: 3,
    unmatched: 0,
    doubted: 0,
    settled: { bounced: 2 },
    setAside: [],
  });
  expect(await readStates(path)).toEqual(['bounced', 'bounced', 'accepted', 'accepted']);
  expect((await listReplies(path, false)).map(({ kind, about }) => [kind, about?.delivery])).toEqual([['failed', 3]]);
  expect((await listReplies(path, true)).map(({ about }) => about?.matchedBy)).toEqual([
    'token',
    'message-id',
    'recipient',
  ]);
});

test('a report that does not fit its delivery settles nothing and waits for a person with the reason', async () => {
  const { path, maildir, keys } = await makeSent(['accepted', 'accepted', 'accepted', 'accepted', 'uncertain']);
  const [early, late] = [-3600, 11 * 24 * 3600].map((seconds) => new Date(Date.now() + seconds * 1000));
  const about = (at: number) =>
    ({ recipient: `security@party${at}.example`, action: 'failed', status: '5.1.1' }) as const;
  const words = (from: string) =>
    `From: ${from}\r\nTo: bounce@harbor.example\r\nSubject: Undelivered Mail\r\nIn-Reply-To: ${toMessageId(keys[0] ?? '')}\r\n\r\n550 5.1.1 user unknown\r\n`;
  fillMaildir(maildir, {
    // Anybody who saw the Message-ID, with whatever name of a server.
    '1.a.mx': words('Postmaster <postmaster@evil.test>'),
    '2.b.mx': words('Postmaster <postmaster@party1.example>'),
    '3.c.mx': toReport({ to: 'bounce@harbor.example', ...about(2), returned: toMessageId(keys[1] ?? '') }),
    // With the mark, from a stranger, and at a time when no report comes.
    '4.d.mx': toReport({ to: toMark(keys[2]), ...about(3), reporter: 'mx.evil.test' }),
    '5.e.mx': toReport({ to: toMark(keys[3]), ...about(4) }),
    '6.f.mx': toReport({ to: toMark(keys[3]), ...about(4), status: '5.1.2' }),
    '7.g.mx': toReport({ to: toMark(keys[4]), ...about(5), reporter: 'mx.evil.test' }),
  });
  for (const [name, time] of [
    ['5.e.mx', early],
    ['6.f.mx', late],
  ] as const)
    if (time !== undefined) utimesSync(join(maildir, 'new', name), time, time);
  const first = await fetchInbox(path);
  expect(first).toMatchObject({ taken: 7, doubted: 7, settled: {} });
  expect(await fetchInbox(path)).toMatchObject({ taken: 0, doubted: 0, settled: {} });
  expect(await readStates(path)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'uncertain']);
  const waiting = await listReplies(path, false);
  expect(waiting.map(({ doubt }) => doubt)).toEqual([
    'it has the Message-ID, but not the name that our relay gave to the message',
    'it has the Message-ID, but not the name that our relay gave to the message',
    'it has the Message-ID, but not the name that our relay gave to the message',
    'mx.evil.test reports it, which is neither our relay nor a server of party3.example',
    'it came before the message was sent',
    'it came more than 10 days after the message was sent',
    'mx.evil.test reports it, which is neither our relay nor a server of party5.example',
  ]);
  // The real one still settles.
  fillMaildir(maildir, { '8.h.mx': toReport({ to: toMark(keys[2]), ...about(3), reporter: 'mx.party3.example' }) });
  expect((await fetchInbox(path)).settled).toEqual({ bounced: 1 });
});

test('processes each mail once, also when another program moves it, and leaves the mailbox unchanged', async () => {
  const { path, maildir, keys } = await makeSent(['accepted']);
  fillMaildir(maildir, {
    '1.a.mx': toReport({ to: toMark(keys[0]), recipient: 'x@y.example', action: 'failed', status: '5.1.1' }),
  });
  expect((await fetchInbox(path)).taken).toBe(1);
  expect(readdirSync(join(maildir, 'new'))).toEqual(['1.a.mx']);
  renameSync(join(maildir, 'new/1.a.mx'), join(maildir, 'cur/1.a.mx:2,S'));
  expect(await fetchInbox(path)).toEqual({ kinds: {}, taken: 0, unmatched: 0, doubted: 0, settled: {}, setAside: [] });
});

test('a report that arrives while a sender has claimed the delivery is processed afterwards', async () => {
  const { path, maildir, keys } = await makeSent(['data']);
  fillMaildir(maildir, {
    '1.a.mx': toReport({ to: toMark(keys[0]), recipient: 'x@y.example', action: 'failed', status: '5.1.1' }),
  });
  expect((await fetchInbox(path)).settled).toEqual({});
  expect(await readStates(path)).toEqual(['data']);
  const desk = await openSenderDesk(path, 1);
  await desk.book.write(1, { event: 'expire', isSenderGone: true, at: 1 });
  await desk.state.close();
  expect(await readStates(path)).toEqual(['uncertain']);
  expect((await fetchInbox(path)).settled).toEqual({ bounced: 1 });
});

test('mail with the mark of an uncertain delivery proves that it left; a sender address alone does not', async () => {
  const { path, maildir, keys } = await makeSent(['uncertain', 'uncertain', 'uncertain', 'uncertain']);
  fillMaildir(maildir, {
    '1.a.mx': toReport({ to: toMark(keys[0]), recipient: 'x@y.example', action: 'delayed', status: '4.4.1' }),
    '2.b.mx': toAnswer({
      from: 'Eve <eve@northwind.example>',
      to: noticeMailbox,
      subject: 'Re: Mail of yours was read',
      inReplyTo: toMessageId(keys[1] ?? ''),
    }),
    '3.c.mx': toAnswer({
      ...{ from: 'Max <max@party3.example>', to: toMark(keys[2]), subject: 'Out of office: away until Monday' },
      extra: 'Auto-Submitted: auto-replied',
    }),
    '4.d.mx': toAnswer({ from: 'security@party4.example', to: noticeMailbox, subject: 'What is this' }),
  });
  const tally = await fetchInbox(path);
  expect(tally.kinds).toEqual({ delayed: 1, answer: 2, 'out-of-office': 1 });
  expect(await readStates(path)).toEqual(['accepted', 'accepted', 'accepted', 'uncertain']);
});

test("shows people's answers until handled, and never removes them", async () => {
  const { path, maildir, keys } = await makeSent(['accepted', 'accepted']);
  fillMaildir(maildir, {
    '1.a.mx': toAnswer({
      ...{
        from: 'Eve <eve@party1.example>',
        to: noticeMailbox,
        subject: 'Who \u001b[31mare you?',
        text: 'Is this \u001b[2Jreal?',
      },
      inReplyTo: toMessageId(keys[0] ?? ''),
    }),
    '2.b.mx': toAnswer({ from: 'x@unknown.example', to: noticeMailbox, subject: 'Cheap watches' }),
    '3.c.mx': toAnswer({
      from: 'Max <max@party2.example>',
      to: toMark(keys[1]),
      subject: 'Out of office',
      extra: 'Auto-Submitted: auto-replied',
    }),
  });
  await fetchInbox(path);
  const waiting = await listReplies(path, false);
  expect(waiting.map(({ kind, about }) => [kind, about?.party ?? null])).toEqual([
    ['answer', 'party-1'],
    ['answer', null],
  ]);
  const first = waiting[0]?.id ?? 0;
  expect((await showReply(path, first)).text).toContain('real?');
  await markSeen(path, [first], 'Ines Adler');
  expect((await listReplies(path, false)).map(({ about }) => about)).toEqual([null]);
  const all = await listReplies(path, true);
  expect(all).toHaveLength(3);
  expect(all[0]?.seenBy).toBe('Ines Adler');
  await expect(markSeen(path, [99], 'Ines Adler')).rejects.toThrow('there is no mail 99');
});

test('keeps the same mail under another name, as after a move, without showing it twice', async () => {
  const { path, maildir } = await makeSent(['accepted']);
  const answer = toAnswer({ from: 'Eve <eve@party1.example>', to: noticeMailbox, subject: 'Who are you?' });
  fillMaildir(maildir, { '1.a.mx': answer });
  await fetchInbox(path);
  fillMaildir(maildir, { '9.z.other': answer });
  expect((await fetchInbox(path)).taken).toBe(1);
  expect(await listReplies(path, false)).toHaveLength(1);
  expect((await listReplies(path, true)).map(({ seenBy }) => seenBy)).toEqual([null, 'the same mail as 1']);
});

test('stops a deliberately slow mail at its limit, keeps it with the reason, and settles later ones', async () => {
  const { path, maildir, keys } = await makeSent(['accepted']);
  fillMaildir(maildir, {
    '1.a.mx': 'stuck: a\r\nFrom: x@unknown.example\r\nSubject: slow\r\n\r\nhello',
    '2.b.mx': toReport({ to: toMark(keys[0]), recipient: 'x@y.example', action: 'failed', status: '5.1.1' }),
  });
  const setAside = [{ source: 'maildir:1.a.mx', reason: 'reading it took longer than 2 s' }];
  const stuck = new URL('../../adapters/stuck-thread-program.ts', import.meta.url);
  expect(await fetchInbox(path, new IncomingJudge(2000, stuck))).toEqual({
    ...{ kinds: { 'set-aside': 1, failed: 1 }, taken: 2, unmatched: 0, doubted: 0, settled: { bounced: 1 }, setAside },
  });
  expect((await fetchInbox(path)).taken).toBe(0);
  const [reply, ...others] = await listReplies(path, false);
  expect(others).toEqual([]);
  expect(reply).toMatchObject({ kind: 'set-aside', about: null, from: null, setAside: setAside[0]?.reason });
  expect((await showReply(path, reply?.id ?? 0)).text).toContain('hello');
});
