import { exposureOperations as contract } from '@candor/core/contract/operations';
import { readLead } from '@candor/core/exposure/lead';
import { exportResults as writeExports } from '../commands/export-results.ts';
import { compareRuns } from '../commands/exposure/compare-runs.ts';
import { explainCopies } from '../commands/exposure/explain-copies.ts';
import { explainMailbox as explainWholeMailbox } from '../commands/exposure/explain-mailbox.ts';
import { findLeadEffect } from '../commands/exposure/lead-effect.ts';
import { listCopies, listMailboxes } from '../commands/exposure/list-copies.ts';
import { listUnresolved } from '../commands/exposure/list-unresolved.ts';
import { readInterest } from '../commands/exposure/read-interest.ts';
import { readLeads } from '../commands/exposure/read-leads.ts';
import { defineOperation } from './operation.ts';

export const explainCopy = defineOperation(contract.explainCopy, ({ state }, { copy }) => explainCopies(state, copy));

export const explainMailbox = defineOperation(contract.explainMailbox, ({ state }, { mailbox, all }) =>
  explainWholeMailbox(state, mailbox, all),
);

export const mailboxes = defineOperation(contract.mailboxes, ({ state }) => listMailboxes(state));

export const copies = defineOperation(
  contract.copies,
  ({ state }, { custodian, verdicts, text, by, isDescending, from, count }) =>
    listCopies(state, { custodian, verdicts, text }, { by, isDescending, from, count }),
);

export const interest = defineOperation(contract.interest, ({ state, progress }) => readInterest(state, progress));

// A page names no file of this machine, so its input has no logs.
export const leads = defineOperation(contract.leads, ({ state, progress }, { logs = [] }) =>
  readLeads(state, logs, progress),
);

export const leadEffect = defineOperation(contract.leadEffect, ({ state, progress }, input) =>
  findLeadEffect(state, {
    leads: input.effect.map(readLead),
    owner: input.as ?? null,
    custodian: input.mailbox ?? null,
    workers: input.workers,
    progress,
  }),
);

export const unresolved = defineOperation(contract.unresolved, ({ state }) => listUnresolved(state));

export const diff = defineOperation(contract.diff, ({ state }, { from, to }) =>
  compareRuns(state, from ?? null, to ?? null),
);

export const exportResults = defineOperation(
  contract.exportResults,
  ({ state, progress, settle }, { out }) => writeExports(state, out, null, progress, settle),
  'reading',
);

export const exportRecords = defineOperation(
  contract.exportRecords,
  ({ state, progress, settle }, { out }) => writeExports(state, out, 'records.jsonl', progress, settle),
  'reading',
);
