/**
 * Outside addresses of a message, and their registrable domains.
 */

export { toKnownForm, type UnresolvedAddressReason } from './counterparty.ts';
export { createDraftTest } from './draft.ts';
export { isOwnTenant, isRoutingHost } from './tenant.ts';
