import { toReviewerKeyText } from '@candor/core/review/seal';
import { makeReviewerKey } from '../../adapters/reviewer-key.ts';

export interface MadeReviewerKey {
  readonly fingerprint: string;
  /** What is given to the organization. */
  readonly publicKey: string;
}

/** Makes a reviewer's keys in a new file. @throws Refusal where a file is in the way. */
export async function makeKey(
  path: string,
  passphrase: () => Promise<string>,
  options: { readonly scryptWorkFactor?: number },
): Promise<MadeReviewerKey> {
  const { fingerprint, key } = await makeReviewerKey(path, await passphrase(), options);
  return { fingerprint, publicKey: toReviewerKeyText(key) };
}
