import { Refusal, readCsv } from '@candor/core/base';
import { inspectPath, readBytes } from '../../adapters/files.ts';
import type { ListedFinding } from '../store/finding-store.ts';

/** More rows are no list that a person made. */
const rowsLimit = 1_000_000;

/**
 * Reads the list: a first line with the columns `party`, `message` and, if wanted, `kind`.
 * @throws Refusal with every line that cannot be used.
 */
export function readFindings(path: string): readonly ListedFinding[] {
  if (inspectPath(path).is !== 'file') throw new Refusal('invalid-findings', [`${path}: there is no such file`]);
  const findings: ListedFinding[] = [];
  const reasons: string[] = [];
  let columns: readonly string[] | null = null;
  for (const { fields, line } of readCsv(Buffer.from(readBytes(path)).toString('utf8'))) {
    if (columns === null) {
      columns = fields.map((name) => name.trim().toLowerCase());
      if (!columns.includes('party') || !columns.includes('message'))
        throw new Refusal('invalid-findings', [
          `${path}:${line}: the first line must name the columns party,message,kind`,
        ]);
      continue;
    }
    if (fields.every((field) => field.trim() === '')) continue;
    const cell = (column: string) => fields[columns?.indexOf(column) ?? -1]?.trim() ?? '';
    if (findings.length >= rowsLimit) throw new Refusal('invalid-findings', [`${path}: more than ${rowsLimit} rows`]);
    if (cell('party') === '' || cell('message') === '')
      reasons.push(`${path}:${line}: the row has no party or no message`);
    else findings.push({ line, party: cell('party'), message: cell('message'), kind: cell('kind') || 'secret' });
  }
  if (columns === null) reasons.push(`${path}: the list is empty; its first line names the columns party,message,kind`);
  if (reasons.length > 0) throw new Refusal('invalid-findings', reasons);
  return findings;
}
