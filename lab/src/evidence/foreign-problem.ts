import { formatAmount, hint, type Problem } from '@candor/core/base';
import type { ForeignLog } from '@candor/core/evidence/audit';
import { type AccessFileReading, type ForeignRows, toRowPlace } from '@candor/core/evidence/record';
import { isReadForLeads } from '@candor/core/evidence/sign-in';

/** Codes of a file, or of rows, that are no access log (docs/formats/problems.md). */
export const FOREIGN_CODES = {
  'no-access': 'foreign-log',
  access: 'foreign-access-log',
  elsewhere: 'wrong-place',
} as const;

/** One entry for the whole file: what it is, what was done with it, what to do. */
export function toForeignProblem(
  file: string,
  { log, line, rows }: ForeignRows,
  { rows: others, unit }: AccessFileReading,
): Problem {
  const isAll = others === 0;
  const what = isAll
    ? `This is ${log.name}`
    : `${formatAmount(rows, 'row is', 'rows are')} of ${log.name} (first: ${toRowPlace(file, unit, line)})`;
  return {
    code: FOREIGN_CODES[log.shows],
    place: file,
    text: `${what}${says[log.shows]} ${isAll ? done[log.shows] : 'The other rows were read.'} ${toFix(log)}`,
    weight: 'person',
  };
}

const says = {
  'no-access': ', which records no mail access.',
  access: '. It may show mail accesses, but in an unsupported format.',
  elsewhere: ', not a log of mail accesses.',
} as const;

const done = {
  'no-access': 'Nothing of it was used, and its `covers` counts for nothing.',
  access: 'Nothing of it was used, and what it covers counts as a gap.',
  elsewhere: 'Nothing of it was used, and its `covers` counts for nothing.',
} as const;

function toFix(log: ForeignLog): string {
  const { fix } = log;
  if (fix !== '') return fix;
  const use = isReadForLeads(log)
    ? `${hint('leads', { logs: 'FILE' })} shows which of its sessions and addresses to decide.`
    : 'Its sessions and addresses may belong under `intruder`.';
  return `Remove it from \`access\`. ${use}`;
}

/** The same before anything was read of it. */
export function toForeignWords(log: ForeignLog): string {
  return `This is ${log.name}${says[log.shows]} ${toFix(log)}`;
}
