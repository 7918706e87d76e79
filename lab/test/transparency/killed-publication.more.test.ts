import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Checkpoint, toVerifierKeyOf, verifyLog } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { toFolderFiles } from '../../src/commands/transparency/verify-log.ts';
import { checkStore } from '../../src/transparency/check-store.ts';
import { logSigner, runtime, startedAt } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { makeState, publishAfter } from './published-log.ts';

const KILLS = process.env['CANDOR_LONG'] === '1' ? 60 : 10;
/** Each publication has to write about a dozen files. */
const PERIODS_EACH = 16;
/**
 * The kills are spread over this many times what an undisturbed publication takes, which is measured again so often:
 * machines are busy at times.
 */
const SPREAD = 1.5;
const KILLS_A_MEASURE = 10;

const program = join(import.meta.dirname, 'publish-program.ts');
const key = toVerifierKeyOf(runtime, logSigner);

/** Starts a publication and kills it so long after it has opened the store. Gives how long it lived from then on. */
function publishFor(args: readonly string[], delayMs: number): Promise<{ isKilled: boolean; ms: number }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let opened = 0;
    child.stdout.once('data', () => {
      opened = performance.now();
      if (delayMs < Number.POSITIVE_INFINITY) setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.on('close', (_, signal) => settle({ isKilled: signal !== null, ms: performance.now() - opened }));
  });
}

test('a publication killed anywhere leaves a folder that verifies, and the next one completes it', {
  timeout: 300_000,
}, async () => {
  const folder = makeTemporaryFolder();
  const { store, ...state } = await makeState(folder);
  await store.close();
  let known: Checkpoint | null = null;
  const publishNext = async (delayMs: number) => {
    const before: number = known?.size ?? 64;
    const periods = before / 64 - 1 + PERIODS_EACH;
    const { isKilled, ms } = await publishFor([state.path, state.site, String(periods)], delayMs);
    const trust = { log: key, known: known === null ? [] : [known] };
    const { checkpoint, problems } = await verifyLog(runtime, nodeCryptography, toFolderFiles(state.site), trust);
    expect(problems).toEqual([]);
    known = checkpoint?.checkpoint ?? known;
    return { isKilled, ms, isAdvanced: (known?.size ?? 0) > before };
  };
  let wholeMs = 0;
  let killed = 0;
  let advanced = 0;
  let tries = 0;
  // A machine that is busier than when it was measured kills too early: go on, with more time each round.
  for (; tries < KILLS || (advanced <= 2 && tries < 4 * KILLS); tries += 1) {
    const at = tries % KILLS;
    const round = Math.floor(tries / KILLS) + 1;
    if (at % KILLS_A_MEASURE === 0) {
      const whole = await publishNext(Number.POSITIVE_INFINITY);
      expect(whole.isKilled).toBe(false);
      wholeMs = whole.ms;
    }
    const { isKilled, isAdvanced } = await publishNext((at * wholeMs * SPREAD * round) / KILLS);
    if (isKilled) killed += 1;
    if (isAdvanced) advanced += 1;
  }
  // Some were killed before they published and some after, or nothing was shown.
  expect(killed).toBeGreaterThan(KILLS / 4);
  expect(advanced).toBeGreaterThan(2);
  const again = { ...state, store: await openSqliteStore(join(state.path, 'candor.sqlite')) };
  const periods = (tries + Math.ceil(tries / KILLS_A_MEASURE) + 1) * PERIODS_EACH;
  const { checkpoint } = await publishAfter(again, periods);
  expect(checkpoint.size).toBe(64 * (periods + 1));
  const trust = { log: key, known: known === null ? [] : [known] };
  expect((await verifyLog(runtime, nodeCryptography, toFolderFiles(state.site), trust)).problems).toEqual([]);
  const deps = { hashing: runtime, cryptography: nodeCryptography, key, at: startedAt + 3600 * periods };
  const check = await checkStore(again, deps);
  expect(check.problems).toEqual([]);
  await again.store.close();
});
