/**
 * The table of operations: what each operation of an audit log means for a verdict.
 */

export {
  type OperationBearing,
  type OperationTable,
  type Reference,
  readOperationTable,
  toOperationKey,
} from './reference.ts';
