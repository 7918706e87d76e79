import { transparencyOperations as contract } from '@candor/core/contract/operations';
import { readCase, setAware } from '../commands/transparency/case-facts.ts';
import * as figures from '../commands/transparency/figures.ts';
import * as log from '../commands/transparency/open-log.ts';
import { reportGdpr as makeGdprReport } from '../commands/transparency/report-gdpr.ts';
import { verifyFigureOutside as verifyOutside } from '../commands/transparency/verify-figure-outside.ts';
import { verifyLogFiles } from '../commands/transparency/verify-log.ts';
import { requireSignature } from './context.ts';
import { defineLocal, defineOperation } from './operation.ts';

export const listCase = defineOperation(contract.listCase, ({ state }) => readCase(state.store));

export const setCase = defineOperation(contract.setCase, ({ state, actor, now }, { time, by, how }) =>
  setAware(state, { at: time, by, how, account: actor.account, recordedAt: now }),
);

export const listFigures = defineOperation(contract.listFigures, ({ state }) => figures.listFigures(state), 'checking');

export const publishFigure = defineOperation(
  contract.publishFigure,
  (context, order) => figures.publishFigure(context.state, { ...order, signing: requireSignature(context) }),
  'judged',
);

export const verifyFigure = defineOperation(
  contract.verifyFigure,
  ({ state }, { file }) => figures.verifyFigure(state, file),
  'checking',
);

export const verifyFigureOutside = defineLocal(contract.verifyFigureOutside, (_, { proof: proofs, ...order }) =>
  verifyOutside({ ...order, proofs }),
);

export const reportGdpr = defineOperation(
  contract.reportGdpr,
  ({ state }, { out }) => makeGdprReport(state, out),
  'checking',
);

export const publishLog = defineOperation(contract.publishLog, ({ state }, { site, all }) =>
  log.publishToSite(state, site, all),
);

export const verifyLog = defineLocal(
  contract.verifyLog,
  (_, { checkpoint: checkpoints, proof: proofs, witness: witnesses, ...order }) =>
    verifyLogFiles({ ...order, checkpoints, proofs, witnesses }),
);

export const checkLog = defineOperation(contract.checkLog, ({ state }) => log.checkLog(state), 'checking');

export const proveEntry = defineOperation(
  contract.proveEntry,
  async ({ state }, { position, bare, out }) => ({
    index: position,
    proof: await log.proveLogEntry(state, position, bare, out),
  }),
  'listing',
);

/** Without a party: those of every entry. */
export const openEntries = defineOperation(
  contract.openEntries,
  async ({ state }, { party, out }) => ({ out, count: await log.openEntries(state, party, out) }),
  'listing',
);
