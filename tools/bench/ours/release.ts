// Our side of building a release: every message read again, projected, looked at twice, described, sealed and stored,
// by one reader process. node release.ts FOLDER prints {"messages","cpuSeconds","perSecond"}
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeSealingKey } from '@candor/core/review/seal';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { openStateForActing } from '../../../lab/src/adapters/store/state-folder.ts';
import { silentProgress } from '../../../lab/src/commands/progress.ts';
import { runIncident } from '../../../lab/src/commands/run-incident.ts';
import { changeReviewer, insertReviewer } from '../../../lab/src/review/store/reviewer-store.ts';
import { prepareReleases } from '../../../lab/test/opened-review.ts';
import { RELEASE_PARTY, writeReleaseIncident } from '../release-mail.ts';

const CLOCK_TICKS_A_SECOND = 100;

const folder = process.argv[2] ?? '';
const state = join(folder, 'state');
rmSync(folder, { recursive: true, force: true });
const incident = writeReleaseIncident(folder);
await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
await enroll();
const cpu = readCpuSeconds();
const begun = performance.now();
const [prepared] = await prepareReleases(state, { party: RELEASE_PARTY, workers: 1, progress: silentProgress });
const messages = prepared?.release.manifest.objects.length ?? 0;
const seconds = (performance.now() - begun) / 1000;
const cpuSeconds = readCpuSeconds() - cpu;
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify({ messages, cpuSeconds, perSecond: Math.round(messages / seconds) })}\n`);

/** A reviewer by the store's own hand: who approves is timed nowhere. */
async function enroll(): Promise<void> {
  const { recipient } = await makeSealingKey();
  const opened = await openStateForActing(state);
  const key = { age: recipient, sign: 'A'.repeat(43) };
  const who = { incident: 'bench-release', party: RELEASE_PARTY, key, name: 'Jo', role: 'reviewer' } as const;
  const order = { ...who, domains: [RELEASE_PARTY], proof: 'none' };
  const { id } = await insertReviewer(opened.store, createNodeRuntime(), order, 'bench', 0);
  await changeReviewer(opened.store, id, 'asked', { state: 'approved', entry: 1 });
  await opened.close();
}

/** Of this process and of those that it has waited for (proc(5)). */
function readCpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  return ticks / CLOCK_TICKS_A_SECOND;
}
