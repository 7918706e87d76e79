import { join } from 'node:path';
import {
  advise,
  type Cryptography,
  formatAmount,
  hint,
  Refusal,
  type Signer,
  toCanonicalJson,
} from '@candor/core/base';
import type { Incident, LogSettings } from '@candor/core/incident';
import {
  commitEntry,
  HASH_BYTES,
  type Hashing,
  hashLeaf,
  isSameHash,
  readEntry,
  SALT_BYTES,
  TILE_HASHES,
  toVerifierKeyOf,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { digestDocument, QUORUM, readApprovals, selectValidApprovals, toKeySet } from '@candor/core/notice/operator';
import { openLogKey } from '../adapters/keys/keys.ts';
import { toLogKeys } from '../adapters/store/log-home-place.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { listOperatorsOfLog, readGenesis, toDeclared, toListedOperators } from './key-set.ts';
import { catchUp } from './store/catch-up.ts';
import { appendEntry, countEntries, listEntriesOfKind, readStoredEntry, toTileSource } from './store/entry-store.ts';

/** The parts of the incident file that the log is founded on. */
export type LogFoundation = Pick<Incident, 'operators'> & {
  readonly incident: string;
  readonly log: Omit<LogSettings, 'home'> | null;
};

/** Opens the key that signs the log of this state, or the one that it shares, and makes it the first time. */
export function openLogSigner(state: Pick<StateFolder, 'path'>, origin: string): Signer {
  return openLogKey(join(toLogKeys(state), 'log.key'), origin);
}

/**
 * Begins the log with its genesis, or makes sure that the one that has begun is founded on the same: incident, origin,
 * rate, log key and operators' keys. Inside the caller's transaction. Call it before the first `appendEntry`.
 * @throws Refusal when the incident file names no log, fewer than two operators, or says otherwise than the log.
 */
export async function startLog(
  store: Store,
  hashing: Hashing,
  foundation: LogFoundation,
  signer: Signer,
  at: number,
): Promise<void> {
  const { incident, log, operators } = foundation;
  if (log === null) {
    throw new Refusal('no-log', [
      'the incident file names no log: add `log: { origin: <domain>/log, every: 1h, entries: 64 }` to it',
    ]);
  }
  if (operators.length < 2) {
    throw new Refusal('too-few-operators', [
      advise`the incident file names fewer than two operators, and no notice is sent on the approval of one: ${hint('operator.add')} makes a key`,
    ]);
  }
  const verifier = toVerifierKeyText(toVerifierKeyOf(hashing, signer));
  const keys = toKeySet(verifier, operators);
  await catchUp(store, hashing);
  if ((await countEntries(store)) === 0) {
    const body = {
      // A shared log belongs to no incident.
      incident: store.home === null ? incident : null,
      origin: log.origin,
      log: verifier,
      operators: toListedOperators(operators),
      quorum: keys.quorum,
      period: log.everySeconds,
      entries: log.entries,
    };
    await appendEntry(store, hashing, { kind: 'genesis', at, body });
    return;
  }
  const genesis = await readGenesis(store);
  const known = (await listOperatorsOfLog(store)).at(-1);
  if (genesis === null || known === undefined) throw refuseAltered('its first entry is not a genesis');
  const declared = store.home === null ? operators : toDeclared(operators, known.operators);
  const differences = [
    genesis.incident === incident || store.home !== null ? null : `it is the log of the incident "${genesis.incident}"`,
    genesis.origin === log.origin ? null : `its origin is ${genesis.origin}, not ${log.origin}`,
    genesis.rate.periodSeconds === log.everySeconds && genesis.rate.entries === log.entries
      ? null
      : `\`log.every\` and \`log.entries\` cannot change once the log has started (here: ${formatAmount(genesis.rate.entries, 'entry', 'entries')} every ${genesis.rate.periodSeconds} s)`,
    known.keys.log === verifier ? null : 'its key differs from keys/log.key of this state',
    toCanonicalJson(toListedOperators(known.operators)) === toCanonicalJson(toListedOperators(declared))
      ? null
      : advise`it has other operators, other keys, or other mailboxes of theirs: a change needs two of the previous operators (${hint('operator.change.prepare')})`,
  ].filter((difference) => difference !== null);
  if (differences.length === 0) return;
  throw new Refusal(
    'log-differs',
    differences.map((difference) => advise`the incident file does not match the log of this state: ${difference}`),
  );
}

/**
 * Ensures that the operators are those of the log: genesis and changes match their commitments and the tree, and each
 * change has the approvals of two former operators. Writing to the store can forge rows, but no signatures.
 * @throws Refusal `log-altered` with the difference.
 */
export async function assertSoundKeys(
  store: Store,
  hashing: Hashing,
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
): Promise<void> {
  const known = await listOperatorsOfLog(store);
  if (known.length === 0) return;
  const changes = await listEntriesOfKind(store, ['operators']);
  if (changes.length !== known.length - 1) throw refuseAltered('a change of operators in it cannot be read');
  for (const [at, { position }] of known.entries()) {
    const fault = await findEntryFault(store, hashing, position);
    if (fault !== null) throw refuseAltered(fault);
    const before = known[at - 1];
    if (before === undefined) continue;
    const opening = (await readStoredEntry(store, position))?.opening;
    const entry = opening == null ? null : readEntry(opening.entry);
    const digest = digestDocument(hashing, entry?.body['document'] ?? null);
    const approvals = readApprovals(entry?.body['approvals']);
    const valid = await selectValidApprovals(cryptography, 'operators', digest, approvals, before.operators);
    if (valid.length < QUORUM)
      throw refuseAltered(
        `entry ${position} changes operators with ${formatAmount(valid.length, 'valid approval')} of ${QUORUM}`,
      );
  }
}

/** What keeps an entry from being the one that the tree commits to, in words; null when it is. */
export async function findEntryFault(store: Store, hashing: Hashing, position: number): Promise<string | null> {
  const stored = await readStoredEntry(store, position);
  if (stored?.opening == null) return `entry ${position} cannot be opened`;
  const { salt, entry } = stored.opening;
  if (salt.length !== SALT_BYTES) return `entry ${position} cannot be opened`;
  const commitment = commitEntry(hashing, salt, entry);
  const at = position % TILE_HASHES;
  const tile = await toTileSource(store)(0, Math.floor(position / TILE_HASHES), at + 1);
  const leaf = tile?.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  if (leaf !== undefined && isSameHash(leaf, hashLeaf(hashing, commitment))) return null;
  return `entry ${position} is not what was committed to`;
}

export function refuseAltered(what: string): Refusal {
  return new Refusal('log-altered', [
    advise`the log of this state was altered: ${what}. Nothing is approved or sent from it; ${hint('log.fsck')} says what differs`,
  ]);
}
