/**
 * How records of one mailbox are kept while it is judged.
 */

export type { OpenGrant, SuggestedReach } from './reach-log.ts';
