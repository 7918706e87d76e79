/**
 * A reviewer's own keys, wrapped for a passkey and for the recovery key (docs/formats/reviewer-key.md).
 */

export { type ReviewerKeyPair, readKeyFileText, toKeyFileText } from './key-file.ts';
export { isArmored, openWithPassphrase, sealWithPassphrase } from './passphrase.ts';
export { MAX_FORMER_VAULTS, type ReviewerKnowledge, type ReviewerSecret } from './reviewer-secret.ts';
export {
  addSlot,
  isOpenedBy,
  makeWrapping,
  type OpenedKeys,
  openWithWrapping,
  openWrappedKeys,
  type Random,
  RECOVERY_KEY_BYTES,
  readWrappedHead,
  toRecoveryPlace,
  type WrappedSlot,
  type Wrapping,
  wrapKeys,
} from './wrapped-keys.ts';
