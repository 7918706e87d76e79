import type { compareMessage } from './compare/compare-message.ts';

/** The half of a check that reads and compares a received message; imported only when one is given. */

export { compareMessage, type MessageComparison } from './compare/compare-message.ts';
export { readReceived } from './received/received-message.ts';

export type CompareMessage = typeof compareMessage;
