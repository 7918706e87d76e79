/**
 * The table of operations: what each operation of an audit log means for a verdict.
 */

export { type OperationBearing, type OperationTable, readOperationTable, toOperationKey } from './operation-table.ts';
export type { Reference } from './reference.ts';
