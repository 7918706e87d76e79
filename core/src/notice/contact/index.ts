/**
 * Recipients of notices: contacts, the ladder of role mailboxes, security.txt (RFC 9116), and holds.
 */

export {
  type ChosenContacts,
  type ContactHistory,
  chooseContacts,
  chooseGuessed,
  chooseReminded,
  type RemindedContacts,
  SILENCE_SECONDS,
} from './choose-contacts.ts';
export {
  type ContactErrorCode,
  type ContactProblem,
  type ListedContact,
  MAX_CONTACT_ROWS,
  type ReadContactList,
  readContactCsv,
} from './contact-list.ts';
export {
  DELAY_ALERT_SECONDS,
  findEndingDelays,
  findHold,
  findPastDelay,
  type Hold,
  isInForce,
} from './hold.ts';
export {
  type ContactContext,
  type ContactJudgement,
  type JudgedContact,
  judgeContacts,
} from './judge-contacts.ts';
export {
  buildLadder,
  isGuessedRung,
  type Ladder,
  type LadderContact,
  type LadderSources,
  type LadderStep,
  RUNGS,
  type Rung,
  readContactAddress,
  type UnusableContact,
} from './ladder.ts';
export { readSecurityTxt, type SecurityTxt } from './read-security-txt.ts';
