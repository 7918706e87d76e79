import type { ReasonCode } from '@candor/core/exposure/verdict';

/**
 * Why a party gets a message: a rule of exposure, or that it hung on, or is quoted in, a message of the organization.
 */
export type OutsideReason = ReasonCode | 'attached' | 'quoted';

/**
 * Reasons for people outside of the organization: what each means for a message, and nothing of records, addresses or
 * other mailboxes.
 */
export const OUTSIDE_SENTENCES: Readonly<Record<OutsideReason, string>> = {
  bind: 'The access log names this message as opened by the intruder’s client.',
  'bind-same-content':
    'The access log names an identical message in the same mailbox as opened by the intruder’s client.',
  'bind-ambiguous':
    'The access log names an identifier that this message shares with others as opened by the intruder; which of them was opened cannot be told.',
  'bind-unattributed':
    'The access log names this message as opened, and whether by the mailbox’s owner or by the intruder cannot be told.',
  'bind-same-id':
    'The intruder opened a message with the same number in another folder; this one, as far as the log tells, was not it.',
  'bind-elsewhere':
    'The access log names a copy of this message, in a mailbox that no longer holds it, as opened by the intruder’s client.',
  'handled-elsewhere':
    'The intruder moved, deleted or changed a copy of this message in a mailbox that no longer holds it.',
  'lossy-record':
    'The access log says that the intruder opened messages in the folder that held this one, and its list of them is not whole.',
  'folder-listed': 'The intruder listed the folder that held this message, which shows subjects, people and dates.',
  'folder-listed-unattributed':
    'The folder that held this message was listed, and whether by the mailbox’s owner or by the intruder cannot be told.',
  export: 'The intruder exported or previewed mail of the mailbox that held this message.',
  'export-unattributed':
    'Mail of the mailbox that held this message was exported or previewed, and whether by the intruder cannot be told.',
  'sync-folder': 'The intruder’s client copied the folder that held this message.',
  'sync-hour':
    'This message arrived within the hour after the intruder copied its folder; repeated copying within an hour is not logged.',
  'sync-folder-unknown':
    'The intruder copied a folder, and whether it was the one that held this message cannot be told.',
  'sync-mailbox':
    'The intruder copied another folder of the mailbox that held this message; all of it is taken as copied.',
  'sync-other-folder': 'The intruder copied another folder of the mailbox that held this message.',
  'sync-unattributed':
    'The folder that held this message was copied, and whether by the mailbox’s owner or by the intruder cannot be told.',
  throttled:
    'The intruder was active in the mailbox while so many messages were opened that the log stopped naming them for a day.',
  'gap-unlicensed': gap('the mailbox was not covered by the log'),
  'gap-audit-off': gap('logging was switched off'),
  'gap-ingestion-off': gap('no access log was kept at all'),
  'gap-before-retention': gap('the log of that time was no longer kept'),
  'gap-unsupported': gap('the log cannot show this kind of access'),
  'gap-bypassed': gap('an account was exempted from logging'),
  'gap-lossy': gap('the log is damaged or not whole'),
  'gap-truncated': gap('the copy of the log that could be had was cut short'),
  'gap-late': gap('the log was drawn before all its records had to be there'),
  'gap-unasserted': gap('nobody states that the log was kept'),
  'gap-not-recorded': gap('the mailbox was in use and no access to it was recorded'),
  'app-reach-used':
    'For a time nothing was logged, and a program of the intruder’s that was in use could read the mailbox.',
  'app-reach': 'For a time nothing was logged, and a program of the intruder’s could read the mailbox.',
  'delegate-reach': 'For a time nothing was logged, and the intruder had been given rights to the mailbox.',
  forwarding: 'This message arrived while a rule of the intruder sent mail out of the mailbox.',
  'forwarding-unattributed':
    'This message arrived while a rule sent mail out of the mailbox, and whether the intruder made the rule cannot be told.',
  'forwarding-unreadable':
    'This message arrived while a rule was in force that the intruder made or may have made, and the log does not say what the rule did.',
  'search-hit':
    'The intruder searched, and this message was among the results, which show subject, people and first words.',
  'search-hit-unattributed':
    'This message was among the results of a search, and whether the mailbox’s owner or the intruder searched cannot be told.',
  'search-unread':
    'The mailbox that held this message was searched, and the log does not say for what in a form that can be read.',
  handled: 'The intruder moved, deleted or changed this message.',
  'copied-out': 'The intruder copied or moved this message into another mailbox.',
  'copied-out-unattributed':
    'This message was copied or moved into another mailbox, and whether by the mailbox’s owner or by the intruder cannot be told.',
  'quoted-out': 'The intruder sent a message that answers this one.',
  'quoted-out-unattributed':
    'A message that answers this one was sent, and whether by the mailbox’s owner or by the intruder cannot be told.',
  'intruder-sent': 'The intruder sent this message; it does not come from the person whose name it bears.',
  'after-containment': 'This message was delivered after the intruder was shut out.',
  'complete-coverage': 'The access log is whole, and nothing in it points to this message.',
  'coverage-incomplete': 'Nothing in the access log points to this message, but the log is not whole.',
  'contained-in': 'It was attached to another message that the intruder sent, opened or may have seen.',
  'no-control':
    'Nothing in the access log points to this message, but nothing shows that the log records accesses to this mailbox.',
  'ids-unresolved':
    'Nothing in the access log points to this message, but most messages that the log names are not to be found in the mailbox.',
  'date-alone':
    'Only the date that this message states keeps it out of what the intruder reached, and such a date alone proves nothing.',
  'carrier-undetermined':
    'It was attached to another message, and whether the intruder reached that one cannot be told.',
  'linked-after':
    'Later accesses that may be the intruder’s could reach this message, and whose they are cannot be told.',
  'grant-open':
    'This message was delivered after the intruder was shut out, but a permission given to the intruder was never seen to be taken back.',
  attached: 'It was attached to a message inside the organization, of which nothing else is given.',
  quoted: 'It is quoted in a message of the organization, of which nothing else is given.',
};

function gap(cause: string): string {
  return `The intruder could read the mailbox, and for a time ${cause}: an access would have left no trace.`;
}
