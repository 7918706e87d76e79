import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStateForWriting } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { findPartiesHaving, readPartiesById } from '../../src/impact/store/affected-party-store.ts';
import { replaceParties } from '../../src/impact/store/party-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { makeParty } from './made-party.ts';

let store: Store;
let close: () => Promise<void>;

const PARTIES: Readonly<Record<string, readonly string[]>> = {
  'bay.example': ['al@bay.example'],
  jo: ['jo@acme.example', '"jo \\"x\\" o"@mail.acme.example'],
  'not-acme.example': ['jo@not-acme.example'],
};

beforeEach(async () => {
  const state = await openStateForWriting(makeTemporaryFolder());
  ({ store } = state);
  close = () => state.close();
  const parties = Object.entries(PARTIES).map(([party, addresses]) =>
    makeParty(party, {
      addresses: addresses.map((address) => ({ address, spelling: address, messages: 1 })),
      // A name may look like an address of its lists.
      custodians: [{ custodian: '"address":"eve@acme.example"', messages: 1, copies: 1 }],
    }),
  );
  for (const version of [1, 2])
    await replaceParties(
      store,
      version,
      { parties: parties.map((party) => ({ ...party, messages: version })), ids: null },
      async () => undefined,
    );
});
afterEach(() => close());

const find = async (addresses: readonly string[], domains: readonly string[] = []) =>
  (await findPartiesHaving(store, 2, { addresses: new Set(addresses), domains: new Set(domains) })).map(
    ({ party }) => party,
  );

test('finds the owner of an address, also quoted, and nobody by a similar one', async () => {
  expect(await find(['al@bay.example', 'jo@acme.example'])).toEqual(['bay.example', 'jo']);
  expect(await find(['"jo \\"x\\" o"@mail.acme.example'])).toEqual(['jo']);
  expect(await find(['eve@acme.example', 'o@acme.example', 'bay.example'])).toEqual([]);
});

test('finds who is at a domain or below it, not at one with the same ending', async () => {
  expect(await find([], ['acme.example'])).toEqual(['jo']);
  expect(await find([], ['mail.acme.example', 'bay.example'])).toEqual(['bay.example', 'jo']);
  expect(await find([], ['example.test'])).toEqual([]);
});

test('reads any number of parties of one version by id', async () => {
  const many = Array.from({ length: 1200 }, (_, at) => `p${at}.example`);
  const found = await readPartiesById(store, 2, new Set([...many, 'jo', 'bay.example']));
  expect(found.map(({ party, messages }) => [party, messages])).toEqual([
    ['bay.example', 2],
    ['jo', 2],
  ]);
});
