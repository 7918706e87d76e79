import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { incidentOperations as contract } from '@candor/core/contract/operations';
import type { InterestVisit } from '@candor/core/exposure/interest';
import type { z } from 'zod';
import { checkIncident } from '../commands/evidence/check-incident.ts';
import { initIncident, lookAtFolder } from '../commands/evidence/init-incident.ts';
import { toIncidentFile } from '../commands/load-incident.ts';
import { prepareDemo } from '../commands/prepare-demo.ts';
import { readArrivals } from '../commands/read-arrivals.ts';
import { readAlerts, readStatus, type Status } from '../commands/read-status.ts';
import { readTimeline } from '../commands/read-timeline.ts';
import { runIncident } from '../commands/run-incident.ts';
import type { RunSummary } from '../commands/run-summary.ts';
import { findWall, sayWall, toWallWords } from '../evidence/wall/index.ts';
import type { Caller } from './context.ts';
import { interest } from './exposure.ts';
import { callOperation, defineLocal, defineOperation } from './operation.ts';

/** Where nobody says it: beside the incident file, or in this folder. */
const STATE = '.candor';

export const init = defineLocal(contract.init, ({ progress }, { folder, owners, ...filled }) => {
  const { start: begins, contained: ends } = filled;
  if (begins !== null && ends !== null && ends <= begins)
    throw new Refusal('no-window', ['the window ends before it begins: `contained` must be later than `start`']);
  return initIncident(folder, progress, { ...filled, owners: toOwners(owners) });
});

export const look = defineLocal(contract.lookAtFolder, ({ progress }, { folder }) => lookAtFolder(folder, progress));

/** @throws Refusal for what is no custodian with an address. */
function toOwners(written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    written.map((text) => {
      const [custodian = '', address = '', ...more] = text.split('=');
      if (custodian === '' || !/^[^\s@]+@[^\s@]+$/.test(address) || more.length > 0)
        throw new Refusal('no-owner', [`"${text}" is no custodian with an address: write custodian=address`]);
      return [custodian, address];
    }),
  );
}

export const check = defineLocal(contract.check, async (_, { incident }) => {
  const checked = checkIncident(toIncidentFile(incident));
  return { ...checked, wall: toWallWords(sayWall((await findWall()).trial)) };
});

export const status = defineOperation(contract.status, ({ state }) => readStatus(state));

export const arrivals = defineOperation(contract.arrivals, ({ state }) => readArrivals(state));

export const timeline = defineOperation(contract.timeline, ({ state }) => readTimeline(state));

export const alerts = defineOperation(contract.alerts, ({ state }) => readAlerts(state));

/** What a run found, and what stands in its state afterwards. */
export interface Ran {
  readonly summary: RunSummary;
  readonly status: Status;
  readonly state: string;
  /** Places that were to be accepted, where there is no problem. */
  readonly acceptedNowhere: readonly string[];
  /** What the intruder did; only the bundled incident has it. */
  readonly story?: readonly InterestVisit[];
}

type RunInput = Omit<z.infer<typeof contract.run.input>, 'state'>;

async function runIn(state: string, caller: Caller, input: RunInput): Promise<Ran> {
  const { why, ...order } = input;
  const { name: by, signature: signing } = caller.actor;
  const accepting = why === undefined ? {} : { accepting: { by, why, signing } };
  const summary = await runIncident({ ...order, ...accepting, state, progress: caller.progress });
  const standing = await callOperation(status, state, caller, {}, (read) => read);
  const places = new Set(standing.problems.map(({ place }) => place));
  return { summary, status: standing, state, acceptedNowhere: order.accept.filter((place) => !places.has(place)) };
}

export const run = defineLocal(contract.run, (caller, { incident: path, state, ...input }) => {
  const incident = toIncidentFile(path);
  return runIn(state ?? join(dirname(incident), STATE), caller, { ...input, incident });
});

export const start = defineLocal(contract.start, async (caller, { state: named, ...input }) => {
  const state = named ?? STATE;
  const ran = await runIn(state, caller, { ...input, incident: prepareDemo() });
  const story = await callOperation(interest, state, caller, {}, ({ visits }) => visits);
  return { ...ran, story } satisfies Ran;
});
