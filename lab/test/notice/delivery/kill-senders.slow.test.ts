import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { startCli, waitFor, withoutProgress } from '../../apps/cli-process.ts';
import { checkLog } from '../../opened-checks.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { createRandom } from '../../whole/exports.ts';
import { makeApprovedWave, makeContacts } from './approved-wave.ts';
import { openRecordingSink, type RecordingSink } from './recording-sink.ts';

const isLong = process.env['CANDOR_LONG'] === '1';
const KILLS = isLong ? 200 : 5;
const NOTICES = isLong ? 1000 : 200;
const SENDERS = isLong ? 8 : 3;
/** A round sends so long, at most, before it is killed. */
const ROUND_MS = 250;

test(`killed ${KILLS} times, ${SENDERS} senders repeat and lose nothing, and report the rest as uncertain`, {
  timeout: 3_600_000,
}, async () => {
  const random = createRandom(20011015);
  let killed = 0;
  let uncertain = 0;
  while (killed < KILLS) {
    const sink = await openRecordingSink();
    const contacts = makeContacts(NOTICES);
    const { state } = await makeApprovedWave({
      ...{ folder: makeTemporaryFolder(), port: sink.port, contacts, relay: `connections: ${SENDERS}` },
    });
    const args = ['notice', 'send', '--before-site', '--senders', String(SENDERS), '--state', state];
    while (killed < KILLS && sink.messages.length < NOTICES * 0.9) {
      const before = sink.messages.length;
      const child = startCli(args);
      const ended = waitFor(child);
      const isOver = await Promise.race([ended.then(() => true), waitForMessage(sink, before).then(() => false)]);
      if (isOver) break;
      await pause(random() * ROUND_MS);
      if (random() < 0.5 && killOneSender(child.pid ?? 0, random())) {
        killed += 1;
        // The others and the command go on for a while without it.
        await pause(random() * ROUND_MS);
      }
      killAll(child.pid ?? 0);
      killed += 1;
      await ended;
      uncertain += await expectAtMostOnce(state, sink, false);
    }
    const last = await waitFor(startCli(args));
    expect(withoutProgress(last.stderr)).toBe('');
    expect(last.code).toBe(0);
    await expectAtMostOnce(state, sink, true);
    await sink.close();
  }
  process.stdout.write(`killed ${killed} times; sum of uncertain after each kill: ${uncertain}\n`);
});

async function waitForMessage(sink: RecordingSink, before: number): Promise<void> {
  while (sink.messages.length === before) await pause(2);
}

/** Whether there was one. */
function killOneSender(parent: number, dice: number): boolean {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').filter(Boolean);
    const chosen = children[Math.floor(dice * children.length)];
    return chosen !== undefined && process.kill(Number(chosen), 'SIGKILL');
  } catch {
    // All had ended already.
    return false;
  }
}

function killAll(parent: number): void {
  try {
    process.kill(-parent, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}

/** Compares what the store says with what the sink has. Gives how many are uncertain. */
async function expectAtMostOnce(statePath: string, sink: RecordingSink, isOver: boolean): Promise<number> {
  const { store, close } = await openStateForReading(statePath);
  const rows = await store.db.selectFrom('notice_delivery').select(['contact', 'state']).execute();
  await close();
  // Whatever was killed when: the state stands where the chain leads, and nobody is accused.
  expect((await checkLog(statePath)).problems).toEqual([]);
  const taken = new Map<string, number>();
  for (const { to } of sink.messages) for (const address of to) taken.set(address, (taken.get(address) ?? 0) + 1);
  expect([...taken].filter(([, count]) => count > 1)).toEqual([]);
  const wrong = rows.filter(({ contact, state }) => {
    const isTaken = taken.has(contact);
    switch (state) {
      case 'accepted':
        return !isTaken;
      case 'uncertain':
        return false;
      case 'data':
        return isOver;
      default:
        return isTaken || isOver;
    }
  });
  expect(wrong).toEqual([]);
  return rows.filter(({ state }) => state === 'uncertain' || state === 'data').length;
}
