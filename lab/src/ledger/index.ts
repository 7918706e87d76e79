/**
 * The log of what was done: opened, appended to under a lock, and checked against the copy that is kept elsewhere.
 */
export { connectLog } from './connect-log.ts';
export {
  listOperatorsOfLog,
  type OperatorsSince,
  readGenesis,
  readKeySet,
  toDeclared,
  toGenesis,
  toListedOperators,
  toOperatorChange,
} from './key-set.ts';
export { assertContinues, readOwnCheckpoint, toHeadPaths, withSigningLock, writeHead } from './signed-head.ts';
export { assertSoundKeys, findEntryFault, openLogSigner, refuseAltered, startLog } from './start-log.ts';
