import { readNoticeCode } from '@candor/core/notice/code';
import { openWrappedKeys, readWrappedHead, toRecoveryPlace, type WrappedSlot } from '@candor/core/review/wrapped';
import { KeyZoneRefusal, type UnlockSecret } from '../protocol.ts';
import { type OwnKeys, toOwnKeys } from './own-keys.ts';
import type { Zone } from './zone.ts';

export interface Secret {
  readonly by: WrappedSlot;
  readonly bytes: Uint8Array;
}

/**
 * Opens wrapped keys that the portal gave. Where this browser has seen newer ones, those count: a portal that was put back to an older day, or lies, cannot
 * make this person forget what they knew.
 * @throws KeyZoneRefusal
 */
export async function unlockKeys(
  zone: Zone,
  wrapped: string,
  given: UnlockSecret,
  _signal: AbortSignal,
): Promise<OwnKeys> {
  return openNewest(zone, wrapped, readSecret(given));
}

/** @throws KeyZoneRefusal */
export async function recoverKeys(zone: Zone, typed: string, signal: AbortSignal): Promise<OwnKeys> {
  const secret = readSecret({ kind: 'recovery', typed });
  const place = await toRecoveryPlace(zone.around.primitives, secret.bytes);
  const posted = await zone.portal.post('/v1/recovery', { place }, signal);
  if (posted.state !== 'answered') throw new KeyZoneRefusal('unknown-recovery');
  const { wrapped } = posted.answer as { readonly wrapped?: unknown };
  if (typeof wrapped !== 'string') throw new KeyZoneRefusal('damaged-keys');
  return openNewest(zone, wrapped, secret);
}

async function openNewest(zone: Zone, wrapped: string, secret: Secret): Promise<OwnKeys> {
  const head = readWrappedHead(wrapped);
  if (head === null) throw new KeyZoneRefusal('damaged-keys');
  const { remembered } = zone.around;
  const kept = await remembered.find(head.reviewer);
  const keptHead = kept === null ? null : readWrappedHead(kept);
  const isOlder = kept !== null && keptHead !== null && keptHead.number > head.number;
  const own = await open(zone, isOlder ? kept : wrapped, secret);
  secret.bytes.fill(0);
  if (own === null) throw new KeyZoneRefusal(isOlder ? 'older-keys' : 'wrong-key');
  if (own.secret.incident !== zone.settings.incident) throw new KeyZoneRefusal('wrong-key');
  if (!isOlder) await remembered.keep(own.fingerprint, wrapped);
  // What the next writing replaces is what the portal has.
  zone.setOwn({ ...own, wrapped, isKept: !isOlder });
  zone.setMayWrap(secret.by === 'recovery');
  return own;
}

async function open(zone: Zone, wrapped: string, { by, bytes }: Secret): Promise<OwnKeys | null> {
  const opened = await openWrappedKeys(zone.around.primitives, wrapped, by, bytes);
  return opened === null ? null : toOwnKeys(zone.around, opened, wrapped);
}

/** @throws KeyZoneRefusal for a recovery key with a slip */
export function readSecret(given: UnlockSecret): Secret {
  if (given.kind === 'passkey') return { by: 'passkey', bytes: given.prf };
  const reading = readNoticeCode(given.typed);
  if (reading.state === 'slip') throw new KeyZoneRefusal('mistyped');
  return { by: 'recovery', bytes: reading.bytes };
}
