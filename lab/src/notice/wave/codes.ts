import { Refusal } from '@candor/core/base';
import { formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import { BUCKET_COUNT, DEFAULT_BUCKET_SHAPE, toSealedPlace } from '@candor/core/verify';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listCodes } from '../store/notice-store.ts';

const codeBytes = 16;
/** A site that is full to the last slot is found after some ten thousand draws; more mean that it is full. */
const mostDraws = 100_000;

/**
 * Draws codes whose place on the site is free (docs/formats/verify-site.md, Bucket): a code is drawn again while its
 * bucket is full.
 */
export interface CodePool {
  /** The code is sixteen bytes, printed. @throws Refusal when the site has no place left. */
  draw(party: string): Promise<string>;
}

export async function openCodePool(store: Store): Promise<CodePool> {
  const taken = new Uint16Array(BUCKET_COUNT);
  let total = 0;
  // The incidents that share a log share a site.
  for (const places of [await countOwnPlaces(store), store.home?.readOthersPlaces() ?? []])
    for (const [bucket, count] of places) {
      taken[bucket] = (taken[bucket] ?? 0) + count;
      total += count;
    }
  const { slots } = DEFAULT_BUCKET_SHAPE;
  return {
    draw: async (party) => {
      for (let draws = 0; total < BUCKET_COUNT * slots && draws < mostDraws; draws += 1) {
        const code = freshBytes(codeBytes, 'code', party);
        const { bucket } = await toSealedPlace(nodeCryptography, code);
        if ((taken[bucket] ?? 0) >= slots) continue;
        taken[bucket] = (taken[bucket] ?? 0) + 1;
        total += 1;
        return formatNoticeCode(code);
      }
      throw new Refusal('site-full', [
        `the site for checking has room for ${BUCKET_COUNT * slots} notices, and all places are taken`,
      ]);
    },
  };
}

/** In which buckets the codes of this state have their places, and how many in each. */
async function countOwnPlaces(store: Store): Promise<ReadonlyMap<number, number>> {
  const codes = await listCodes(store);
  const places = new Map<number, number>();
  for (const code of codes) {
    const reading = readNoticeCode(code);
    if (reading.state !== 'code') throw new Error('the store holds an invalid code');
    const { bucket } = await toSealedPlace(nodeCryptography, reading.bytes);
    places.set(bucket, (places.get(bucket) ?? 0) + 1);
  }
  return places;
}

/**
 * Tells the incidents of the same site which places this one takes. Inside the transaction that keeps the codes.
 * @throws Refusal where another one has taken a place meanwhile that was free when a code was drawn.
 */
export async function claimPlaces(store: Store): Promise<void> {
  const { home } = store;
  if (home === null) return;
  home.begin();
  const own = await countOwnPlaces(store);
  const others = home.readOthersPlaces();
  const { slots } = DEFAULT_BUCKET_SHAPE;
  if ([...own].some(([bucket, count]) => count + (others.get(bucket) ?? 0) > slots))
    throw new Refusal('site-full', [
      'another incident of this site has taken the place of a code of this wave: prepare the wave again',
    ]);
  home.writePlaces(own);
}
