import { join } from 'node:path';
import type { PartyExposure } from '@candor/core/impact';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { explainMailbox } from '../../../src/commands/exposure/explain-mailbox.ts';
import { listParties, showParty } from '../../../src/commands/impact/list-parties.ts';
import { compareExposure } from '../../../src/impact/index.ts';
import { openNoticeDesk } from '../../notice/notice-desk.ts';
import { readingState } from '../../opened-state.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());
const LISTED = 20;
/** An attempt to sign in. */
const REFUSED = 'UserLoginFailed';
/** As a verdict has them. */
const REASONS = /^\[\{"code":"[a-z-]+","records":/;

beforeAll(async () => {
  await desk.run();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function inState<T>(work: (state: Database.Database) => T): T {
  const state = new Database(join(desk.state, 'candor.sqlite'));
  try {
    return work(state);
  } finally {
    state.close();
  }
}

const custodians = () =>
  inState((state) => state.prepare<[], string>('SELECT DISTINCT custodian FROM evidence_copy').pluck().all());

test('the first screen of a mailbox summarises all its copies', async () => {
  const seen = new Set<string>();
  for (const custodian of custodians()) {
    const whole = await readingState(desk.state, (state) => explainMailbox(state, custodian, true));
    const first = await readingState(desk.state, (state) => explainMailbox(state, custodian, false));
    const listed = whole.list.filter(({ verdict }) => verdict !== 'no-evidence' && verdict !== 'absent');
    expect(first).toEqual({ ...whole, list: listed.slice(0, LISTED) });
    if (listed.length > LISTED) seen.add('more');
    if (new Set(listed.slice(0, LISTED).map(({ verdict }) => verdict)).size > 1) seen.add('verdicts');
    if (whole.recordCount > 0) seen.add('records');
  }
  expect([...seen].sort()).toEqual(['more', 'records', 'verdicts']);
});

test('the first screen of a mailbox decodes no more copies than it lists', async () => {
  const [custodian = ''] = inState((state) =>
    state
      .prepare<[], string>('SELECT custodian FROM evidence_copy GROUP BY custodian ORDER BY count(*) DESC')
      .pluck()
      .all(),
  );
  const countParsed = async (whole: boolean) => {
    const parse = vi.spyOn(JSON, 'parse');
    const { list } = await readingState(desk.state, (state) => explainMailbox(state, custodian, whole));
    const reasons = parse.mock.calls.filter(([text]) => REASONS.test(String(text))).length;
    parse.mockRestore();
    return { list: list.length, reasons };
  };
  const [first, whole] = [await countParsed(false), await countParsed(true)];
  expect(first.reasons).toBe(first.list);
  expect(whole.reasons).toBe(whole.list);
  expect(whole.list).toBeGreaterThan(first.list);
});

test('the records of a mailbox are the same, stored with the version or not', async () => {
  const show = () =>
    Promise.all(
      custodians().map((custodian) => readingState(desk.state, (state) => explainMailbox(state, custodian, false))),
    );
  const kept = await show();
  expect(kept.some(({ records }) => records.length > 1)).toBe(true);
  expect(kept.every(({ records, recordCount }) => records.length <= recordCount)).toBe(true);
  inState((state) => state.exec("UPDATE exposure_mailbox SET summary = json_remove(summary, '$.records')"));
  // Versions without stored records are older than the rule by which attempts count nowhere.
  const attempts = (await show()).flatMap(({ records }) => records).filter(({ operation }) => operation === REFUSED);
  expect(attempts).not.toEqual([]);
  expect(kept.flatMap(({ records }) => records).filter(({ operation }) => operation === REFUSED)).toEqual([]);
  inState((state) => {
    const remove = state.prepare('DELETE FROM exposure_record WHERE record_id = ?');
    for (const { id } of attempts) remove.run(id);
  });
  expect(await show()).toEqual(kept);
});

async function list(choice: Parameters<typeof listParties>[1]) {
  return readingState(desk.state, async (state) => {
    const { counts, pages } = await listParties(state, choice);
    const parties: PartyExposure[] = [];
    for await (const page of pages) parties.push(...page);
    return { counts, parties };
  });
}

test('parties are listed most exposed first, those without an exposed message when asked', async () => {
  const kept = await Promise.all([{}, { all: true }].map(list));
  expect(kept[0]?.parties.length).toBeGreaterThan(5);
  expect(kept[1]?.parties.length).toBe((kept[0]?.parties.length ?? 0) + (kept[0]?.counts.left ?? 0));
  expect(kept[0]?.counts.left).toBeGreaterThan(0);
  for (const { parties } of kept) expect(parties).toEqual([...parties].sort(compareExposure));
});

test('finds a party by id, domain or address, and suggests similar ones, decoding few rows', async () => {
  const parse = vi.spyOn(JSON, 'parse');
  const { party } = await readingState(desk.state, (state) => showParty(state, 'org-northwind'));
  expect(parse.mock.calls.filter(([text]) => String(text).startsWith('{"mergedIds":'))).toHaveLength(1);
  parse.mockClear();
  for (const name of ['NORTHWIND.example', party.addresses[0]?.address ?? ''])
    expect((await readingState(desk.state, (state) => showParty(state, name))).party).toEqual(party);
  expect(parse.mock.calls.filter(([text]) => String(text).startsWith('{"mergedIds":')).length).toBeLessThan(10);
  await expect(readingState(desk.state, (state) => showParty(state, 'northwin'))).rejects.toThrow(
    'near it: org-northwind',
  );
});
