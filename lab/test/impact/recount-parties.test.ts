import { beforeAll, expect, test } from 'vitest';
import { openStateForReading, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { recountParties, tallyVersion } from '../../src/impact/index.ts';
import { readCuration } from '../../src/impact/store/curation-store.ts';
import { readParties } from '../../src/impact/store/party-store.ts';
import { openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());

async function read<T>(work: (state: StateFolder) => Promise<T>): Promise<T> {
  const state = await openStateForReading(desk.state);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** Parties as the state has them, and as a count of every copy gives them. */
const readBoth = () =>
  read(async (state) => {
    const last = await requireLastVersion(state);
    const counted = await tallyVersion(state.store, last);
    return { stored: await readParties(state.store, last.version), counted: [...counted.parties] };
  });

beforeAll(async () => {
  await desk.run();
});

// In this order: each act meets what those before it left.
test.each([
  [['merge', 'org-northwind', 'ternbank.example']],
  [['rename', 'org-northwind', 'Northwind and Tern']],
  [['kind', 'skagen-wind.example', 'person']],
  [['contact', 'stadtwerke-aue.example', 'desk@stadtwerke-aue.example']],
  [['contact', 'stadtwerke-aue.example', 'desk@stadtwerke-aue.example', '--withdraw']],
  [['contact', 'stadtwerke-aue.example', 'desk@stadtwerke-aue.example']],
  [['merge', 'stadtwerke-aue.example', 'skagen-wind.example']],
  [['split', 'org-northwind', 'northwind-gas.example', 'northwind-gas.example']],
  [['split', 'org-northwind', 'tern', 'ternbank.example']],
  [['undo', '1']],
  [['undo', '9']],
  [['undo', '2']],
  [['undo', '10']],
])('after `party %j` the parties are those of a count of all copies', async (words) => {
  const before = await readBoth();
  const ended = await desk.type('party', ...words, '--why', 'by telephone', '--state', desk.state);
  expect([ended.code, ended.code === 'done' ? '' : ended.text]).toEqual(['done', '']);
  const { stored, counted } = await readBoth();
  expect(JSON.stringify(stored)).toBe(JSON.stringify(counted));
  expect(stored).not.toEqual(before.stored);
  const { ids, parties } = await read(async (state) =>
    recountParties(state.store, await requireLastVersion(state), await readCuration(state.store)),
  );
  expect([...parties]).toEqual(stored.filter(({ party }) => ids?.has(party) === true));
  expect(ids?.size).toBeLessThan(stored.length / 2);
});
