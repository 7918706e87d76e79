/**
 * How the record of a notice names addresses: an HMAC of each under the code (docs/formats/wave.md, Record).
 */
export { openRecipientMark, openRecipients, type RecipientMark, toRecipientAddress } from './recipient-mark.ts';
