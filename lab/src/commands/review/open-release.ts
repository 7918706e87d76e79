import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { openReviewerKey } from '../../adapters/keys/reviewer-key.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { makeOpenedFolder, openRelease, type Verified } from '../../review/opened/index.ts';
import type { Progress } from '../progress.ts';

export interface OpenOrder {
  readonly release: string;
  readonly keyFile: string;
  readonly passphrase: () => Promise<string>;
  /** Of the organization's keys, as notice and DNS have it. */
  readonly fingerprint: string;
  readonly out: string;
  readonly progress: Progress;
}

export interface OpenedResult {
  readonly verified: Verified;
  readonly messages: number;
  /** Digests of objects that could not be opened; the rest is complete. */
  readonly damaged: readonly string[];
}

/**
 * Level A (docs/formats/release.md): no server, no network. Verifies everything, then decrypts whole messages and
 * writes them out.
 * @throws Refusal for a release that does not hold, a key that is not granted, or a folder in use.
 */
export async function openReleaseFile(order: OpenOrder): Promise<OpenedResult> {
  const reviewer = await openReviewerKey(order.keyFile, order.passphrase);
  const primitives = { ...nodeCryptography, ...createNodeRuntime() };
  const release = await openRelease(primitives, order.release, reviewer, order.fingerprint);
  const { manifest } = release.verified;
  const folder = makeOpenedFolder(order.out);
  const step = order.progress.begin('open', 'messages', manifest.objects.length);
  let messages = 0;
  for await (const { indexed, bytes } of release.messages()) {
    folder.add(indexed, bytes);
    messages += 1;
    step.advance(1);
  }
  step.end();
  folder.end(
    `${manifest.organization}: ${messages} of ${manifest.objects.length} messages of ${manifest.party}, release ${manifest.release}`,
  );
  return { verified: release.verified, messages, damaged: release.damaged };
}
