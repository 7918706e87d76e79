import { hashLeaf, TileProver, toVerifierKeyOf, verifyInclusion } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { appendEntries, countEntries, readStoredEntry, toTileSource } from '../../src/ledger/store/entry-store.ts';
import { checkStore } from '../../src/transparency/check-store.ts';
import { proveEntry } from '../../src/transparency/open-entries.ts';
import { signLog } from '../../src/transparency/sign-log.ts';
import { logSigner, runtime, startedAt } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { makeState } from './published-log.ts';

const ENTRIES = 1_000_000;
const BATCH = 10_000;
const FSCK_MS = 60_000;
/** The way up goes through three levels of tiles; each may need the tile that is not full yet beside it. */
const TILES_A_PROOF = 6;
const PROOFS = 500;

/** CPU time since `before`: what the work costs, whatever else the machine does meanwhile. */
function toMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('rebuilds a log of a million entries in under a minute, and proves any entry from a few tiles', {
  timeout: 600_000,
}, async () => {
  const state = await makeState(makeTemporaryFolder());
  const { store } = state;
  const salt = new Uint8Array(BATCH * 32);
  for (let size = 1; size < ENTRIES; size += BATCH) {
    const count = Math.min(BATCH, ENTRIES - size);
    new DataView(salt.buffer).setUint32(0, size);
    await store.transaction(() =>
      appendEntries(
        store,
        runtime,
        Array.from({ length: count }, (_, at) => ({
          kind: 'padding',
          at: startedAt,
          body: {},
          salt: salt.subarray(at * 32, at * 32 + 32),
        })),
      ),
    );
  }
  expect(await countEntries(store)).toBe(ENTRIES);
  await signLog(state, {
    hashing: runtime,
    cryptography: nodeCryptography,
    signer: logSigner,
    at: startedAt + 3600 * (ENTRIES / 64 - 1),
  });

  const begun = process.cpuUsage();
  const check = await checkStore(state, {
    hashing: runtime,
    cryptography: nodeCryptography,
    key: toVerifierKeyOf(runtime, logSigner),
    at: startedAt + 3600 * (ENTRIES / 64 - 1),
  });
  const checkMs = toMs(begun);
  expect(check).toMatchObject({ entries: ENTRIES, problems: [] });
  expect(checkMs).toBeLessThan(FSCK_MS);

  const head = { size: ENTRIES, root: await new TileProver(runtime, ENTRIES, toTileSource(store)).root() };
  expect(check.root).toEqual(head.root);
  let most = 0;
  for (let at = 0; at < PROOFS; at += 1) {
    const index = (at * 7_919_113) % ENTRIES;
    const { path } = await proveEntry(store, runtime, index, true);
    const leaf = hashLeaf(runtime, (await readStoredEntry(store, index))?.commitment ?? new Uint8Array(32));
    expect(verifyInclusion(runtime, { leaf, index, path }, head)).toBe(true);
    let tiles = 0;
    const source = toTileSource(store);
    const counting: typeof source = (...of) => {
      tiles += 1;
      return source(...of);
    };
    expect(await new TileProver(runtime, ENTRIES, counting).proveInclusion(index)).toEqual(path);
    most = Math.max(most, tiles);
  }
  process.stdout.write(
    `fsck of ${ENTRIES} entries: ${(checkMs / 1000).toFixed(1)} s of CPU; tiles read for a proof: ${most}\n`,
  );
  expect(most).toBeLessThanOrEqual(TILES_A_PROOF);
  await store.close();
});
