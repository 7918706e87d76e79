import { formatInstant, type Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import type { AccessFileUse } from '../exposure/access-file-use.ts';
import { toTypedWord } from './typed-word.ts';

/** A log may begin and end quietly; for longer it is rather not whole. */
const QUIET_SECONDS = 7 * 24 * 60 * 60;
/** So many records of one mailbox by nobody but its owner look like a search by user. */
const OWN_RECORDS = 5;

/** What is asserted of access files against what their records show (docs/formats/rules.md, Coverage). No gap follows from it. */
export function toCoversProblems({ access }: Incident, uses: readonly AccessFileUse[]): Problem[] {
  const byFile = new Map(uses.map((use) => [use.file, use]));
  return access.flatMap(({ file, covers }): Problem[] => {
    if (covers === null) return [];
    const use = byFile.get(file);
    const isBeyond =
      use === undefined || covers.from < use.first - QUIET_SECONDS || covers.to > use.last + QUIET_SECONDS;
    const own = [...(use?.mailboxes ?? [])].filter(
      ([custodian, { records, byOthers }]) =>
        records >= OWN_RECORDS &&
        byOthers === 0 &&
        (covers.mailboxes === 'all' || covers.mailboxes.includes(custodian)),
    );
    return [
      ...(isBeyond ? [toBeyond(file, covers.from, covers.to, use)] : []),
      ...own.map(([custodian]) => toOneUser(file, custodian)),
    ];
  });
}

function toBeyond(file: string, from: number, to: number, use: AccessFileUse | undefined): Problem {
  const said = `\`covers\` says that this log is there from ${formatInstant(from)} to ${formatInstant(to)}`;
  const found =
    use === undefined
      ? 'and it has not one record'
      : `and its records are from ${formatInstant(use.first)} to ${formatInstant(use.last)}`;
  return {
    code: 'covers-beyond-records',
    place: file,
    text: `${said}, ${found}: mail counts as untouched where nothing was recorded. Correct \`covers\`, or export that time again; where the log was silent and is whole, accept it with --accept ${toTypedWord(file)}.`,
    weight: 'person',
  };
}

function toOneUser(file: string, custodian: string): Problem {
  const place = `${file}=${custodian}`;
  return {
    code: 'covers-one-user',
    place,
    text: `every record of the mailbox of ${custodian} in this log was made by its owner, as a search by user gives them: such a search finds no delegate and no application, and yet \`covers\` says that the log of the mailbox is there. Search by mailbox and name that log, or take ${custodian} out of \`covers\`; where the log is whole, accept it with --accept ${toTypedWord(place)}.`,
    weight: 'person',
  };
}
