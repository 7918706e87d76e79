import { readEntry } from '@candor/core/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEntry, eraseEntry } from '../../src/ledger/store/entry-store.ts';
import { openAll, openForParty } from '../../src/transparency/open-entries.ts';
import { runtime, startedAt } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type MadeState, makeState, publishAfter } from './published-log.ts';

let state: MadeState;

beforeAll(async () => {
  state = await makeState(makeTemporaryFolder());
  for (const party of ['northwind.example', 'contoso.example', null, 'old-northwind.example']) {
    const body = { act: 'begun', askedBy: 'Federal police', by: 'Ines Adler', party, until: null, why: 'asked' };
    await state.store.transaction(() => appendEntry(state.store, runtime, { kind: 'delay', at: startedAt, body }));
  }
  await publishAfter(state, 0);
});
afterAll(() => state.store.close());

async function list(openings: AsyncIterable<{ readonly index: number; readonly entry: string }>): Promise<number[]> {
  const found: number[] = [];
  for await (const { index, entry } of openings) {
    expect(readEntry(entry)).not.toBeNull();
    found.push(index);
  }
  return found;
}

test('an auditor gets every entry, including padding', async () => {
  expect(await list(openAll(state.store))).toEqual(Array.from({ length: 64 }, (_, at) => at));
});

test('a party gets what concerns it under any of its ids, and whose keys count; nothing of others', async () => {
  expect(await list(openForParty(state.store, new Set(['northwind.example', 'old-northwind.example'])))).toEqual([
    0, 1, 4,
  ]);
  expect(await list(openForParty(state.store, new Set(['contoso.example'])))).toEqual([0, 2]);
  expect(await list(openForParty(state.store, new Set(['nobody.example'])))).toEqual([0]);
});

test('a party gets its readers and releases, but not what was held', async () => {
  const own = await makeState(makeTemporaryFolder());
  for (const kind of ['release', 'enrollment', 'revocation', 'hold'] as const) {
    const body = { document: { v: 1, party: 'northwind.example' }, approvals: [] };
    await own.store.transaction(() => appendEntry(own.store, runtime, { kind, at: startedAt, body }));
  }
  expect(await list(openForParty(own.store, new Set(['northwind.example'])))).toEqual([0, 1, 2, 3]);
  expect(await list(openForParty(own.store, new Set(['contoso.example'])))).toEqual([0]);
  await own.store.close();
});

test('erased entries are opened for nobody', async () => {
  await state.store.transaction(() => eraseEntry(state.store, 2));
  expect(await list(openForParty(state.store, new Set(['contoso.example'])))).toEqual([0]);
  expect(await list(openAll(state.store))).not.toContain(2);
});
