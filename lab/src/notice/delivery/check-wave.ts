import {
  advise,
  type Cryptography,
  formatAmount,
  hint,
  type Json,
  type Reason,
  Refusal,
  type Runtime,
  toCanonicalJson,
} from '@candor/core/base';
import { readEntry } from '@candor/core/ledger';
import { type Approval, QUORUM, readApprovals, selectValidApprovals } from '@candor/core/notice/operator';
import { buildWaveTree, commitNotice } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { findEntryFault, listOperatorsOfLog } from '../../ledger/index.ts';
import { readStoredEntry } from '../../ledger/store/entry-store.ts';
import { findEarlyKey } from '../../ledger/waiting/index.ts';
import { toActiveOperator } from '../approval/active-operators.ts';
import type { Disclosure } from '../disclosure.ts';
import { digestGateSettings, findGateObstacle } from '../gate-result.ts';
import { listWaveMessages } from '../store/delivery-store.ts';
import { readGateResult } from '../store/gate-store.ts';
import { listSealed, readSealedMessages } from '../store/notice-store.ts';
import { listSendable, readRawWave } from '../store/wave-state-store.ts';
import { listNotices, readManifest } from '../store/wave-store.ts';

export interface WaveChecks {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'sha256Hex'>;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
}

/**
 * The waves that may be sent, each proved from what two people signed down to the digest of every message: no state
 * column is trusted. Without ids, all approved ones.
 * @throws Refusal `not-approved` for a wave that cannot be proved, or may not be sent.
 */
export async function findSendableWaves(checks: WaveChecks, ids: readonly number[] | null): Promise<readonly number[]> {
  const waves = await listSendable(checks.store, ids);
  const missing = (ids ?? []).filter((id) => !waves.includes(id));
  const reasons: Reason[] = missing.map(
    (id) => advise`wave ${id} is not approved, or it is paused: ${hint('notice.status')} says which`,
  );
  for (const id of waves) {
    const fault = await findApprovalFault(checks, id);
    if (fault !== null) reasons.push(`wave ${id} is not sent: ${fault}`);
  }
  if (reasons.length > 0) throw new Refusal('not-approved', reasons);
  return waves;
}

/**
 * Proves that two people approved a wave as stored, whether it may be sent now or not.
 * @throws Refusal `not-approved` otherwise.
 */
export async function assertApproved(checks: WaveChecks, id: number): Promise<void> {
  const fault = await findApprovalFault(checks, id);
  if (fault !== null) throw new Refusal('not-approved', [`wave ${id} is not what two people approved: ${fault}`]);
}

/** What keeps a wave from being what two people approved, in words; null when it is. */
async function findApprovalFault({ store, runtime, cryptography }: WaveChecks, id: number): Promise<string | null> {
  const wave = await readRawWave(store, id);
  if (runtime.sha256Hex(wave.manifest) !== wave.digest) return 'its manifest is not the one that was approved';
  const manifest = readManifest(wave);
  if (manifest.root !== wave.root || manifest.wave !== id) return 'its manifest names other notices';
  const entry = wave.entry === null ? null : await readWaveEntry(store, wave.entry);
  if (entry === null || wave.entry === null) return 'the log has no entry of its approval';
  const altered = await findEntryFault(store, runtime, wave.entry);
  if (altered !== null) return altered;
  if (toCanonicalJson(entry.document) !== wave.manifest) return 'the log has another manifest for it';
  const ever = await listOperatorsOfLog(store);
  const operators = ever.findLast(({ position }) => position < (wave.entry ?? 0))?.operators ?? [];
  const valid = await selectValidApprovals(cryptography, 'wave', wave.digest, entry.approvals, operators);
  if (valid.length < QUORUM) return `it has ${formatAmount(valid.length, 'valid approval')} of ${QUORUM}`;
  const keys = valid.map(({ key }) => key);
  const early = await findEarlyKey(store, ever, keys, { index: wave.entry, at: entry.at });
  if (early !== null)
    return `${operators.find(({ key }) => key === early)?.name} approved it with a key whose first day was not over by the periods of the log`;
  const approvers = operators.filter(({ name }) => valid.some(({ operator }) => operator === name));
  const concerned = await listCustodians(store, id);
  for (const approver of approvers) {
    const own = toActiveOperator(approver, ever).ownMailboxes.find((custodian) => concerned.has(custodian));
    if (own !== undefined) return `${approver.name} approved it, but it is about their own mailbox, ${own}`;
  }
  return findNoticeFault({ store, runtime }, id, wave);
}

/** Whose mailboxes the notices of a wave are about. */
async function listCustodians(store: Store, wave: number): Promise<ReadonlySet<string>> {
  const notices = await listNotices(store, wave);
  return new Set(notices.flatMap(({ custodians }) => custodians ?? []));
}

/** What has not left yet. */
const mayLeave: ReadonlySet<string> = new Set(['approved', 'deferred']);

/** Whether the approved tree contains exactly the stored notices, and these the stored messages; null if so. */
export async function findNoticeFault(
  { store, runtime }: Pick<WaveChecks, 'store' | 'runtime'>,
  id: number,
  wave: { readonly salt: Uint8Array; readonly root: string },
): Promise<string | null> {
  const notices = await listSealed(store, id);
  const leaves = notices.map(({ position, salt, record }) => ({
    position,
    commitment: commitNotice(runtime, salt, record),
  }));
  const { root } = buildWaveTree(runtime, wave.salt, leaves);
  if (Buffer.from(root).toString('hex') !== wave.root) return 'its notices are not those that were approved';
  const approved = new Map(notices.map((notice) => [notice.id, new Set(readSealedMessages(notice))]));
  const deliveries = await listWaveMessages(store, id);
  const foreign = deliveries.find(
    ({ notice, sha256, state }) => mayLeave.has(state) && approved.get(notice)?.has(sha256) !== true,
  );
  if (foreign !== undefined) return `delivery ${foreign.id} has a message that nobody approved`;
  for (const { notice, sha256 } of deliveries) approved.get(notice)?.delete(sha256);
  const [robbed] = [...approved].find(([, messages]) => messages.size > 0) ?? [];
  return robbed === undefined
    ? null
    : `notice ${robbed} lacks a message that was approved: it was taken out of this state`;
}

async function readWaveEntry(
  store: Store,
  position: number,
): Promise<{ readonly at: number; readonly document: Json; readonly approvals: readonly Approval[] } | null> {
  const stored = await readStoredEntry(store, position);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  if (entry?.kind !== 'wave') return null;
  const { document, approvals } = entry.body;
  return document === undefined ? null : { at: entry.at, document, approvals: readApprovals(approvals) };
}

/** @throws Refusal `gate-not-passed` unless a fresh probe with these very settings came through as it must. */
export async function requireGate(
  store: Store,
  disclosure: Disclosure,
  fingerprint: string,
  at: number,
): Promise<void> {
  const obstacle = findGateObstacle(await readGateResult(store), digestGateSettings(disclosure, fingerprint), at);
  if (obstacle !== null) throw new Refusal('gate-not-passed', [obstacle]);
}
