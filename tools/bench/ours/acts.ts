import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { silentProgress } from '../../../lab/src/commands/progress.ts';
import { openEnquiry } from '../../../lab/src/operations/answers.ts';
import { addBarred } from '../../../lab/src/operations/contacts.ts';
import type { Caller } from '../../../lab/src/operations/context.ts';
import { renameParty } from '../../../lab/src/operations/impact.ts';
import { callOperation } from '../../../lab/src/operations/operation.ts';

// What people wait for while a run goes on: each act opens the state again, as a command does. A second connection asks
// for the right to write all the time; how long it waits at most is how long the run keeps it at most.

const [cli = '', incident = '', state = '', party = ''] = process.argv.slice(2);
const ACTS = 500;
/** One act in so many changes a party, which counts all of them again. */
const ACTS_A_RENAME = 50;
const PAUSE_MS = 40;
const PROBE_MS = 10;

const caller: Caller = {
  actor: { name: 'bench', account: 'bench', signature: null },
  progress: silentProgress,
  settle: () => undefined,
  onStop: () => undefined,
  ask: async () => null,
};
const sleep = (ms: number) => new Promise((settle) => setTimeout(settle, ms));
const nothing = () => undefined;

function act(number: number): Promise<unknown> {
  const why = 'measured';
  if (number % ACTS_A_RENAME === ACTS_A_RENAME - 1)
    return callOperation(renameParty, state, caller, { party, name: `Name ${number}`, why }, nothing);
  if (number % 2 === 0) {
    const domain = `asks${number}.example`;
    const asked = { domain, contact: `it@${domain}`, proof: 'by telephone' };
    return callOperation(openEnquiry, state, caller, asked, nothing);
  }
  const barred = { partyOrAddress: `no${number}@barred.example`, address: true, askedBy: 'counsel', why };
  return callOperation(addBarred, state, caller, barred, nothing);
}

let isOver = false;
let runs = 0;
const ended: Promise<void>[] = [];
function startRun(): ChildProcess {
  const child = spawn(process.execPath, [cli, 'run', incident, '--state', state, '--workers', '1', '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  runs += 1;
  ended.push(
    new Promise((settle, fail) =>
      child.on('close', (code) => (code === 0 ? settle() : fail(new Error(`the run ended with ${code}`)))),
    ),
  );
  return child;
}

async function probe(): Promise<number> {
  const connection = new Database(join(state, 'candor.sqlite'), { timeout: 0 });
  let longestMs = 0;
  while (!isOver) {
    const begun = performance.now();
    for (let isIn = false; !isIn; ) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        isIn = true;
      } catch {
        await sleep(1);
      }
    }
    connection.exec('ROLLBACK');
    longestMs = Math.max(longestMs, performance.now() - begun);
    await sleep(PROBE_MS);
  }
  connection.close();
  return longestMs;
}

let run = startRun();
const probing = probe();
const times: { readonly number: number; readonly ms: number }[] = [];
const refused: string[] = [];
for (let number = 0; number < ACTS; number += 1) {
  if (run.exitCode !== null) run = startRun();
  const begun = performance.now();
  try {
    await act(number);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    refused.push(cause.message);
  }
  times.push({ number, ms: performance.now() - begun });
  await sleep(PAUSE_MS);
}
await Promise.all(ended);
isOver = true;
const longestWaitMs = await probing;
const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
const renames = times.filter(({ number }) => number % ACTS_A_RENAME === ACTS_A_RENAME - 1).map(({ ms }) => ms);
const at = (share: number): number => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1000;
process.stdout.write(
  JSON.stringify({
    acts: ACTS,
    runs,
    refused: refused.length,
    why: refused.slice(0, 3),
    halfSeconds: at(0.5),
    mostSeconds: at(0.95),
    slowestSeconds: at(1),
    renameSeconds: Math.max(...renames) / 1000,
    waitSeconds: longestWaitMs / 1000,
  }),
);
