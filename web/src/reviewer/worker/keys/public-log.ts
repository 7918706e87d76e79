import {
  type Checkpoint,
  MissingTile,
  readBase64,
  TileProver,
  type TreeHead,
  toTilePath,
  type VerifierKey,
  verifyCheckpoint,
  verifyConsistency,
} from '@candor/core/ledger';
import type { SiteAccess } from '@candor/core/verify';
import { KeyWorkerError, type PrintedCheckpoint } from '../../bridge/protocol.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';

/**
 * The newest checkpoint of the organization's site, if it continues what this person knew and covers the releases. A
 * host that shows different logs to different people must keep them apart forever, and an older log is detected here.
 * @throws KeyWorkerError `log-silent` when the site lacks what the proof needs, `log-not-continued` when it differs
 */
export async function followLog(
  primitives: KeyWorkerDeps['primitives'],
  site: SiteAccess,
  key: VerifierKey,
  known: PrintedCheckpoint | null,
  releases: readonly TreeHead[],
): Promise<Checkpoint> {
  const read = openLog(site, key.name);
  const bytes = await read('checkpoint');
  if (bytes === null) throw new KeyWorkerError('log-silent');
  const checkpoint = (await verifyCheckpoint(primitives, bytes, key))?.checkpoint;
  if (checkpoint === undefined) throw new KeyWorkerError('log-not-continued');
  const before = known === null ? [] : [toHead(known)];
  if (before.some(({ size }) => size > checkpoint.size)) throw new KeyWorkerError('log-not-continued');
  // An entry is public before its release is anywhere: a site with fewer is outdated or withheld.
  if (releases.some(({ size }) => size > checkpoint.size)) throw new KeyWorkerError('log-silent');
  const prover = new TileProver(primitives, checkpoint.size, (level, index, width) =>
    read(toTilePath({ level, index, width })),
  );
  for (const head of [...before, ...releases]) await assertContinued(primitives, prover, head, checkpoint);
  return checkpoint;
}

async function assertContinued(
  primitives: KeyWorkerDeps['primitives'],
  prover: TileProver,
  head: TreeHead,
  now: Checkpoint,
): Promise<void> {
  try {
    const path = await prover.proveConsistency(head.size);
    if (!verifyConsistency(primitives, head, now, path)) throw new KeyWorkerError('log-not-continued');
  } catch (thrown) {
    throw thrown instanceof MissingTile ? new KeyWorkerError('log-silent') : thrown;
  }
}

/** Files of the log: its origin is host and path, and the host serves the app. */
function openLog(site: SiteAccess, origin: string): SiteAccess {
  const path = origin.slice(origin.indexOf('/') + 1);
  return async (file) => {
    try {
      return await site(`${path}/${file}`);
    } catch {
      throw new KeyWorkerError('log-silent');
    }
  };
}

function toHead({ size, root }: PrintedCheckpoint): TreeHead {
  return { size, root: readBase64(root) ?? new Uint8Array() };
}
