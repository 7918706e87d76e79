/**
 * What of a party's messages a notice names: its addresses, and what a search found in them.
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
export { type FoundInMessage, FoundTally } from './found-tally.ts';
export {
  chooseMessageId,
  isShownMessageId,
  PAGE_SECRETS,
  type SecretCandidate,
  type SecretMessage,
  selectSecretMessages,
  TEXT_SECRETS,
} from './secret-messages.ts';
