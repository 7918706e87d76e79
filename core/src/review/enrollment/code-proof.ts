import type { Cryptography } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';

/** As long as the digest it is made with. */
const CODE_PROOF_BYTES = 32;

/**
 * Shows to whoever knows the code that its sender has it, for one fingerprint alone (docs/formats/proof.md): a portal
 * that exchanges the key would need the code, and it never gets that.
 */
export async function makeCodeProof(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  code: Uint8Array,
  fingerprint: string,
): Promise<string> {
  return toBase64Url(await cryptography.hkdfSha256(code, `candor enrollment v1 ${fingerprint}`, CODE_PROOF_BYTES));
}
