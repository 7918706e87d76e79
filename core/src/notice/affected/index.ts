/**
 * What of a party's messages a notice names: its addresses, and its messages with passwords.
 */

export {
  type AddressVisibility,
  type AffectedAddress,
  type AffectedAddresses,
  AffectedAddressTally,
  type AffectedMessage,
  isQuietMessage,
  PAGE_ADDRESSES,
  selectShownAddresses,
  TEXT_ADDRESSES,
} from './affected-addresses.ts';
export {
  chooseMessageId,
  isShownMessageId,
  PAGE_SECRETS,
  type SecretCandidate,
  type SecretMessage,
  selectSecretMessages,
  TEXT_SECRETS,
} from './secret-messages.ts';
