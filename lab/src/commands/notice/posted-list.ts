import { Refusal, readCsv } from '@candor/core/base';
import { toCsvLine } from '@candor/core/impact/exchange';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';

/** A letter, as identified by a person. */
export interface NamedLetter {
  /** Prefix of a reason: line and file. */
  readonly place: string;
  /** Party, domain or number of the notice. */
  readonly name: string;
  /** Whose it is, where both are said. */
  readonly party: string | null;
  readonly reference: string | null;
}

/** A wave has no more notices. */
const rowsLimit = 32_768;

const COLUMNS = ['notice', 'party', 'file', 'reference'] as const;

/** The list for the poster, which comes back with references. */
export function toPostedList(
  letters: readonly { readonly notice: number; readonly party: string; readonly file: string }[],
): string {
  const rows = letters.map(({ notice, party, file }) => toCsvLine([notice, party, file, '']));
  return [toCsvLine([...COLUMNS]), ...rows].join('');
}

/** @throws Refusal for a file that is no such list. */
export function readPostedList(path: string): readonly NamedLetter[] {
  if (inspectPath(path).is !== 'file') throw new Refusal('invalid-posting', [`${path}: there is no such file`]);
  const letters: NamedLetter[] = [];
  let columns: readonly string[] | null = null;
  for (const { fields, line } of readCsv(Buffer.from(readBytes(path)).toString('utf8'))) {
    if (columns === null) {
      columns = fields.map((name) => name.trim().toLowerCase());
      if (!columns.includes('notice') && !columns.includes('party'))
        throw new Refusal('invalid-posting', [
          `${path}:${line}: the first line must name the column notice or party, and may name reference`,
        ]);
      continue;
    }
    if (fields.every((field) => field.trim() === '')) continue;
    const cell = (column: (typeof COLUMNS)[number]) => fields[columns?.indexOf(column) ?? -1]?.trim() ?? '';
    if (letters.length >= rowsLimit) throw new Refusal('invalid-posting', [`${path}: more than ${rowsLimit} rows`]);
    // As written, before formulas were escaped.
    const party = cell('party').replace(/^'(?=[=+\-@])/, '') || null;
    const place = `${path}:${line}: `;
    letters.push({ place, name: cell('notice') || (party ?? ''), party, reference: cell('reference') || null });
  }
  if (letters.length === 0) throw new Refusal('invalid-posting', [`${path}: the list names no letter`]);
  return letters;
}
