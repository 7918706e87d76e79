import { isArmored, openWithPassphrase, type ReviewerKeyPair, readKeyFileText } from '@candor/core/review/wrapped';
import { KeyWorkerError } from '../../bridge/protocol.ts';

/** The keys of a key file, sealed or not. @throws KeyWorkerError for another passphrase, or what is no key file */
export async function openKeyFile(text: string, passphrase: string): Promise<ReviewerKeyPair> {
  const opened = isArmored(text) ? await openWithPassphrase(text.trim(), passphrase) : text;
  const pair = opened === null ? null : readKeyFileText(opened);
  if (pair === null) throw new KeyWorkerError('wrong-key');
  return pair;
}
