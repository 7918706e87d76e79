import { createHash } from 'node:crypto';
import type { ExportDigests } from '../../adapters/export-file.ts';

/** What a version's digest is made of. */
export interface JudgedFiles {
  readonly exposure: ExportDigests;
  readonly unresolved: ExportDigests;
  readonly records: ExportDigests;
}

/**
 * The digest of a version: of the digests of exposure.jsonl, unresolved.jsonl and records.jsonl. `former` is the same
 * of the files as they were written before escapes stood for what a terminal obeys.
 */
export function toVersionDigests({ exposure, unresolved, records }: JudgedFiles): ExportDigests {
  const files = [exposure, unresolved, records];
  return { digest: digestAll(files.map((of) => of.digest)), former: digestAll(files.map((of) => of.former)) };
}

function digestAll(digests: readonly string[]): string {
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
