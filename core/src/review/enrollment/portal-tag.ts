import type { Cryptography } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';

/** 64 bits, so that nobody can guess one. */
export const PORTAL_TAG_BYTES = 8;
/** As many as there are places for notices on the site. */
export const PORTAL_TAGS = 24_576;
/** The field of a call that holds the tag. */
export const PORTAL_TAG_FIELD = 'candor-tag';

/** One HKDF gives 8,160 bytes. */
const FILLED_AT_ONCE = 1000;

/**
 * Shows the portal that a caller holds a notice, though not which one (docs/formats/portal-api.md, Tags). base64url.
 */
export async function derivePortalTag(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  code: Uint8Array,
): Promise<string> {
  return toBase64Url(await deriveTag(cryptography, code));
}

/**
 * The whole set, always of one size: the tags of the codes, and of the filler as many as are missing, in order of
 * value. The filler follows from a secret that is the same each time, or two sets side by side would show which tags
 * are those of notices.
 */
export async function composePortalTags(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  codes: readonly Uint8Array[],
  fillerSecret: Uint8Array,
): Promise<Uint8Array> {
  const tags = new BigUint64Array(PORTAL_TAGS);
  // The newest, should there ever be more notices than places.
  const own = codes.slice(-PORTAL_TAGS);
  for (const [at, code] of own.entries()) tags[at] = toNumber(await deriveTag(cryptography, code), 0);
  for (let at = own.length; at < PORTAL_TAGS; ) {
    const info = `candor portal filler v1 ${at - own.length}`;
    const filler = await cryptography.hkdfSha256(fillerSecret, info, FILLED_AT_ONCE * PORTAL_TAG_BYTES);
    for (let from = 0; from < filler.length && at < PORTAL_TAGS; from += PORTAL_TAG_BYTES, at += 1)
      tags[at] = toNumber(filler, from);
  }
  tags.sort();
  const set = new Uint8Array(PORTAL_TAGS * PORTAL_TAG_BYTES);
  const view = new DataView(set.buffer);
  for (const [at, tag] of tags.entries()) view.setBigUint64(at * PORTAL_TAG_BYTES, tag);
  return set;
}

const deriveTag = (cryptography: Pick<Cryptography, 'hkdfSha256'>, code: Uint8Array): Promise<Uint8Array> =>
  cryptography.hkdfSha256(code, 'candor portal v1', PORTAL_TAG_BYTES);

const toNumber = (bytes: Uint8Array, from: number): bigint =>
  new DataView(bytes.buffer, bytes.byteOffset + from, PORTAL_TAG_BYTES).getBigUint64(0);

/** The tags of a set, as in calls; null when invalid. */
export function readPortalTags(set: Uint8Array): ReadonlySet<string> | null {
  if (set.length !== PORTAL_TAGS * PORTAL_TAG_BYTES) return null;
  const tags = new Set<string>();
  for (let at = 0; at < set.length; at += PORTAL_TAG_BYTES)
    tags.add(toBase64Url(set.subarray(at, at + PORTAL_TAG_BYTES)));
  return tags.size === PORTAL_TAGS ? tags : null;
}
