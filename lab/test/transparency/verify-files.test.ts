import { type LogProof, toOpeningText, toProofText, toVerifierKeyOf } from '@candor/core/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toFolderFiles } from '../../src/commands/transparency/verify-log.ts';
import { readStoredEntry } from '../../src/ledger/store/entry-store.ts';
import { proveEntry } from '../../src/transparency/open-entries.ts';
import { verifyOpenings, verifyProofFile } from '../../src/transparency/verify-files.ts';
import { logSigner, origin, runtime, startedAt, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { act, type MadeState, makeState, publishAfter } from './published-log.ts';

const key = toVerifierKeyOf(runtime, logSigner);
let state: MadeState;
/** Of entry 2, with its opening and without. */
let proof: LogProof;
let bare: LogProof;
/** Openings of entries 1 and 2. */
let openings: readonly string[];

beforeAll(async () => {
  state = await makeState(makeTemporaryFolder());
  for (const why of ['first', 'second', 'third']) await act(state, why);
  await publishAfter(state, 0);
  proof = await proveEntry(state.store, runtime, 2, false);
  bare = await proveEntry(state.store, runtime, 2, true);
  openings = await Promise.all([1, 2].map((index) => openingOf(index)));
});
afterAll(() => state.store.close());

async function openingOf(index: number, { store }: MadeState = state): Promise<string> {
  const stored = await readStoredEntry(store, index);
  if (stored?.opening == null) throw new Error('nothing was erased');
  return toOpeningText({ index, ...stored.opening });
}

const verify = (changed: LogProof, files: ReturnType<typeof toFolderFiles> | null = null, by = key) =>
  verifyProofFile(runtime, toProofText(changed), by, files).then(
    ({ index }) => `proves entry ${index}`,
    (cause: { readonly code: string }) => cause.code,
  );
/** No witness, long after. */
const unseen = { witnessed: [], at: startedAt + 365 * 86_400 };
const flip = (hash: Uint8Array) => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
const extra = (text: string) => new TextEncoder().encode(text);

describe('a proof of one entry', () => {
  test('holds with nothing but the log key', async () => {
    expect(await verify(proof)).toBe('proves entry 2');
  });

  test("needs the log's files when it lacks its opening", async () => {
    expect(await verify(bare)).toBe('proof-fails');
    expect(await verify(bare, toFolderFiles(state.site))).toBe('proves entry 2');
  });

  test.each<[string, () => LogProof]>([
    ['another path', () => ({ ...proof, path: proof.path.map(flip) })],
    ['a shorter path', () => ({ ...proof, path: proof.path.slice(1) })],
    ['another place', () => ({ ...proof, index: 3 })],
    ['the opening of another entry', () => ({ ...proof, extra: extra(openings[0] ?? '') })],
    [
      'its opening under another number',
      () => ({ ...proof, extra: extra((openings[1] ?? '').replace('"index":2', '"index":1')) }),
    ],
    [
      'other words in its opening',
      () => ({ ...proof, extra: extra((openings[1] ?? '').replace('second', 'another')) }),
    ],
    ['an opening that is none', () => ({ ...proof, extra: extra('{}') })],
    ['another checkpoint', () => ({ ...proof, note: proof.note.replace('\n64\n', '\n65\n') })],
  ])('does not hold with %s', async (_, change) => {
    expect(await verify(change())).toBe('proof-fails');
  });

  test('holds for no other key of the same name', async () => {
    expect(await verify(proof, null, toVerifierKeyOf(runtime, toTestSigner(origin, 9)))).toBe('proof-fails');
  });
});

test('openings show when one is dated before an earlier entry', async () => {
  const own = await makeState(makeTemporaryFolder());
  await act(own, 'first', 3);
  await act(own, 'dated back', 1);
  const { checkpoint } = await publishAfter(own, 4);
  const lines = await Promise.all([1, 2].map(async (index) => openingOf(index, own)));
  const { problems } = await verifyOpenings(runtime, lines.join('\n'), toFolderFiles(own.site), checkpoint, unseen);
  expect(problems).toMatchObject([{ code: 'log-time', place: 'line 2', weight: 'person' }]);
  await own.store.close();
});

test('openings are compared with the log line by line', async () => {
  const { checkpoint } = await verifyProofFile(runtime, toProofText(proof), key, null);
  const lines = [...openings, (openings[1] ?? '').replace('"index":2', '"index":3'), 'nothing', ''];
  const files = toFolderFiles(state.site);
  const found = await verifyOpenings(runtime, lines.join('\n'), files, checkpoint.checkpoint, unseen);
  expect(found.count).toBe(4);
  expect(found.problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
    'log-opening line 3',
    'log-opening line 4',
  ]);
});
