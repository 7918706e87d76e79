import { formatInstant } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import {
  derivePortalTag,
  makeCodeProof,
  type PartyRequest,
  signRequest,
  toChallengeName,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { isFingerprint, makeSealingKey } from '@candor/core/review/seal';
import {
  addSlot,
  isOpenedBy,
  makeWrapping,
  RECOVERY_KEY_BYTES,
  type ReviewerKeyPair,
  sealWithPassphrase,
  toKeyFileText,
  toRecoveryPlace,
  wrapKeys,
} from '@candor/core/review/wrapped';
import { type KeyCalls, KeyZoneRefusal, type OwnKey, type RequestToSign } from '../protocol.ts';
import type { ZoneHandlers } from '../serve-zone.ts';
import { openKeyFile } from './key-file.ts';
import { type OwnKeys, toOwnKey } from './own-keys.ts';
import { readSecret, recoverKeys, unlockKeys } from './unlock-keys.ts';
import { writeKnowledge } from './write-knowledge.ts';
import type { Zone } from './zone.ts';

const SEED_BYTES = 32;
const NONCE_BYTES = 16;
/** A key file is taken along, and can be tried out for ever. */
const SHORTEST_PASSPHRASE_CHARS = 10;

/** Keys: made, wrapped, unlocked, used for signing. */
export function makeKeyHandlers(zone: Zone): ZoneHandlers<KeyCalls> {
  const { around } = zone;
  return {
    start: async ({ settings }) => {
      zone.start(settings);
      return {};
    },
    'make-keys': async ({ keySet, log }) => {
      const { identity } = await makeSealingKey();
      return takeKeys(zone, { identity, seed: around.random(SEED_BYTES) }, { keySet, log, releases: [] });
    },
    'adopt-keys': async ({ keyFile, passphrase, keySet, log }) =>
      takeKeys(zone, await openKeyFile(keyFile, passphrase), { keySet, log, releases: [] }),
    'check-recovery': async ({ typed }) => {
      const reading = readNoticeCode(typed);
      if (reading.state === 'slip') return { state: 'mistyped' };
      const made = zone.recovery;
      if (made === null) throw new KeyZoneRefusal('locked');
      return { state: formatNoticeCode(made) === formatNoticeCode(reading.bytes) ? 'right' : 'wrong' };
    },
    wrap: async ({ prf }) => {
      const own = zone.requireOwn();
      if (!zone.mayWrap) throw new KeyZoneRefusal('needs-recovery');
      const { primitives, random } = around;
      // Without a new passkey's secret the slot of the old one would only keep open what was lost.
      const without = { ...own.wrapping, slots: own.wrapping.slots.filter(({ by }) => by !== 'passkey') };
      const wrapping = prf === null ? without : await addSlot(primitives, random, without, 'passkey', prf);
      prf?.fill(0);
      const number = own.number + 1;
      const wrapped = await wrapKeys(primitives, random, wrapping, number, own.secret);
      zone.setOwn({ ...own, wrapping, number, wrapped, isKept: true });
      return { wrapped, place: own.secret.place };
    },
    unlock: async ({ wrapped, by }, { signal }) => toPublic(await unlockKeys(zone, wrapped, by, signal)),
    recover: async ({ typed }, { signal }) => toPublic(await recoverKeys(zone, typed, signal)),
    lock: async () => {
      zone.lock();
      return {};
    },
    'own-key': async () => (zone.own === null ? null : toPublic(zone.own)),
    'sign-request': async ({ request }, { signal }) => {
      const own = zone.requireOwn();
      return signRequest(own.signer, completeRequest(zone, own, request, formatInstant(await zone.now(signal))));
    },
    'sign-call': async ({ method, target, body }, { signal }) => ({
      fields: await zone.portal.signCall(zone.requireOwn().signer, method, target, body, signal),
    }),
    'show-tag': async (shown) => {
      const tag = 'tag' in shown ? shown.tag : await toTag(around, shown.code);
      zone.portal.showTag(tag);
      return { tag };
    },
    'code-proof': async ({ code }) => {
      const { fingerprint } = zone.requireOwn();
      const reading = readNoticeCode(code);
      if (reading.state === 'slip') throw new KeyZoneRefusal('mistyped');
      return { proof: await makeCodeProof(around.primitives, reading.bytes, fingerprint) };
    },
    challenge: async ({ domain, token }) => ({
      name: toChallengeName(domain),
      text: toChallengeText(token, zone.requireOwn().fingerprint),
    }),
    known: async () => zone.requireOwn().secret.known,
    pin: async ({ keySet }, { signal }) => {
      const { known, vaults } = zone.requireOwn().secret;
      if (!isFingerprint(keySet)) throw new KeyZoneRefusal('mistyped');
      // What was seen under the old keys is kept: another key set is no licence to begin the log anew.
      await writeKnowledge(zone, { known: { ...known, keySet }, vaults }, signal);
      return {};
    },
    'key-file': async ({ passphrase, by }) => {
      const { secret, fingerprint, wrapping } = zone.requireOwn();
      const shown = readSecret(by);
      if (!(await isOpenedBy(around.primitives, wrapping, shown.by, shown.bytes)))
        throw new KeyZoneRefusal('wrong-key');
      if ([...passphrase].length < SHORTEST_PASSPHRASE_CHARS) throw new KeyZoneRefusal('weak-passphrase');
      return { text: await sealWithPassphrase(toKeyFileText(secret, fingerprint), passphrase, around.workFactor) };
    },
    'forget-device': async () => {
      await around.ciphertexts.clear();
      await around.remembered.clear();
      return {};
    },
  };
}

/** Keys that nobody wrapped yet, with a recovery key of their own. */
async function takeKeys(
  zone: Zone,
  { identity, seed }: ReviewerKeyPair,
  known: OwnKeys['secret']['known'],
): Promise<OwnKey & { recovery: string }> {
  const { primitives, random } = zone.around;
  if (!isFingerprint(known.keySet)) throw new KeyZoneRefusal('mistyped');
  zone.lock();
  const own = await toOwnKey(zone.around, { identity, seed });
  if (own === null) throw new KeyZoneRefusal('wrong-key');
  const recovery = random(RECOVERY_KEY_BYTES);
  const place = await toRecoveryPlace(primitives, recovery);
  const empty = makeWrapping(random, own.fingerprint);
  const wrapping = await addSlot(primitives, random, empty, 'recovery', recovery);
  const secret = { incident: zone.settings.incident, identity, seed, place, known, vaults: [] };
  zone.setOwn({ ...own, wrapping, secret, number: 0, wrapped: null, isKept: true });
  zone.setRecovery(recovery);
  zone.setMayWrap(true);
  return { ...toPublic(own), recovery: formatNoticeCode(recovery) };
}

async function toTag({ primitives }: Zone['around'], code: string | null): Promise<string | null> {
  if (code === null) return null;
  const reading = readNoticeCode(code);
  if (reading.state === 'slip') throw new KeyZoneRefusal('mistyped');
  return derivePortalTag(primitives, reading.bytes);
}

function toPublic({ key, fingerprint }: Pick<OwnKeys, 'key' | 'fingerprint'>): OwnKey {
  return { key, fingerprint };
}

function completeRequest(zone: Zone, own: OwnKeys, request: RequestToSign, at: string): PartyRequest {
  const nonce = toBase64Url(zone.around.random(NONCE_BYTES));
  const head = { v: 1, incident: zone.settings.incident, at, nonce } as const;
  return request.kind === 'enrollment' ? { ...head, ...request, key: own.key } : { ...head, ...request };
}
