import { formatInstant } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
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
  openWrappedKeys,
  RECOVERY_KEY_BYTES,
  type ReviewerKeyPair,
  readWrappedHead,
  sealWithPassphrase,
  toKeyFileText,
  toRecoveryPlace,
  type WrappedSlot,
  wrapKeys,
} from '@candor/core/review/wrapped';
import {
  type KeyCalls,
  KeyWorkerError,
  type OwnKey,
  type RequestToSign,
  type UnlockSecret,
} from '../../bridge/protocol.ts';
import type { CallHandlers } from '../../bridge/serve-calls.ts';
import type { KeyHolder } from './key-holder.ts';
import { openKeyFile } from './open-file.ts';
import { type OwnKeys, toOwnKey, toOwnKeys } from './own-keys.ts';
import { toObject } from './portal.ts';
import { writeKnowledge } from './write-knowledge.ts';

const SEED_BYTES = 32;
const NONCE_BYTES = 16;
/** Cost of a key file, which can be copied and attacked offline. */
const SHORTEST_PASSPHRASE_CHARS = 10;

/** Key calls: make, wrap, unlock, sign. */
export function makeKeyHandlers(holder: KeyHolder): CallHandlers<KeyCalls> {
  const { deps } = holder;
  return {
    start: async ({ settings }) => {
      holder.start(settings);
      return {};
    },
    'make-keys': async ({ keySet, log }) => {
      const { identity } = await makeSealingKey();
      return takeKeys(holder, { identity, seed: deps.random(SEED_BYTES) }, { keySet, log, releases: [] });
    },
    'adopt-keys': async ({ keyFile, passphrase, keySet, log }) =>
      takeKeys(holder, await openKeyFile(keyFile, passphrase), { keySet, log, releases: [] }),
    'check-recovery': async ({ typed }) => {
      const reading = readNoticeCode(typed);
      if (reading.state === 'slip') return { state: 'mistyped' };
      const made = holder.recovery;
      if (made === null) throw new KeyWorkerError('locked');
      return { state: formatNoticeCode(made) === formatNoticeCode(reading.bytes) ? 'right' : 'wrong' };
    },
    wrap: async ({ prf }) => {
      const own = holder.requireOwn();
      if (!holder.mayWrap) throw new KeyWorkerError('needs-recovery');
      const { primitives, random } = deps;
      // Without the new passkey's secret, the old passkey's slot would only keep the lost one valid.
      const without = { ...own.wrapping, slots: own.wrapping.slots.filter(({ by }) => by !== 'passkey') };
      const wrapping = prf === null ? without : await addSlot(primitives, random, without, 'passkey', prf);
      prf?.fill(0);
      const number = own.number + 1;
      const wrapped = await wrapKeys(primitives, random, wrapping, number, own.secret);
      holder.setOwn({ ...own, wrapping, number, wrapped, isKept: true });
      return { wrapped, place: own.secret.place };
    },
    unlock: async ({ wrapped, by }, { signal }) => toPublic(await unlockKeys(holder, wrapped, by, signal)),
    recover: async ({ typed }, { signal }) => toPublic(await recoverKeys(holder, typed, signal)),
    lock: async () => {
      holder.lock();
      return {};
    },
    'own-key': async () => (holder.own === null ? null : toPublic(holder.own)),
    'sign-request': async ({ request }, { signal }) => {
      const own = holder.requireOwn();
      return signRequest(own.signer, completeRequest(holder, own, request, formatInstant(await holder.now(signal))));
    },
    'sign-call': async ({ method, target, body }, { signal }) => ({
      fields: await holder.portal.signCall(holder.requireOwn().signer, method, target, body, signal),
    }),
    'show-tag': async (shown) => {
      const tag = 'tag' in shown ? shown.tag : await toTag(deps, shown.code);
      holder.portal.showTag(tag);
      return { tag };
    },
    'code-proof': async ({ code }) => {
      const { fingerprint } = holder.requireOwn();
      const reading = readNoticeCode(code);
      if (reading.state === 'slip') throw new KeyWorkerError('mistyped');
      return { proof: await makeCodeProof(deps.primitives, reading.bytes, fingerprint) };
    },
    challenge: async ({ domain, token }) => ({
      name: toChallengeName(domain),
      text: toChallengeText(token, holder.requireOwn().fingerprint),
    }),
    known: async () => holder.requireOwn().secret.known,
    pin: async ({ keySet }, { signal }) => {
      const { known, vaults } = holder.requireOwn().secret;
      if (!isFingerprint(keySet)) throw new KeyWorkerError('mistyped');
      // Keeps what was seen under the old keys: another key set does not allow the log to restart.
      await writeKnowledge(holder, { known: { ...known, keySet }, vaults }, signal);
      return {};
    },
    'key-file': async ({ passphrase, by }) => {
      const { secret, fingerprint, wrapping } = holder.requireOwn();
      const shown = readSecret(by);
      if (!(await isOpenedBy(deps.primitives, wrapping, shown.by, shown.bytes))) throw new KeyWorkerError('wrong-key');
      if ([...passphrase].length < SHORTEST_PASSPHRASE_CHARS) throw new KeyWorkerError('weak-passphrase');
      return { text: await sealWithPassphrase(toKeyFileText(secret, fingerprint), passphrase, deps.workFactor) };
    },
    'forget-device': async () => {
      await deps.ciphertexts.clear();
      await deps.remembered.clear();
      return {};
    },
  };
}

