import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { signByKeyFile } from '../../../src/notice/approval/signature.ts';
import { startCli, waitFor } from '../../apps/cli-process.ts';
import { checkLog } from '../../opened-checks.ts';
import { proposeSettlement } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { createRandom } from '../../whole/exports.ts';
import { fillMaildir, toReport } from '../inbox/returned-mail.ts';
import { makeApprovedWave, makeContacts, PASSPHRASE, toKeyFile, toToken } from './approved-wave.ts';
import { openSenderDesk } from './sender-desk.ts';

const isLong = process.env['CANDOR_LONG'] === '1';
const KILLS = isLong ? 60 : 3;
const NOTICES = 120;
/** A command reads and writes so long, after which it is killed. */
const LEAST_MS = 300;
const MOST_MS = 1500;

/** A wave whose deliveries the relay took, or of which nobody knows. */
async function makeSent(isTaken: boolean) {
  const folder = makeTemporaryFolder();
  const maildir = join(folder, 'Maildir');
  const { state, keys } = await makeApprovedWave({
    ...{ folder, port: 2525, contacts: makeContacts(NOTICES), inbox: `{ maildir: ${maildir} }` },
  });
  fillMaildir(maildir, {});
  const desk = await openSenderDesk(state, 2525);
  const at = Math.floor(Date.now() / 1000);
  const reply = { code: 250, status: '2.0.0', text: '2.0.0 Ok: queued as 4F1' };
  await desk.book.run(true, async () => {
    for (let id = 1; id <= NOTICES; id += 1) {
      await desk.book.apply(id, { event: 'claim', by: 'one', at });
      await desk.book.apply(id, { event: 'data', fence: 1, at });
      await desk.book.apply(
        id,
        isTaken
          ? { event: 'reply', fence: 1, stage: 'after-dot', reply, at }
          : { event: 'expire', isSenderGone: true, at },
      );
    }
  });
  await desk.state.close();
  return { folder, state, keys, maildir };
}

/** Each state of a delivery with how often it is there, and how many links of an event there are. */
async function read(path: string, event: string) {
  const { store, close } = await openStateForReading(path);
  const rows = await store.db.selectFrom('notice_delivery').select('state').execute();
  const links = await store.db.selectFrom('ledger_link').select('delivery').where('event', '=', event).execute();
  await close();
  const states = Object.fromEntries(
    [...Map.groupBy(rows, ({ state }) => state)].map(([name, of]) => [name, of.length]),
  );
  return { states, links: links.length, distinct: new Set(links.map(({ delivery }) => delivery)).size };
}

async function killSoon(args: readonly string[], random: () => number): Promise<boolean> {
  const child = startCli(args);
  const ended = waitFor(child);
  const isOver = await Promise.race([ended.then(() => true), pause(LEAST_MS + random() * MOST_MS).then(() => false)]);
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It had ended already.
  }
  await ended;
  return !isOver;
}

test(`an inbox that is killed ${KILLS} times returns each bounced notice once`, { timeout: 600_000 }, async () => {
  const random = createRandom(7);
  const { state, keys, maildir } = await makeSent(true);
  const mails = keys.map((key, at) => [
    `${at}.a.mx`,
    toReport({
      to: `bounce+${toToken(key)}@harbor.example`,
      recipient: 'x@y.example',
      action: 'failed',
      status: '5.1.1',
    }),
  ]);
  fillMaildir(maildir, Object.fromEntries(mails));
  const args = ['notice', 'inbox', '--state', state];
  for (let killed = 0; killed < KILLS; killed += 1) {
    if (!(await killSoon(args, random))) break;
    expect((await checkLog(state)).problems).toEqual([]);
    const { links, distinct, states } = await read(state, 'returned');
    expect([distinct, states['bounced'] ?? 0]).toEqual([links, links]);
  }
  expect((await waitFor(startCli(args))).code).toBe(0);
  expect(await read(state, 'returned')).toEqual({ states: { bounced: NOTICES }, links: NOTICES, distinct: NOTICES });
  expect((await checkLog(state)).problems).toEqual([]);
});

test(`a settlement that is killed ${KILLS} times settles all or nothing`, { timeout: 600_000 }, async () => {
  const random = createRandom(8);
  const { folder, state } = await makeSent(false);
  const as = 'Ines Adler';
  const sign = signByKeyFile({ as, keyFile: toKeyFile(folder, as), askPassphrase: async () => PASSPHRASE });
  await proposeSettlement(state, { deliveries: null, as: 'accepted', why: 'log of the relay' }, sign);
  const words = join(folder, 'words');
  writeFileSync(words, `${PASSPHRASE}\n`, { mode: 0o600 });
  const args = [
    ...['notice', 'settle', '--approve', '1', '--as', 'Tom Birk', '--key', toKeyFile(folder, 'Tom Birk')],
    ...['--passphrase-file', words, '--state', state],
  ];
  let isDone = false;
  for (let killed = 0; killed < KILLS && !isDone; killed += 1) {
    await killSoon(args, random);
    expect((await checkLog(state)).problems).toEqual([]);
    const { states, links } = await read(state, 'settle');
    isDone = states['accepted'] === NOTICES;
    expect([states, links]).toEqual(isDone ? [{ accepted: NOTICES }, NOTICES] : [{ uncertain: NOTICES }, 0]);
  }
  if (!isDone) expect((await waitFor(startCli(args))).code).toBe(0);
  expect(await read(state, 'settle')).toMatchObject({ states: { accepted: NOTICES }, links: NOTICES });
  expect((await checkLog(state)).problems).toEqual([]);
});
