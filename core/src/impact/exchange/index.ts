/**
 * Writes parties.csv and unresolved.jsonl byte for byte.
 */

export { toCsvLine } from './csv-line.ts';
export { type FindingLine, toFindingLine } from './findings-jsonl.ts';
export { PARTIES_CSV_HEADER, toPartyLine } from './parties-csv.ts';
export { compareUnresolved, toUnresolvedLines, type UnresolvedEntry } from './unresolved-jsonl.ts';
