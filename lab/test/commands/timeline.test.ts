import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { readStatus } from '../../src/commands/read-status.ts';
import { readTimeline } from '../../src/commands/read-timeline.ts';
import { openNoticeDesk } from '../notice/notice-desk.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());

beforeAll(async () => {
  await desk.run();
});

const read = async () => ({
  timeline: await readingState(desk.state, readTimeline),
  status: await readingState(desk.state, readStatus),
});

function sumBy<Row>(rows: readonly Row[], key: (row: Row) => string, n: (row: Row) => number) {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[key(row)] = (sums[key(row)] ?? 0) + n(row);
  return sums;
}

test('kept totals by day are what the run counted and what the tables hold', async () => {
  const { timeline, status } = await read();
  const { copies = [], acts = [] } = timeline.days ?? {};
  const counted = Object.fromEntries(Object.entries(status.summary.copies).filter(([, n]) => n > 0));
  expect(
    sumBy(
      copies,
      ({ verdict }) => verdict,
      (row) => row.copies,
    ),
  ).toEqual(counted);
  const state = new Database(join(desk.state, 'candor.sqlite'), { readonly: true });
  const rows = state
    .prepare<[], { day: number | null; verdict: string; copies: number }>(
      'SELECT arrived / 86400 * 86400 AS day, verdict, count(*) AS copies FROM exposure_verdict JOIN evidence_copy ON evidence_copy.id = copy_id GROUP BY 1, 2',
    )
    .all();
  state.close();
  const toText = (all: readonly (typeof rows)[number][]) =>
    all.map(({ day, verdict, copies: n }) => `${day} ${verdict} ${n}`).sort();
  expect(toText(copies.map((row) => ({ ...row })))).toEqual(toText(rows));
  const kinds = sumBy(
    acts.filter(({ isUndecided }) => !isUndecided),
    ({ kind }) => kind,
    ({ records }) => records,
  );
  expect(kinds).toEqual(status.summary.audit.intruderKinds);
});

test('every mailbox with an act or a gap has a row, and no act is lost on the way there', async () => {
  const { timeline, status } = await read();
  const names = timeline.mailboxes.map(({ name }) => name);
  const gapped = new Set(status.summary.gaps.map(({ custodian }) => custodian));
  expect(names).toEqual(expect.arrayContaining([...gapped]));
  for (const { bands } of timeline.mailboxes)
    for (const { from, to } of bands) {
      expect(from).toBeGreaterThanOrEqual(timeline.period.from);
      expect(to).toBeLessThanOrEqual(timeline.period.to);
    }
});
