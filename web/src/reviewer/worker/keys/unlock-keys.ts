import { portalPaths } from '@candor/core/contract';
import { readNoticeCode } from '@candor/core/notice/code';
import { openWrappedKeys, readWrappedHead, toRecoveryPlace, type WrappedSlot } from '@candor/core/review/wrapped';
import { KeyWorkerError, type UnlockSecret } from '../../bridge/protocol.ts';
import type { KeyHolder } from './key-holder.ts';
import { type OwnKeys, toOwnKeys } from './own-keys.ts';

export interface Secret {
  readonly by: WrappedSlot;
  readonly bytes: Uint8Array;
}

/**
 * Opens wrapped keys that the portal gave. Where this browser has seen newer ones, those count: a portal that was put
 * back to an older day, or lies, cannot make this person forget what they knew.
 * @throws KeyWorkerError
 */
export async function unlockKeys(
  holder: KeyHolder,
  wrapped: string,
  given: UnlockSecret,
  _signal: AbortSignal,
): Promise<OwnKeys> {
  return openNewest(holder, wrapped, readSecret(given));
}

/** @throws KeyWorkerError */
export async function recoverKeys(holder: KeyHolder, typed: string, signal: AbortSignal): Promise<OwnKeys> {
  const secret = readSecret({ kind: 'recovery', typed });
  const place = await toRecoveryPlace(holder.deps.primitives, secret.bytes);
  const posted = await holder.portal.post(portalPaths.recovery, { place }, signal);
  if (posted.state !== 'answered') throw new KeyWorkerError('unknown-recovery');
  const { wrapped } = posted.answer as { readonly wrapped?: unknown };
  if (typeof wrapped !== 'string') throw new KeyWorkerError('damaged-keys');
  return openNewest(holder, wrapped, secret);
}

async function openNewest(holder: KeyHolder, wrapped: string, secret: Secret): Promise<OwnKeys> {
  const head = readWrappedHead(wrapped);
  if (head === null) throw new KeyWorkerError('damaged-keys');
  const { remembered } = holder.deps;
  const kept = await remembered.find(head.reviewer);
  const keptHead = kept === null ? null : readWrappedHead(kept);
  const isOlder = kept !== null && keptHead !== null && keptHead.number > head.number;
  const own = await open(holder, isOlder ? kept : wrapped, secret);
  secret.bytes.fill(0);
  if (own === null) throw new KeyWorkerError(isOlder ? 'older-keys' : 'wrong-key');
  if (own.secret.incident !== holder.settings.incident) throw new KeyWorkerError('wrong-key');
  if (!isOlder) await remembered.keep(own.fingerprint, wrapped);
  // What the next writing replaces is what the portal has.
  holder.setOwn({ ...own, wrapped, isKept: !isOlder });
  holder.setMayWrap(secret.by === 'recovery');
  return own;
}

async function open(holder: KeyHolder, wrapped: string, { by, bytes }: Secret): Promise<OwnKeys | null> {
  const opened = await openWrappedKeys(holder.deps.primitives, wrapped, by, bytes);
  return opened === null ? null : toOwnKeys(holder.deps, opened, wrapped);
}

/** @throws KeyWorkerError for a recovery key with a slip */
export function readSecret(given: UnlockSecret): Secret {
  if (given.kind === 'passkey') return { by: 'passkey', bytes: given.prf };
  const reading = readNoticeCode(given.typed);
  if (reading.state === 'slip') throw new KeyWorkerError('mistyped');
  return { by: 'recovery', bytes: reading.bytes };
}
