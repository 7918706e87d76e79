/**
 * The addresses of a party that a notice lists.
 */

export {
  type AddressStanding,
  type AffectedAddress,
  type AffectedAddresses,
  AffectedAddressTally,
  type AffectedMessage,
  isQuietMessage,
  PAGE_ADDRESSES,
  selectShownAddresses,
  TEXT_ADDRESSES,
} from './affected-addresses.ts';