/** Keys that nobody has wrapped yet, with their own recovery key. */
async function takeKeys(
  holder: KeyHolder,
  { identity, seed }: ReviewerKeyPair,
  known: OwnKeys['secret']['known'],
): Promise<OwnKey & { recovery: string }> {
  const { primitives, random } = holder.deps;
  if (!isFingerprint(known.keySet)) throw new KeyWorkerError('mistyped');
  holder.lock();
  const own = await toOwnKey(holder.deps, { identity, seed });
  if (own === null) throw new KeyWorkerError('wrong-key');
  const recovery = random(RECOVERY_KEY_BYTES);
  const place = await toRecoveryPlace(primitives, recovery);
  const empty = makeWrapping(random, own.fingerprint);
  const wrapping = await addSlot(primitives, random, empty, 'recovery', recovery);
  const secret = { incident: holder.settings.incident, identity, seed, place, known, vaults: [] };
  holder.setOwn({ ...own, wrapping, secret, number: 0, wrapped: null, isKept: true });
  holder.setRecovery(recovery);
  holder.setMayWrap(true);
  return { ...toPublic(own), recovery: formatNoticeCode(recovery) };
}

async function toTag({ primitives }: KeyHolder['deps'], code: string | null): Promise<string | null> {
  if (code === null) return null;
  const reading = readNoticeCode(code);
  if (reading.state === 'slip') throw new KeyWorkerError('mistyped');
  return derivePortalTag(primitives, reading.bytes);
}

function toPublic({ key, fingerprint }: Pick<OwnKeys, 'key' | 'fingerprint'>): OwnKey {
  return { key, fingerprint };
}

function completeRequest(holder: KeyHolder, own: OwnKeys, request: RequestToSign, at: string): PartyRequest {
  const nonce = toBase64Url(holder.deps.random(NONCE_BYTES));
  const head = { v: 1, incident: holder.settings.incident, at, nonce } as const;
  return request.kind === 'enrollment' ? { ...head, ...request, key: own.key } : { ...head, ...request };
}

interface Secret {
  readonly by: WrappedSlot;
  readonly bytes: Uint8Array;
}

/**
 * Opens wrapped keys from the portal. If this browser has seen newer ones, those count: a restored or lying portal
 * cannot make this person forget.
 * @throws KeyWorkerError
 */
async function unlockKeys(
  holder: KeyHolder,
  wrapped: string,
  given: UnlockSecret,
  _signal: AbortSignal,
): Promise<OwnKeys> {
  return openNewest(holder, wrapped, readSecret(given));
}

/** @throws KeyWorkerError */
async function recoverKeys(holder: KeyHolder, typed: string, signal: AbortSignal): Promise<OwnKeys> {
  const secret = readSecret({ kind: 'recovery', typed });
  const place = await toRecoveryPlace(holder.deps.primitives, secret.bytes);
  const posted = await holder.portal.post(portalPaths.recovery, { place }, signal);
  if (posted.state !== 'answered') throw new KeyWorkerError('unknown-recovery');
  const { wrapped } = toObject(posted.answer);
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
  // The next write replaces what the portal has.
  holder.setOwn({ ...own, wrapped, isKept: !isOlder });
  holder.setMayWrap(secret.by === 'recovery');
  return own;
}

async function open(holder: KeyHolder, wrapped: string, { by, bytes }: Secret): Promise<OwnKeys | null> {
  const opened = await openWrappedKeys(holder.deps.primitives, wrapped, by, bytes);
  return opened === null ? null : toOwnKeys(holder.deps, opened, wrapped);
}

/** @throws KeyWorkerError for a mistyped recovery key */
function readSecret(given: UnlockSecret): Secret {
  if (given.kind === 'passkey') return { by: 'passkey', bytes: given.prf };
  const reading = readNoticeCode(given.typed);
  if (reading.state === 'slip') throw new KeyWorkerError('mistyped');
  return { by: 'recovery', bytes: reading.bytes };
}
