import { peopleOperations as contract } from '@candor/core/contract/operations';
import { defaultKeyFile } from '../adapters/keys/key-file.ts';
import { toPassphrase } from '../adapters/keys/passphrase.ts';
import { showDecision as findDecision, listDecisions } from '../commands/decisions.ts';
import {
  addOperator as add,
  approveOperatorChange as approve,
  listOperators,
  prepareOperatorChange,
} from '../commands/notice/operators.ts';
import { requireSignature } from './context.ts';
import { defineLocal, defineOperation } from './operation.ts';

export const addOperator = defineLocal(contract.addOperator, (_, { name, key, passphraseFile, mailbox, workFactor }) =>
  add(
    name,
    key ?? defaultKeyFile(name),
    toPassphrase(passphraseFile, `New passphrase for ${name}: `),
    mailbox,
    workFactor === undefined ? {} : { scryptWorkFactor: workFactor },
  ),
);

export const operators = defineOperation(contract.operators, ({ state }) => listOperators(state), 'acting');

export const operatorChange = defineOperation(
  contract.operatorChange,
  ({ state }) => prepareOperatorChange(state),
  'acting',
);

export const approveOperatorChange = defineOperation(contract.approveOperatorChange, (context, { digest }) =>
  approve(context.state, requireSignature(context), digest),
);

export const decisions = defineOperation(contract.decisions, ({ state }) => listDecisions(state), 'listing');

export const showDecision = defineOperation(
  contract.showDecision,
  ({ state }, { number }) => findDecision(state, number),
  'listing',
);
