/**
 * Writes parties.csv and unresolved.jsonl byte for byte.
 */

export { type FindingLine, toFindingLine } from './findings-jsonl.ts';
export { PARTIES_CSV_HEADER, toCsvLine, toPartyLine } from './parties-csv.ts';
export { compareUnresolved, toUnresolvedLines, type UnresolvedEntry } from './unresolved-jsonl.ts';
