import type { AccessFile, Incident } from '@candor/core/evidence';
import { expect, test } from 'vitest';
import { toCoversProblems } from '../../src/commands/covers-problems.ts';
import { AccessFileUses } from '../../src/exposure/access-file-use.ts';

const DAY = 86_400;
const covers = { mailboxes: ['ada'], from: 100 * DAY, to: 200 * DAY };
const incidentOf = (access: readonly AccessFile[]) => ({ access }) as unknown as Incident;
const file: AccessFile = { file: 'log.json', covers, acquired: null };

/** Codes and places for records of Ada: their times, and whether she made them. */
function codes(records: readonly (readonly [time: number, isByOwner: boolean])[], of: readonly AccessFile[] = [file]) {
  const uses = new AccessFileUses();
  for (const [row, [, isByOwner]] of records.entries()) uses.note(row, 'ada', isByOwner);
  for (const [row, [time]] of records.entries()) uses.see('log.json', row, time);
  return toCoversProblems(incidentOf(of), uses.list()).map(({ code, place }) => `${code} ${place}`);
}

test('covers may reach seven days beyond the records, and no second further', () => {
  const [from, to] = [covers.from, covers.to];
  expect(
    codes([
      [from + 7 * DAY, true],
      [to - 7 * DAY, true],
    ]),
  ).toEqual([]);
  expect(
    codes([
      [from + 7 * DAY + 1, true],
      [to, true],
    ]),
  ).toEqual(['covers-beyond-records log.json']);
  expect(
    codes([
      [from, true],
      [to - 7 * DAY - 1, true],
    ]),
  ).toEqual(['covers-beyond-records log.json']);
  expect(codes([])).toEqual(['covers-beyond-records log.json']);
  expect(codes([], [{ ...file, covers: null }])).toEqual([]);
});

test('five records of nobody but the owner look like a search by user', () => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, at) => [at % 2 === 0 ? covers.from : covers.to, true] as const);
  expect(codes(own(4))).toEqual([]);
  expect(codes(own(5))).toEqual(['covers-one-user log.json=ada']);
  expect(codes(own(5), [{ ...file, covers: { ...covers, mailboxes: 'all' } }])).toEqual([
    'covers-one-user log.json=ada',
  ]);
  expect(codes(own(5), [{ ...file, covers: { ...covers, mailboxes: ['bo'] } }])).toEqual([]);
  expect(codes([...own(5), [covers.from, false]])).toEqual([]);
});
