import { Refusal } from '@candor/core/base';
import { formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import { BUCKET_COUNT, DEFAULT_BUCKET_SHAPE, toSealedPlace } from '@candor/core/verify';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';

const codeBytes = 16;
/** A site that is full to the last slot is found after some ten thousand draws; more mean that it is full. */
const mostDraws = 100_000;

/** Draws codes whose place on the site is free (docs/formats/verify-site.md, Bucket): a code is drawn again while its bucket is full. */
export interface CodeDrawer {
  /** Sixteen bytes, printed. @throws Refusal when the site has no place left. */
  draw(): Promise<string>;
}

export async function openCodeDrawer(store: Store): Promise<CodeDrawer> {
  const taken = new Uint16Array(BUCKET_COUNT);
  const rows = await store.db.selectFrom('notice_notice').select('code').where('state', '!=', 'discarded').execute();
  let total = 0;
  const place = async (code: Uint8Array) => (await toSealedPlace(nodeCryptography, code)).bucket;
  for (const { code } of rows) {
    const reading = readNoticeCode(code);
    if (reading.state !== 'code') throw new Error('the store holds a code that is none');
    const bucket = await place(reading.bytes);
    taken[bucket] = (taken[bucket] ?? 0) + 1;
    total += 1;
  }
  const { slots } = DEFAULT_BUCKET_SHAPE;
  return {
    draw: async () => {
      for (let draws = 0; total < BUCKET_COUNT * slots && draws < mostDraws; draws += 1) {
        const code = freshBytes(codeBytes);
        const bucket = await place(code);
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
