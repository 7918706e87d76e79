import { findingOperations as contract, eraseOperations } from '@candor/core/contract/operations';
import { toSignature } from '../commands/decider.ts';
import {
  type AskedFindings,
  decideFindings,
  type FindingsJudged,
  readDecisionViews,
  undoDecision,
} from '../commands/impact/decide-findings.ts';
import { decidePersons } from '../commands/impact/decide-people.ts';
import { eraseFindings } from '../commands/impact/erase-findings.ts';
import { listFindings, overviewFindings, showValue as readValue } from '../commands/impact/list-findings.ts';
import { listPeople, readFindingFigures } from '../commands/impact/list-people.ts';
import { readPrivilegeLog } from '../commands/impact/privilege-log.ts';
import { revealValue } from '../commands/impact/reveal-value.ts';
import {
  drawSample as draw,
  evaluateLabels,
  readSample as readBack,
  showSample as readNewestSample,
} from '../commands/impact/sample-findings.ts';
import { scanFindings } from '../commands/impact/scan-findings.ts';
import { eraseKeptInputs } from '../commands/transparency/erase-inputs.ts';
import { type Context, requireSignature, toDecidedBy } from './context.ts';
import { defineLocal, defineOperation } from './operation.ts';

export const overview = defineOperation(contract.overview, ({ state }, filter) => overviewFindings(state, filter));

export const list = defineOperation(contract.list, ({ state }, { from, limit, ...filter }) =>
  listFindings(state, filter, { from: from - 1, limit }),
);

export const showValue = defineOperation(contract.showValue, ({ state }, { value }) => readValue(state, value));

export const reveal = defineOperation(contract.reveal, ({ state, actor }, input) => {
  const { value, why, second, secondKey: key, secondPassphraseFile: passphraseFile } = input;
  const beside = second === null ? null : toSignature({ as: second, key, passphraseFile });
  return revealValue(state, { value, why, first: requireSignature({ actor }), second: beside });
});

type Decision = AskedFindings & { readonly why: string };

const decision =
  (act: 'accept' | 'dismiss') =>
  (context: Context, { why, ...about }: Decision): Promise<FindingsJudged> =>
    decideFindings(context.state, act, about, toDecidedBy(context, why));

export const accept = defineOperation(contract.accept, decision('accept'));

export const dismiss = defineOperation(contract.dismiss, decision('dismiss'));

export const undo = defineOperation(contract.undo, (context, { number, why }) =>
  undoDecision(context.state, number, toDecidedBy(context, why)),
);

export const decisions = defineOperation(contract.decisions, ({ state }) => readDecisionViews(state.store));

export const drawSample = defineOperation(contract.drawSample, ({ state, actor }, order) =>
  draw(state, { ...order, by: actor.name }),
);

export const readSample = defineOperation(contract.readSample, ({ state }, { answers }) => readBack(state, answers));

export const showSample = defineOperation(contract.showSample, ({ state }) => readNewestSample(state));

export const people = defineOperation(contract.people, ({ state }, { out = null }) => listPeople(state, out));

export const mergePersons = defineOperation(contract.mergePersons, (context, { persons, why }) =>
  decidePersons(context.state, 'merge', persons, toDecidedBy(context, why)),
);

export const splitPerson = defineOperation(contract.splitPerson, (context, { persons, why }) =>
  decidePersons(context.state, 'split', persons, toDecidedBy(context, why)),
);

export const figures = defineOperation(contract.figures, ({ state }) => readFindingFigures(state));

export const privilege = defineOperation(contract.privilege, (context, { out = null, hold, why = '' }) =>
  readPrivilegeLog(context.state, { out, hold: hold ? toDecidedBy(context, why) : null }),
);

export const erase = defineOperation(
  contract.erase,
  (context, { before, why = null, digest }) =>
    eraseFindings(context.state, { before, why, digest, signing: requireSignature(context) }),
  'writing',
);

export const eraseInputs = defineOperation(
  eraseOperations.inputs,
  (context, { why = null, digest }) =>
    eraseKeptInputs(context.state, { why, digest, signing: requireSignature(context) }),
  'writing',
);

export const scan = defineLocal(contract.scan, ({ progress }, { path, out = null, workers, ...settings }) =>
  scanFindings(path, { out, workers, progress, settings }),
);

export const evaluate = defineLocal(contract.evaluate, ({ progress }, { labels, mail, folds, workers }) =>
  evaluateLabels(labels, mail, { workers, folds, progress }),
);
