import { type Json, Refusal, type Runtime } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { type NoticeRecord, WAVE_TREE_DEPTH, type WaveManifest } from '@candor/core/notice/wave';
import { DEFAULT_BUCKET_SHAPE, fitsSlot, type SealedNotice } from '@candor/core/verify';
import { nodeDeflate } from '../../adapters/deflate.ts';
import { freshBytes } from '../../adapters/random.ts';
import type { StoredNotice } from '../store/wave-store.ts';
import { findListed } from './site-addresses.ts';

/** Positions and sizes of a log that has grown for years. */
const largeNumber = 99_999_999;
/** The longest name that an operator may have. */
const longestName = 80;
const signatureBytes = 64;

/**
 * How many of its addresses fit with a notice into its place on the site for checking at every later build, with the
 * entry and the approvals that it will have then.
 * @throws Refusal for one that will not fit without any.
 */
export function createFitCheck(
  runtime: Pick<Runtime, 'sha256Hex'>,
  manifest: WaveManifest,
): (
  notice: StoredNotice,
  addresses: readonly string[],
  addressSalt: string,
  toRecord: (addresses: readonly string[]) => NoticeRecord,
) => number {
  const path = Array.from({ length: WAVE_TREE_DEPTH }, () => new Uint8Array(32));
  // Random bytes, because nothing else compresses as badly as signatures.
  const approvals = [0, 1].map(() => ({
    key: toBase64Url(freshBytes(32)),
    operator: toBase64Url(freshBytes(longestName)).slice(0, longestName),
    signature: toBase64Url(freshBytes(signatureBytes)),
  }));
  const root = runtime.sha256Hex(freshBytes(32));
  const document = { ...manifest, root } as unknown as Json;
  const value = { v: 1, kind: 'wave', at: manifest.at, body: { approvals, document } } as unknown as Json;
  return (notice, addresses, addressSalt, toRecord) => {
    const toSealed = (list: readonly string[]): SealedNotice => ({
      record: toRecord(list),
      addresses: { salt: addressSalt, list },
      text: notice.text,
      twin: notice.html,
      leaf: { position: largeNumber, salt: toBase64Url(notice.salt) },
      entry: { position: largeNumber, salt: toBase64Url(freshBytes(32)), value },
      size: largeNumber,
      printed: notice.facts.checkpoint,
      ordinal: 99,
      follows: notice.issued_at,
      dates: [notice.issued_at],
      built: notice.issued_at,
      status: { state: 'withdrawn', at: notice.issued_at, isMisdirected: false },
    });
    const listed = findListed(addresses.length, (count) =>
      fitsSlot(nodeDeflate, DEFAULT_BUCKET_SHAPE, toSealed(addresses.slice(0, count)), path),
    );
    if (listed >= 0) return listed;
    throw new Refusal('notice-too-long', [
      `the notice to ${notice.party} is too long for its place on the site for checking; shorten what was added to it, or prepare without it: --except ${notice.party}`,
    ]);
  };
}
