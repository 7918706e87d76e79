import { evidenceOperations as contract } from '@candor/core/contract/operations';
import { readCustody } from '../commands/evidence/list-evidence.ts';
import { listLostFiles } from '../commands/evidence/lost-evidence.ts';
import { verifyEvidence as verifyFiles } from '../commands/evidence/verify-evidence.ts';
import { toIncidentOf } from '../commands/load-incident.ts';
import { requireLastVersion } from '../commands/open-version.ts';
import { defineOperation } from './operation.ts';

export const listEvidence = defineOperation(contract.listEvidence, async ({ state }) =>
  readCustody(state.store, toIncidentOf(await requireLastVersion(state))),
);

export const lostEvidence = defineOperation(contract.lostEvidence, ({ state }) => listLostFiles(state));

export const verifyEvidence = defineOperation(
  contract.verifyEvidence,
  ({ state, progress }) => verifyFiles(state, progress),
  'reading',
);
