/**
 * The strict mail addresses and domains that we send to ourselves (RFC 5321 section 4.1.2). Text in, a parsed address
 * or null out; nothing throws.
 */
export { type EnvelopeAddress, readEnvelopeAddress, readMailDomain } from './envelope-address.ts';
