import { chmodSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import { listAlertDeliveries } from '../../../src/notice/store/alert-store.ts';
import { openRecordingSink, type RecordingSink } from '../../notice/delivery/recording-sink.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { ofKind, openWatchDesk, openWebhookSink, toRow, type WatchDesk } from './watch-desk.ts';

let desk: WatchDesk;
let mail: RecordingSink;
let hook: Awaited<ReturnType<typeof openWebhookSink>>;

const toNotice = (port: number) => `log: { origin: a.example/log }
notice:
  page: a.example/notice
  from: { name: A team, address: notice@a.example }
  reply: answers@a.example
  bounce: bounce@a.example
  telephone: 1
  relay: { host: 127.0.0.1, port: ${port}, tls: none }
`;

beforeEach(async () => {
  desk = openWatchDesk(makeTemporaryFolder());
  mail = await openRecordingSink();
  hook = await openWebhookSink();
  desk.write('logs/first.jsonl', toRow('r-1'));
  desk.write('token', 'sesame\n');
  chmodSync(desk.path('token'), 0o600);
  configure(['duty@elsewhere.example']);
  await desk.run();
  await desk.pass();
});
afterEach(async () => {
  hook.close();
  await mail.close();
});

function configure(addresses: readonly string[], port = mail.port): void {
  desk.configure(
    `${toNotice(port)}watch: { mail: [${addresses.join(', ')}], webhook: { url: "http://127.0.0.1:${hook.port}/hook?key=hidden", tokenFile: token } }\n`,
  );
}

/** Every delivery is due now. */
async function makeDue(): Promise<void> {
  const state = await openStateForActing(desk.state);
  await state.store.db.updateTable('watch_delivery').set({ due_at: 0 }).execute();
  await state.close();
}

async function readStates(): Promise<readonly (readonly [string, string, string | null])[]> {
  const state = await openStateForActing(desk.state);
  const found = await listAlertDeliveries(state.store, [
    'waiting',
    'sending',
    'sent',
    'uncertain',
    'failed',
    'withheld',
  ]);
  await state.close();
  return found.map(({ channel, state, reply }) => [channel, state, reply]);
}

describe('an alert', () => {
  test('goes to the webhook and each address, and only contains numbers and ids', async () => {
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    const events = await desk.pass();
    const [alert] = ofKind(events, 'alert');
    expect(hook.calls).toHaveLength(1);
    expect(hook.calls[0]).toMatchObject({ id: alert?.id, authorization: 'Bearer sesame' });
    expect(JSON.parse(hook.calls[0]?.body ?? '')).toEqual({
      v: 1,
      id: alert?.id,
      incident: 'goes-on',
      version: 2,
      supersedes: 1,
      at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      kinds: [
        { kind: 'mailboxes-reached', count: 1 },
        { kind: 'copies-exposed', count: 1 },
        { kind: 'parties-exposed', count: 1 },
        { kind: 'intruder-records', count: 1 },
      ],
    });
    expect(mail.messages.map(({ from, to }) => [from, to])).toEqual([['bounce@a.example', ['duty@elsewhere.example']]]);
    const told = `${hook.calls[0]?.body} ${mail.messages[0]?.text.replaceAll(/^(?:From|To|Reply-To|Message-ID|Date).*\r\n(?: .*\r\n)*/gm, '')}`;
    expect(told).toContain(alert?.id);
    for (const secret of ['bo', '@', 'b.example', '198.51.100.7', 'secret', 'logs/', 'r-2'])
      expect(told.replaceAll('candor_boundary', '')).not.toMatch(
        new RegExp(`(?<![a-z])${secret.replaceAll('.', '\\.')}(?![a-z])`),
      );
    expect(ofKind(events, 'delivery').map(({ target, state }) => [target, state])).toEqual([
      ['duty@elsewhere.example', 'sent'],
      [`http://127.0.0.1:${hook.port}`, 'sent'],
    ]);
    expect(JSON.stringify(events)).not.toContain('hidden');
    await makeDue();
    await desk.pass();
    expect([hook.calls.length, mail.messages.length]).toEqual([1, 1]);
  });

  test('is repeated with the same id and bytes until the webhook accepts it', async () => {
    hook.answer = 503;
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    expect(ofKind(await desk.pass(), 'delivery').at(-1)).toMatchObject({ state: 'waiting', reply: 'HTTP 503' });
    await desk.pass();
    expect(hook.calls).toHaveLength(1);
    hook.answer = 302;
    await makeDue();
    expect(ofKind(await desk.pass(), 'delivery')).toMatchObject([{ state: 'waiting', reply: 'HTTP 302' }]);
    hook.answer = 200;
    await makeDue();
    expect(ofKind(await desk.pass(), 'delivery')).toMatchObject([{ channel: 'webhook', state: 'sent' }]);
    expect(new Set(hook.calls.map(({ body }) => body)).size).toBe(1);
    expect(mail.messages).toHaveLength(1);
  });

  test("without a relay's answer is uncertain, shown, and never resent", async () => {
    const silent = await openSilentRelay();
    configure(['duty@elsewhere.example'], silent.port);
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    expect(ofKind(await desk.pass(), 'delivery')).toMatchObject([
      { channel: 'mail', state: 'uncertain' },
      { channel: 'webhook', state: 'sent' },
    ]);
    await makeDue();
    await desk.pass();
    expect(silent.messages()).toBe(1);
    expect((await desk.needs()).filter((need) => need.includes('uncertain: the relay never replied'))).toHaveLength(1);
    silent.close();
  });

  test('that a killed process was sending is uncertain', async () => {
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    await desk.pass();
    const state = await openStateForActing(desk.state);
    await state.store.db
      .updateTable('watch_delivery')
      .set({ state: 'sending' })
      .where('channel', '=', 'mail')
      .execute();
    await state.close();
    expect(ofKind(await desk.pass(), 'delivery')).toMatchObject([{ channel: 'mail', state: 'uncertain' }]);
    expect(mail.messages).toHaveLength(1);
  });

  test.each([
    ['ada@a.example', 'the intruder reached the mailbox of ada'],
    ['A.Lovelace@a.example', 'the intruder reached the mailbox of ada'],
    ['ada+alerts@a.example', 'the intruder reached the mailbox of ada'],
  ])('never goes to %s, whose mailbox the intruder reached: the watch does not start', async (address, why) => {
    configure([address, 'duty@elsewhere.example']);
    await expect(desk.pass()).rejects.toMatchObject({
      code: 'alert-to-reached',
      reasons: [expect.stringContaining(why)],
    });
    expect(mail.messages).toEqual([]);
  });

  test('is withheld from a mailbox that this exposure shows as reached', async () => {
    configure(['bo@a.example', 'duty@elsewhere.example']);
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    await desk.pass();
    expect(mail.messages.map(({ to }) => to)).toEqual([['duty@elsewhere.example']]);
    expect(await readStates()).toEqual([
      ['mail', 'withheld', 'the intruder reached the mailbox of bo, who gets mail at this address'],
      ['mail', 'sent', expect.stringContaining('250')],
      ['webhook', 'sent', 'HTTP 204'],
    ]);
    expect((await desk.needs()).filter((need) => need.includes('withheld'))).toHaveLength(1);
  });

  test('needs a relay when a recipient gets it by mail', async () => {
    desk.configure('watch: { mail: [duty@elsewhere.example] }\n');
    await expect(desk.pass()).rejects.toMatchObject({ code: 'no-relay' });
  });

  test('waits while the relay is unreachable', async () => {
    await mail.close();
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    expect(ofKind(await desk.pass(), 'delivery')[0]).toMatchObject({ channel: 'mail', state: 'waiting' });
    mail = await openRecordingSink(mail.port);
    await makeDue();
    await desk.pass();
    expect(mail.messages).toHaveLength(1);
  });
});

/** Takes a whole message and hangs up without a word. */
async function openSilentRelay() {
  let messages = 0;
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 x\r\n');
    let data = '';
    let isData = false;
    socket.on('data', (chunk) => {
      if (isData) {
        data += chunk.toString('latin1');
        if (!data.endsWith('\r\n.\r\n')) return;
        messages += 1;
        socket.destroy();
        return;
      }
      for (const line of chunk.toString('latin1').split('\r\n').filter(Boolean)) {
        isData = line === 'DATA';
        socket.write(isData ? '354 go\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, messages: () => messages, close: () => server.close() };
}

test('an intruder who goes on does not bury the mailbox: later alerts share one mail, and none is lost', async () => {
  const body = (at: number) => mail.messages[at]?.text ?? '';
  for (let round = 0; round < 7; round += 1) {
    desk.write(`logs/more-${round}.jsonl`, toRow(`more-${round}`, 'bo', `2024-01-2${round}T00:00:00`));
    await desk.pass();
  }
  expect(mail.messages).toHaveLength(4);
  expect(hook.calls).toHaveLength(7);
  const waiting = (await readStates()).filter(([channel, state]) => channel === 'mail' && state === 'waiting');
  expect(waiting).toHaveLength(3);

  // Twenty minutes later.
  const state = await openStateForActing(desk.state);
  await state.store.db
    .updateTable('watch_alert')
    .set(({ eb }) => ({ made_at: eb('made_at', '-', 1200) }))
    .execute();
  await state.store.db
    .updateTable('watch_delivery')
    .set(({ eb }) => ({ changed_at: eb('changed_at', '-', 1200) }))
    .execute();
  await state.close();
  await desk.pass();
  expect(mail.messages).toHaveLength(5);
  expect(
    body(4)
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/\s+/g, ' '),
  ).toContain('2 earlier alerts are in this mail too');
  const states = (await readStates()).filter(([channel]) => channel === 'mail');
  expect(states.map(([, one]) => one)).toEqual(Array(7).fill('sent'));
  expect(states.filter(([, , reply]) => reply?.startsWith('in one mail with alert '))).toHaveLength(2);
});
