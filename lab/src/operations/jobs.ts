import {
  jobOperations as contract,
  deliveryOperations,
  exposureOperations,
  findingOperations,
  siteOperations,
  transparencyOperations,
} from '@candor/core/contract/operations';
import { now } from '../adapters/process/clock.ts';
import { readJobs } from '../commands/jobs/list-jobs.ts';
import { stopJob } from '../commands/jobs/stop-job.ts';
import { defineLocal, defineOperation } from './operation.ts';

/** They take long too, and no page can start them. */
const TERMINAL = [
  siteOperations.build,
  transparencyOperations.publishLog,
  deliveryOperations.printLetters,
  exposureOperations.exportResults,
  exposureOperations.exportRecords,
  findingOperations.scan,
].flatMap(({ name, terminalOnly }) => (terminalOnly === undefined ? [] : [{ operation: name, why: terminalOnly }]));

export const listJobs = defineOperation(contract.list, async ({ state }) => ({
  at: now(),
  jobs: await readJobs(state),
  terminal: TERMINAL,
}));

export const stop = defineLocal(contract.stop, ({ statePath, actor }, { job }) => stopJob(statePath, job, actor.name));
