import type { Runtime } from '@candor/core/base';
import type { LogSettings } from '@candor/core/incident';
import { toBase64 } from '@candor/core/ledger';
import { fingerprintKeySet } from '@candor/core/notice/operator';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listOperatorsOfLog, openLogSigner, readGenesis, refuseAltered } from '../../ledger/index.ts';
import { findNewestCheckpoint } from '../../ledger/store/checkpoint-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { findMissingWave } from '../../notice/store/wave-state-store.ts';
import { signLog } from '../../transparency/index.ts';
import { requireLastVersion } from '../open-version.ts';

/** @throws Refusal `log-altered` when an approved wave is missing: everybody in it would count as never notified. */
async function assertWavesKept(store: Store): Promise<void> {
  const gone = await findMissingWave(store);
  if (gone !== null) throw refuseAltered(`entry ${gone} approves a wave, and this state has no such wave`);
}

/**
 * What every wave is composed on: the newest exposure, how the incident file says to tell, who decides, and the
 * published log that notices print.
 * @throws Refusal for the first of these that is not there.
 */
export async function readWaveInputs(state: StateFolder, runtime: Pick<Runtime, 'sha256Hex'>, at: number) {
  const version = await requireLastVersion(state);
  const disclosure = await loadDisclosure(state.store);
  const standing = await requireActiveOperators(state, runtime, at);
  await assertWavesKept(state.store);
  const checkpoint = await requireCheckpoint(state);
  return { version, disclosure, standing, checkpoint };
}

/** Before the log starts its key is unknown: drafts of a dry run show these. */
const NO_FINGERPRINT = '0000-0000-0000-0000-0000-0000-0000-0000';
const NO_ROOT = '-';

/**
 * What a dry run composes on: the same, without beginning the log or signing it.
 * @throws Refusal where there is no exposure, or the incident file does not say how to tell.
 */
export async function readDryRunInputs(state: StateFolder, runtime: Pick<Runtime, 'sha256Hex'>) {
  const version = await requireLastVersion(state);
  const disclosure = await loadDisclosure(state.store);
  const keys = (await listOperatorsOfLog(state.store)).at(-1)?.keys;
  const checkpoint = (await findCheckpoint(state)) ?? { size: 0, root: NO_ROOT };
  const fingerprint = keys === undefined ? NO_FINGERPRINT : fingerprintKeySet(runtime, keys);
  return { version, disclosure, standing: { fingerprint }, checkpoint };
}

/** What preparing for the first time fixes for good; null where the log has begun. */
export async function readLogToStart(state: StateFolder): Promise<{
  readonly log: LogSettings;
  readonly operators: readonly string[];
} | null> {
  if ((await listOperatorsOfLog(state.store)).length > 0) return null;
  const { log, operators } = (await loadDisclosure(state.store)).incident;
  return log === null ? null : { log, operators: operators.map(({ name }) => name) };
}

/**
 * Size and root of the newest checkpoint that the log signed, as notices print them: every recipient becomes a witness.
 * A log that was never signed is signed first.
 */
async function requireCheckpoint(state: StateFolder): Promise<{ readonly size: number; readonly root: string }> {
  const known = await findCheckpoint(state);
  if (known !== null) return known;
  const genesis = await readGenesis(state.store);
  if (genesis === null) throw new Error('the log has begun before anybody is told');
  const signed = await signLog(state, {
    hashing: createNodeRuntime(),
    cryptography: nodeCryptography,
    signer: openLogSigner(state, genesis.origin),
    at: now(),
  });
  return { size: signed.size, root: toBase64(signed.root) };
}

/** The newest checkpoint that was signed; null where none was. */
async function findCheckpoint({
  store,
}: StateFolder): Promise<{ readonly size: number; readonly root: string } | null> {
  const known = await findNewestCheckpoint(store);
  return known === null ? null : { size: known.size, root: toBase64(known.root) };
}
