/**
 * Outside addresses of a message, and their registrable domains.
 */

export type { UnresolvedAddressReason } from './counterparty.ts';
export { createDraftTest } from './draft.ts';
export { toKnownForm } from './known-form.ts';
