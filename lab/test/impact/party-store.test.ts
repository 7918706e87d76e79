import { join } from 'node:path';
import type { PartyExposure } from '@candor/core/impact';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listMigrations } from '../../src/adapters/store/migration-list.ts';
import { openStateForWriting, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { compareExposure } from '../../src/impact/index.ts';
import { readFormerParties } from '../../src/impact/store/former-party-store.ts';
import {
  countParties,
  type PartyChoice,
  readParties,
  replaceParties,
  streamParties,
} from '../../src/impact/store/party-store.ts';
import { storeFormerParties } from '../former-parties.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { completeByHand, makeParty } from './made-party.ts';

let state: StateFolder;

beforeEach(async () => {
  state = await openStateForWriting(makeTemporaryFolder());
});
afterEach(() => state.close());

const replace = (parties: readonly PartyExposure[], version = 1) =>
  replaceParties(state.store, version, { parties, ids: null }, async () => undefined);

/** Every member that a count gives, with another value each. */
const WHOLE: PartyExposure = {
  ...{ party: 'whole.example', kind: 'person', name: 'Ölaf "x"', country: 'NO', mergedIds: ['a', 'whole.example'] },
  contacts: {
    imported: [{ contact: 'a@whole.example', role: null, language: 'de' }],
    curated: [{ contact: 'b@whole.example', role: 'legal', language: null }],
    withdrawn: ['c@whole.example'],
  },
  ...{ accessed: 1, presumed: 2, partial: 3, possible: 4, undetermined: 5, messages: 10, copies: 11 },
  ...{ first: -12, last: 253_402_300_799 },
  roles: { sender: 14, recipient: 15, blindRecipient: 16, attached: 17 },
  ...{ intruderSent: 18, bulk: 19, undeterminedBulk: 20, intruderSentToOthers: 21, undecided: 22 },
  custodians: [{ custodian: 'ann', messages: 23, copies: 24 }],
  domains: ['whole.example'],
  addresses: [{ address: 'a@whole.example', spelling: 'A@whole.example', messages: 25 }],
};
const BARE = makeParty('bare.example');

describe('a party is read as it was counted, member by member in the same order', () => {
  test('from the columns', async () => {
    await replace([BARE, WHOLE]);
    expect((await readParties(state.store, 1)).map((party) => JSON.stringify(party))).toEqual(
      [BARE, WHOLE].map((party) => JSON.stringify(party)),
    );
  });

  test('from a state of before the columns', async () => {
    // More than one page of the migration, in three versions.
    const many = [...Array.from({ length: 700 }, (_, at) => makeParty(`p-${at}.example`)), WHOLE];
    const kept = many.map((party) => JSON.stringify(party)).sort();
    for (const version of [1, 2, 3]) await replace(many, version);
    const raw = new Database(join(state.store.folder, 'candor.sqlite'));
    storeFormerParties(raw);
    raw.close();
    const migrations = listMigrations({ text: sql`text`, bytes: sql`blob`, generatedId: sql`integer` });
    await migrations['0033-party-figures']?.up(state.store.db);
    for (const version of [1, 2, 3])
      expect((await readParties(state.store, version)).map((party) => JSON.stringify(party))).toEqual(kept);
  });

  test('from those that went away', async () => {
    await replace([BARE, WHOLE]);
    await replace([makeParty('other.example')]);
    const former = await readFormerParties(state.store, ['bare.example', 'whole.example', 'never.example']);
    expect([...former.values()].map((party) => JSON.stringify(party))).toEqual(
      [BARE, WHOLE].map((party) => JSON.stringify(party)),
    );
  });
});

test('a party that went away and came back is read as it is now', async () => {
  await completeByHand(state.store, 1);
  await replace([BARE]);
  await replace([WHOLE]);
  await replace([{ ...BARE, name: 'Back' }]);
  await replace([WHOLE]);
  await replace([{ ...BARE, name: 'Again' }, WHOLE]);
  const names = [...(await readFormerParties(state.store, ['bare.example'])).values()].map(({ name }) => name);
  expect(names).toEqual(['Again']);
  expect(await state.store.db.selectFrom('impact_former_party').selectAll().execute()).toEqual([]);
});

test.each([
  ['kind', 'company'],
  ['lists', '{"mergedIds":[],"domains":[],"addresses":[{"address":1}]}'],
  ['lists', 'no JSON'],
])('a row with another %s (%s) is a fault', async (column, value) => {
  await replace([WHOLE]);
  await sql`update impact_party set ${sql.ref(column)} = ${value}`.execute(state.store.db);
  await expect(readParties(state.store, 1)).rejects.toThrow(`impact_party.${column} of row whole.example`);
});

describe('the list of parties', () => {
  const FIGURES = ['accessed', 'presumed', 'messages', 'undetermined', 'intruderSent'] as const;
  /** Each figure is 0 to 2, so that there are many ties in each place of the order. */
  const PARTIES = Array.from({ length: 3 ** FIGURES.length }, (_, at) =>
    makeParty(`${(at * 7919) % 1000}.example`, {
      kind: (['organization', 'person', 'list'] as const)[at % 3] ?? 'list',
      ...Object.fromEntries(FIGURES.map((figure, place) => [figure, Math.trunc(at / 3 ** place) % 3])),
    }),
  );
  const isShown = (party: PartyExposure) => party.messages + party.undetermined + party.intruderSent > 0;

  async function list(choice: PartyChoice): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const page of streamParties(state.store, 1, choice)) found.push(...page.map(({ party }) => party));
    return found;
  }

  beforeEach(() => replace([...PARTIES].sort((a, b) => (a.party < b.party ? -1 : 1))));

  test.each<[string, PartyChoice, (party: PartyExposure) => boolean]>([
    ['those with an exposed message', {}, isShown],
    ['all', { all: true }, () => true],
    ['one kind', { kind: 'person' }, (party) => party.kind === 'person' && isShown(party)],
    ['from a number on', { min: { accessed: 1 } }, (party) => party.accessed >= 1 && isShown(party)],
    [
      'from several numbers on, of one kind',
      { kind: 'list', all: true, min: { accessed: 1, undetermined: 2 } },
      (party) => party.kind === 'list' && party.accessed >= 1 && party.undetermined >= 2,
    ],
  ])('has %s, most exposed first, and counts them', async (_, choice, isListed) => {
    const expected = PARTIES.filter(isListed).sort(compareExposure);
    expect(expected.length).toBeGreaterThan(0);
    expect(await list(choice)).toEqual(expected.map(({ party }) => party));
    const counts = await countParties(state.store, 1, choice);
    const listed = counts.filter(({ shown }) => shown || choice.all === true);
    expect(listed.reduce((sum, { parties }) => sum + parties, 0)).toBe(expected.length);
    for (const { kind } of counts.filter(({ shown }) => shown))
      expect(counts.find((one) => one.shown && one.kind === kind)?.parties).toBe(
        expected.filter((party) => party.kind === kind && isShown(party)).length,
      );
  });

  test.each(['undetermined', 'messages', 'copies'] as const)('is sorted by %s, equal ones as before', async (sort) => {
    const expected = [...PARTIES].sort((a, b) => b[sort] - a[sort] || compareExposure(a, b));
    expect(await list({ all: true, sort })).toEqual(expected.map(({ party }) => party));
  });

  test('is read from an index in its order, and counted from the index alone', async () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare');
    await list({});
    await list({ kind: 'list', min: { accessed: 1 } });
    await list({ all: true, sort: 'copies' });
    await countParties(state.store, 1, { kind: 'list' });
    const asked = prepare.mock.calls.map(([text]) => text).filter((text) => text.includes('impact_party'));
    prepare.mockRestore();
    const raw = new Database(join(state.store.folder, 'candor.sqlite'), { readonly: true });
    const plans = asked.map((text) =>
      raw
        .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
        .all(Array.from(text.matchAll(/\?/g), () => 1))
        .map(({ detail }) => detail),
    );
    raw.close();
    const inOrder = 'SEARCH impact_party USING INDEX impact_party_order (version=?)';
    expect(plans).toEqual([
      [inOrder],
      ['SEARCH impact_party USING INDEX impact_party_order (version=? AND accessed>?)'],
      [expect.any(String), 'USE TEMP B-TREE FOR ORDER BY'],
      [
        'SEARCH impact_party USING COVERING INDEX impact_party_order (version=?)',
        expect.stringContaining('USE TEMP B-TREE FOR GROUP BY'),
      ],
    ]);
  });
});
