import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSealingKey, type ReviewerKey, toFingerprint } from '@candor/core/review/seal';
import { toKeyFileText } from '@candor/core/review/wrapped';
import { writeReleaseFile } from '../../../lab/src/adapters/files/release-file.ts';
import { openSigner } from '../../src/platform/browser-signer.ts';
import { Organization, rising, runtime } from './keys/support/organization.ts';

/** What a reviewer without a browser has on disk: `my.key` and `release.candor`. */
export interface MadeFiles {
  /** Fingerprint of the organization's keys, as a notice prints it. */
  readonly keySet: string;
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  readonly seed: Uint8Array;
}

export async function writeMadeFiles(folder: string): Promise<MadeFiles> {
  const organization = new Organization();
  const { identity, recipient } = await makeSealingKey();
  const seed = new Uint8Array(32).fill(5);
  const sign = Buffer.from(openSigner(seed).publicKey).toString('base64url');
  const key = { age: recipient, sign };
  const fingerprint = toFingerprint(runtime, key);
  writeFileSync(join(folder, 'my.key'), toKeyFileText({ identity, seed }, fingerprint));
  const { papers, files, index, grants, objects } = await organization.release([{ key, fingerprint }]);
  const file = (digest: string): Uint8Array => files.get(digest) ?? new Uint8Array();
  await writeReleaseFile(
    join(folder, 'release.candor'),
    (async function* () {
      for (const [name, text] of [
        ['manifest.json', papers.manifest],
        ['approvals.json', papers.approvals],
        ['keys.json', papers.keys],
        ['log.proof', papers.proof],
      ] as const)
        yield { name, bytes: new TextEncoder().encode(text) };
      yield { name: 'index.age', bytes: file(index) };
      for (const [reviewer, digest] of grants) yield { name: `grants/${reviewer}.age`, bytes: file(digest) };
      for (const digest of rising(objects, (one) => one)) yield { name: `objects/${digest}.age`, bytes: file(digest) };
    })(),
  );
  return { keySet: organization.fingerprint, key, fingerprint, seed };
}
