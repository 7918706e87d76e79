import type { OperationContract } from '@candor/core/contract/operations';
import * as contract from '@candor/core/contract/operations';

/** Every operation there is: a page that calls one that is not for browsers gets the reason. */
export const CONTRACTS: readonly OperationContract[] = Object.entries(contract).flatMap(([name, table]) =>
  name.endsWith('Operations') && typeof table === 'object' ? listContracts(table) : [],
);

/** Some tables have tables in them. */
function listContracts(table: object): readonly OperationContract[] {
  return isContract(table) ? [table] : Object.values(table).flatMap((one: object) => listContracts(one));
}

function isContract(table: object): table is OperationContract {
  return 'kind' in table && 'input' in table && 'roles' in table;
}
