import { portalPaths } from '@candor/core/contract';
import { openWithWrapping, type ReviewerKnowledge, type ReviewerSecret, wrapKeys } from '@candor/core/review/wrapped';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { KeyHolder } from './key-holder.ts';
import { mergeKnowledge, type OwnKeys } from './own-keys.ts';
import { readMe } from './portal.ts';

/** Two tabs of one person may write at once; three do not. */
const MOST_ROUNDS = 3;

type Change = Pick<ReviewerSecret, 'vaults'> & { readonly known: ReviewerKnowledge };

/**
 * Writes what was seen into the wrapped keys and stores them. A failure does not stop reading: this tab knows it, and
 * reports that it is not stored.
 */
export async function writeKnowledge(holder: KeyHolder, change: Change, signal: AbortSignal): Promise<void> {
  const own = holder.requireOwn();
  const isSame = JSON.stringify(own.secret.known) === JSON.stringify(change.known);
  // Retries what could not be stored, and what a restored portal lost.
  if (isSame && own.secret.vaults === change.vaults && own.isKept) return;
  const isPin = change.known.keySet !== own.secret.known.keySet;
  holder.setOwn({ ...own, secret: { ...own.secret, ...change }, isKept: false });
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) if (await write(holder, isPin, signal)) return;
    throw new KeyWorkerError('denied');
  } catch (thrown) {
    if (!(thrown instanceof KeyWorkerError) || thrown.flaw === 'cancelled') throw thrown;
    holder.deps.emit('unkept', { flaw: thrown.flaw });
  }
}

/** False when another tab or device wrote meanwhile: its knowledge was merged and must be written again. */
async function write(holder: KeyHolder, isPin: boolean, signal: AbortSignal): Promise<boolean> {
  const own = holder.requireOwn();
  const { primitives, random, remembered } = holder.deps;
  // Never wrapped yet: the passkey comes first.
  if (own.wrapped === null) return true;
  const number = own.number + 1;
  const wrapped = await wrapKeys(primitives, random, own.wrapping, number, own.secret);
  const body = { wrapped, replaces: primitives.sha256Hex(own.wrapped) };
  const posted = await holder.portal.post(portalPaths.wrappedKeys, body, signal, own.signer);
  if (posted.state === 'answered') {
    holder.setOwn({ ...own, number, wrapped, isKept: true });
    await remembered.keep(own.fingerprint, wrapped);
    return true;
  }
  holder.setOwn(await joinOther(holder, own, isPin, signal));
  return false;
}

async function joinOther(holder: KeyHolder, own: OwnKeys, isPin: boolean, signal: AbortSignal): Promise<OwnKeys> {
  const wrapped = readMe(await holder.portal.getJson(portalPaths.me, signal)).wrapped ?? '';
  const other = await openWithWrapping(holder.deps.primitives, wrapped, own.wrapping);
  if (other === null) throw new KeyWorkerError('damaged-keys');
  const joined = mergeKnowledge(own.secret.known, other.secret.known);
  const known = isPin ? joined : { ...joined, keySet: other.secret.known.keySet };
  // Another passkey may have been registered: its slot counts.
  const wrapping = { ...own.wrapping, slots: other.wrapping.slots };
  return { ...own, wrapping, secret: { ...own.secret, known }, number: Math.max(own.number, other.number), wrapped };
}
