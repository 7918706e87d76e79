import { formatInstant } from '@candor/core/base';
import type { Attributed } from '../attribution/attribution.ts';
import type { Gap, GapKind } from '../coverage/gap.ts';
import type { Reason, ReasonCode } from '../verdict/verdict.ts';

/** A rule of docs/formats/rules.md in words for counsel. */
export interface ReasonSentence {
  readonly rule: string;
  readonly code: ReasonCode;
  readonly text: string;
}

export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(SENTENCES, text);
}

/** The rule behind a reason, in a plain sentence. */
export function toReasonSentence({ code }: Pick<Reason, 'code'>): ReasonSentence {
  const [rule, text] = SENTENCES[code];
  return { rule, code, text };
}

/** A gap with its ends, as a plain sentence. */
export function toGapSentence({ kind, from, to }: Gap): string {
  const when = from === to ? `at ${formatInstant(from)}` : `from ${formatInstant(from)} to ${formatInstant(to)}`;
  return `The log is blind ${when}: ${GAPS[kind]}.`;
}

/** Why a record is attributed as it is, as a plain sentence. */
export function toLabelSentence({ reason }: Attributed): { readonly rule: string; readonly text: string } {
  const [rule, text] = LABELS[reason];
  return { rule, text };
}

const SENTENCES: Readonly<Record<ReasonCode, readonly [rule: string, text: string]>> = {
  bind: ['B1', "The intruder's client opened this message: a record lists its Message-ID in this mailbox."],
  'bind-same-content': [
    'B2',
    "The intruder's client opened another copy in this mailbox with the same Message-ID and the same content.",
  ],
  'bind-ambiguous': [
    'B3',
    'A record of the intruder lists this Message-ID, which several different messages here share; it is unclear which was opened.',
  ],
  'bind-same-id': [
    'B3',
    'A record of the intruder lists this Message-ID in another folder, where another message has it; judging by the folder, this one was not opened.',
  ],
  'bind-unattributed': [
    'B4',
    'A record lists this message as opened, but it is unclear whether the owner or the intruder made it.',
  ],
  'bind-elsewhere': [
    'B8',
    "The intruder's client opened a message with this Message-ID in a mailbox that does not hold it; this is a copy of it.",
  ],
  'handled-elsewhere': [
    'B8',
    'The intruder moved, deleted or changed a message with this Message-ID in a mailbox that does not hold it; this is a copy of it.',
  ],
  'contained-in': [
    'C1',
    'It is attached to another message that the intruder sent, reached or may have reached; the records and gaps are those of that message.',
  ],
  'lossy-record': [
    'B7',
    'A record of the intruder lists opened or copied messages of this folder, but its list is incomplete; this message had arrived by then.',
  ],
  'folder-listed': [
    'L1',
    "The intruder's client listed the folder while the message was in it: subject, parties and dates were shown.",
  ],
  'folder-listed-unattributed': [
    'L1',
    'The folder was listed while the message was in it; it is unclear whether by the owner or by the intruder.',
  ],
  export: [
    'E1',
    'The intruder exported or previewed mail of this mailbox; the message arrived before, or within a day after the order.',
  ],
  'export-unattributed': [
    'E1',
    'Mail of this mailbox was exported or previewed, and the message arrived before, or within a day after the order; it is unclear whether by the intruder.',
  ],
  'sync-folder': ['S1', "The intruder's client synchronized this folder while the message was in it."],
  'sync-hour': [
    'S2',
    'The message arrived in this folder within the hour after the intruder synchronized it; repeats within an hour are not logged.',
  ],
  'sync-folder-unknown': [
    'S3',
    'The intruder synchronized a folder, but it is unclear whether it was the one that holds this message.',
  ],
  'sync-mailbox': [
    'S5',
    'The intruder synchronized another folder of this mailbox; by the policy of this incident the whole mailbox is presumed copied.',
  ],
  'sync-other-folder': [
    'S6',
    'The intruder synchronized another folder of this mailbox; by the policy of this incident only that folder is presumed copied.',
  ],
  'sync-unattributed': ['S7', 'The folder was synchronized; it is unclear whether by the owner or by the intruder.'],
  throttled: [
    'T1',
    'Opened messages were not logged for 24 hours because there were too many, and the intruder was active in this mailbox or could sign in to it.',
  ],
  'gap-unlicensed': gapSentence('the mailbox had no licence for this log'),
  'gap-audit-off': gapSentence('auditing was switched off'),
  'gap-ingestion-off': gapSentence('the organization recorded no audit log at all'),
  'gap-before-retention': gapSentence('the log of that time was no longer kept'),
  'gap-unsupported': gapSentence('the log cannot record this kind of access'),
  'gap-bypassed': gapSentence('an account was exempted from auditing'),
  'gap-lossy': gapSentence('a record of the log is damaged or incomplete'),
  'gap-truncated': gapSentence('the export of the log was truncated'),
  'gap-late': gapSentence('the log may still lack records, because it was drawn less than 24 hours later'),
  'gap-unasserted': gapSentence('nobody confirms that the log was kept'),
  'gap-not-recorded': gapSentence('the mailbox was used but no access to it was recorded'),
  'app-reach-used': [
    'G2',
    'The log is blind for a time, and an application of the intruder that is seen in use could read this mailbox.',
  ],
  'app-reach': [
    'G2',
    'The log is blind for a time, and an application of the intruder could read this mailbox; it is not seen in use.',
  ],
  'delegate-reach': ['G3', 'The log is blind for a time, and the intruder had delegate rights to this mailbox.'],
  forwarding: [
    'F1',
    'The message arrived while a rule or setting of the intruder sent mail out, and its conditions match or cannot be evaluated.',
  ],
  'forwarding-unattributed': [
    'F1',
    'The message arrived while a rule or setting sent mail out of the organization, but it is unclear whether the owner or the intruder made it.',
  ],
  'forwarding-unreadable': [
    'F1',
    'The message arrived while a rule or policy was in force that the intruder made or may have made, and the log does not show whether it sent this message elsewhere.',
  ],
  'search-hit': [
    'Q1',
    'The intruder searched, and this message is among the hits: its subject, parties and first words were shown.',
  ],
  'search-hit-unattributed': [
    'Q1',
    'Somebody searched, and this message is among the hits; it is unclear whether the owner or the intruder searched.',
  ],
  'search-unread': [
    'Q1',
    'This mailbox was searched, by the intruder or by an unknown person, and the query cannot be read: this message may be among the hits.',
  ],
  handled: ['W1', 'The intruder moved, copied, deleted or changed this message inside the mailbox.'],
  'copied-out': ['W1', 'The intruder copied or moved this message into another mailbox.'],
  'copied-out-unattributed': [
    'W1',
    'This message was copied or moved into another mailbox; it is unclear whether by the owner or by the intruder.',
  ],
  'quoted-out': ['W2', 'The intruder sent a message that answers this one.'],
  'quoted-out-unattributed': [
    'W2',
    'A message that answers this one was sent; it is unclear whether by the owner or by the intruder.',
  ],
  'intruder-sent': ['W3', 'The intruder itself sent this message.'],
  'after-containment': [
    'D1',
    'The message came after the intruder was shut out and after its last access to the mailbox, and no record names it.',
  ],
  'complete-coverage': [
    'N1',
    'The log of this mailbox is complete for the window and until the last access of the intruder, accesses are seen to be recorded, and none to this message follows from it.',
  ],
  'no-control': [
    'N2',
    'Nothing points to this message, but no record of a normal access shows that accesses to this mailbox are recorded.',
  ],
  'ids-unresolved': [
    'N2',
    'Nothing points to this message, but most of the Message-IDs that the intruder opened or sent are not found, so one of them may be this one.',
  ],
  'date-alone': ['N2', 'Only its own Date keeps this message from a rule, and no delivery time confirms that Date.'],
  'carrier-undetermined': [
    'N2',
    'Nothing points to this message, but it is attached to another one for which the log cannot tell.',
  ],
  'linked-after': [
    'N2',
    "Records more than a day after containment may be the intruder's, since they share a session or token with earlier ones, and they may concern this message.",
  ],
  'grant-open': [
    'N2',
    'The message came after the intruder was shut out, but nothing shows that a permission which opens this mailbox was taken back.',
  ],
  'coverage-incomplete': [
    'N2',
    'Nothing points to this message, but the log is not complete or a record that may refer to it cannot be resolved.',
  ],
};

