/**
 * How a party is reached: the ladder of contacts, those that were guessed, imported or left.
 */
export { type AddressedParty, type AffectedMail, readAffectedMail } from './affected-mail.ts';
export { type ContactTrust, listGuessed, type ReachableParty, readReachable } from './guessed-contacts.ts';
export { type OrphanedContacts, readContactsNow, readInherited } from './left-contacts.ts';
export {
  findDetails,
  findUnusable,
  type LadderKnowledge,
  readHistory,
  readLadderKnowledge,
  toHistory,
  toLadder,
} from './party-ladder.ts';
export { isVcardText, readVcards } from './read-vcards.ts';
