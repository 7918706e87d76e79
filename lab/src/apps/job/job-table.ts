import type { JobName } from '@candor/core/contract/operations';
import type { z } from 'zod';
import { readIncidentPlace } from '../../commands/jobs/incident-place.ts';
import type { Caller } from '../../operations/context.ts';
import { inbox, send } from '../../operations/delivery.ts';
import { verifyEvidence } from '../../operations/evidence.ts';
import { run } from '../../operations/incident.ts';
import { prepareWave } from '../../operations/notice.ts';
import { callOperation, type Operation } from '../../operations/operation.ts';
import { sync } from '../../operations/portal.ts';
import { prepare as prepareRelease } from '../../operations/release.ts';

type Figures = Readonly<Record<string, number>>;

/** Calls an operation with what a page said, and counts what came of it. */
type CallJob = (state: string, caller: Caller, given: object) => Promise<Figures>;

/** @param complete adds what nobody who starts a job may name, such as a file of the machine */
function toJob<Input extends z.ZodObject, Output>(
  operation: Operation<Input, Output>,
  count: (output: Output) => Figures,
  complete: (given: object, state: string) => object | Promise<object> = (given) => given,
): CallJob {
  return async (state, caller, given) => {
    const input = operation.input.parse(await complete(given, state));
    return callOperation(operation, state, caller, input, count);
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

export const JOBS: Readonly<Record<JobName, CallJob>> = {
  run: toJob(
    run,
    ({ summary, status }) => ({
      version: summary.version,
      copies: summary.evidence.copies,
      needs: status.summary.needs.length,
    }),
    async (given, state) => ({ ...given, state, out: null, incident: await readIncidentPlace(state) }),
  ),
  'evidence.verify': toJob(verifyEvidence, ({ files, changed, more }) => ({
    files,
    changed: changed.length + sum(more.map(({ files: each }) => each)),
  })),
  'notice.prepare': toJob(prepareWave, ({ wave, notices }) => ({ wave: wave ?? 0, notices })),
  'notice.send': toJob(send, ({ done, foundUncertain }) => ({
    accepted: done.accepted ?? 0,
    uncertain: foundUncertain + (done.uncertain ?? 0),
  })),
  'notice.inbox': toJob(inbox, ({ taken, unmatched }) => ({ taken, unmatched })),
  'release.prepare': toJob(prepareRelease, (releases) => ({
    releases: releases.length,
    unread: sum(releases.map(({ unread }) => unread.length)),
  })),
  'portal.sync': toJob(sync, ({ pulled, pushed }) => ({
    enrollments: pulled.enrollments,
    releases: pushed.pushed.length,
    needs: pulled.needs.length,
  })),
};