const GAPS: Readonly<Record<GapKind, string>> = {
  throttled: 'opened messages were not logged because there were too many',
  lossy: 'a record or row is damaged or incomplete',
  truncated: 'the export was truncated',
  bypassed: 'an account was exempted from auditing',
  'ingestion-off': 'the organization recorded no audit log',
  unlicensed: 'the mailbox had no licence for this log',
  'audit-off': 'auditing was switched off',
  'before-retention': 'the log was no longer kept',
  unsupported: 'this kind of access is not recorded',
  late: 'it was drawn before all its records had to be there',
  'not-recorded': 'the mailbox was used but no access to it was recorded',
  unasserted: 'nobody confirms that it was kept',
};

const LABELS: Readonly<Record<Attributed['reason'], readonly [rule: string, text: string]>> = {
  session: ['A1', 'It carries a session of the intruder.'],
  token: ['A2', 'It carries a token of the intruder.'],
  'address-contradiction': [
    'A2b',
    "Its address fields, or those of rows with its id, name different addresses, not all of them the owner's: nobody can say where it was made.",
  ],
  'record-contradiction': [
    'A2c',
    'Rows with its id contradict each other about user, time, mailbox, application or logon type: nobody can say who made it.',
  ],
  application: ['A3', 'It was made by an application of the intruder.'],
  'shared-application': [
    'A3',
    "It was made by an application of the intruder that the owner also uses, as the owner: from the owner's address, or where nothing else shows the intruder.",
  ],
  'shared-session': [
    'A4',
    "It carries a session that the owner and the intruder both used: from an owner's address, or from another one with a client and application that the owner used in it.",
  ],
  'session-split': [
    'A4',
    "It carries a session that the owner and the intruder both used, from an address that is not the owner's and is listed as the intruder's, or with a client or application that no record of the owner in it has.",
  ],
  address: ['A5', 'It came from an address of the intruder, inside the window.'],
  'address-out-of-window': [
    'A5',
    "It came from an address of the intruder, outside the window, when the address may have been somebody else's.",
  ],
  'address-expanded': [
    'A6',
    "It has no session and came from an address at which the intruder's session was seen, close in time.",
  ],
  'shared-address': ['A7', "It came from an address that is listed as the owner's and as the intruder's."],
  'own-application': [
    'A9b',
    'It was made by an application of the organization that the incident file lists, without a user and from its listed address.',
  ],
  'shared-account': [
    'A8a',
    "It came from an address of the organization, by a user whom the intruder uses within a day of it, and neither session nor client is known as that user's own.",
  ],
  'owner-address': [
    'A8',
    'It came from an address of the owner or of a known delegate, by the owner, a known delegate, or as the owner by a user who is nowhere the intruder.',
  ],
  'other-user': [
    'A8b',
    'It came from an address of the owner, by another user whom the intruder uses, by a stranger as delegate, or by an application without a user.',
  ],
  service: ['A9', "It was made by a service of the provider, from the provider's address."],
  unattributed: ['A10', 'It is unclear who made it, and it is inside the window.'],
  'linked-out-of-window': [
    'A10b',
    'It is outside the window and shares a session, a token, an application or a network with an intruder or unknown record inside it.',
  ],
  'out-of-window': ['A11', 'Nothing ties it to the intruder, and it is outside the window.'],
};

function gapSentence(cause: string): readonly [rule: string, text: string] {
  return ['G1', `The intruder could read this mailbox, and for a time ${cause}: an access would have left no trace.`];
}
