import { englishAnnouncement } from './announcement/english.ts';
import type { Phrases } from './phrases.ts';

export const english: Phrases = {
  numerals: {
    groupSeparator: ',',
    groupedFromDigits: 4,
    isZeroSingular: false,
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: '{day} {month} {year}',
    shortDate: '{day} {month} {year}',
    dayOfYear: '{day} {month}',
    shortDayOfYear: '{day} {month}',
    firstDay: '1',
    time: '{date}, {hour}:{minute} UTC',
  },

  subject: {
    stolen: {
      one: 'Your email with {organization} was stolen ({n} message, {window})',
      other: 'Your emails with {organization} were stolen ({n} messages, {window})',
    },
    secrets: {
      one: 'Passwords or keys in your emails with {organization} are at risk ({n} message, {window})',
      other: 'Passwords or keys in your emails with {organization} are at risk ({n} messages, {window})',
    },
    partial: {
      one: 'An intruder saw part of your email with {organization} ({n} message, {window})',
      other: 'An intruder saw part of your emails with {organization} ({n} messages, {window})',
    },
    possible: {
      one: 'Theft of your email with {organization} cannot be ruled out ({n} message, {window})',
      other: 'Theft of your emails with {organization} cannot be ruled out ({n} messages, {window})',
    },
    undetermined: {
      one: 'Our log cannot tell whether your email with {organization} was stolen ({n} message, {window})',
      other: 'Our log cannot tell whether your emails with {organization} were stolen ({n} messages, {window})',
    },
    fraud: {
      one: 'Fraud warning: an intruder wrote to you as {organization} ({n} message, {window})',
      other: 'Fraud warning: an intruder wrote to you as {organization} ({n} messages, {window})',
    },
    none: 'No intruder access to your emails with {organization} ({window})',
    gone: 'What we said of your emails with {organization} is no longer shown by our evidence ({window})',
    update: '{organization}: nothing has changed since our notice of {previous}',
    supplement: 'Supplement: ',
    correction: 'Correction: ',
    reminder: 'Reminder: ',
    window: '{from} – {to}',
  },

  to: {
    organization: {
      named: 'To the security team of {name} ({domains})',
      unnamed: 'To the security team of {domains}',
    },
    person: { named: 'To {name} ({domains})', unnamed: 'To {domains}' },
  },
  moreDomains: '{domains} and {n} more',

  reminder: 'This reminds you of our notice of {previous}.',
  supplement: 'This adds to our notice of {previous} and replaces it.',
  correction: 'This corrects our notice of {previous} and replaces it: part of what we said does not hold.',

  fraudHeading: 'Fraud warning',
  fraud: {
    organization: {
      one: 'The intruder itself sent your organization {n} message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
      other:
        'The intruder itself sent your organization {n} messages{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
    },
    person: {
      one: 'The intruder itself sent you {n} message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
      other:
        'The intruder itself sent you {n} messages{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
    },
  },

  happened: 'An intruder had access to mailboxes of {organization} {span}.',
  span: 'between {from} and {to}',
  spanOneDay: 'on {from}',

  changedHeading: 'What changed since our notice of {previous}',
  unchanged: 'No figure has changed.',
  concerned: {
    organization: {
      one: '{n} email{before} between your organization and ours is concerned{mailboxes}{dated}{counted}:',
      other: '{n} emails{before} between your organization and ours are concerned{mailboxes}{dated}{counted}:',
    },
    person: {
      one: '{n} email{before} between you and us is concerned{mailboxes}{dated}{counted}:',
      other: '{n} emails{before} between you and us are concerned{mailboxes}{dated}{counted}:',
    },
  },
  mailboxes: { one: ', in one of our mailboxes', other: ', in {n} of our mailboxes' },
  counted: {
    stolen: {
      one: '; the subject counts only the one opened, copied or taken as copied',
      other: '; the subject counts only the {n} opened, copied or taken as copied',
    },
    secrets: {
      one: '; the subject counts only the one with passwords or keys',
      other: '; the subject counts only the {n} with passwords or keys',
    },
    partial: {
      one: '; the subject counts only the one of which some was seen',
      other: '; the subject counts only the {n} of which some was seen',
    },
    possible: {
      one: '; the subject counts only the one that cannot be ruled out',
      other: '; the subject counts only the {n} that cannot be ruled out',
    },
  },
  dated: ', dated {dates}',
  dates: '{first} to {last}',
  datesOneDay: '{first}',
  none: {
    organization:
      'By what we know now, the intruder had no access to any email between your organization and ours; before, we said otherwise:',
    person:
      'By what we know now, the intruder had no access to any email between you and us; before, we said otherwise:',
  },
  gone: {
    organization:
      'The mailboxes and logs that we have now no longer hold emails between your organization and ours of which we told you. That does not show that the intruder had no access to any; before, we said:',
    person:
      'The mailboxes and logs that we have now no longer hold emails between you and us of which we told you. That does not show that the intruder had no access to any; before, we said:',
  },
  before: ' (before: {n})',
  notExamined: 'not searched',
  noDate: 'no date',
  verdicts: {
    accessed: {
      one: "{n} opened or copied by the intruder's client",
      other: "{n} opened or copied by the intruder's client",
    },
    presumed: { one: '{n} must be taken as copied', other: '{n} must be taken as copied' },
    partial: { one: '{n} of which some was seen', other: '{n} of which some was seen' },
    possible: { one: '{n} cannot be ruled out', other: '{n} cannot be ruled out' },
    undetermined: { one: '{n} for which our log cannot tell', other: '{n} for which our log cannot tell' },
  },
  secrets: { one: '{n} of them with passwords or keys', other: '{n} of them with passwords or keys' },
  affectedAddresses: {
    one: '{n} address of yours is affected{before}.',
    other: '{n} addresses of yours are affected{before}.',
  },
  bulk: { one: '{n} of them sent as bulk or list mail', other: '{n} of them sent as bulk or list mail' },
  held: { one: '{n} of them held back for legal review', other: '{n} of them held back for legal review' },
  intruderSent: { one: '{n} message sent by the intruder itself', other: '{n} messages sent by the intruder itself' },

  consequences:
    'Likely consequences: mail that quotes these emails to deceive you or people you know, and misuse of what they say about you.',
  consequencesIfRead:
    'If these emails were read, likely consequences are mail that quotes them to deceive you or people you know, and misuse of what they say about you.',

  actionsHeading: 'Do now',
  changeSecrets: {
    one: 'Change the passwords and keys in emails between us; {n} message holds some.',
    other: 'Change the passwords and keys in emails between us; {n} messages hold some.',
  },
  changeUnexamined: 'Change the passwords and keys in emails between us. We have not searched for them yet.',
  warnStaff: {
    one: 'Warn the member of your staff concerned: the intruder can quote that mail under any name.',
    other: 'Warn the {n} members of your staff concerned: the intruder can quote their mail under any name.',
  },
  distrust: 'Distrust mail that quotes these emails: the intruder can write it under any name.',
  passOn: 'Pass this on to your customers concerned (GDPR Article 33(2)); a text is below.',
  dutyController: 'We process data for you: your 72 hours (GDPR Article 33) may start with this notice.',
  duty: 'Your own duty to report may start with this notice (GDPR Article 33: 72 hours).',

  checkHeading: 'Check this notice without clicking anything',
  checkPage: {
    organization: 'Type {page} into your browser, then your domain and this code:',
    person: 'Type {page} into your browser, then the domain of your address and this code:',
  },
  checkDns: 'Ask DNS; the answer must show this key:',
  checkLog: {
    one: 'Our public log had {n} entry when this was written; its root:',
    other: 'Our public log had {n} entries when this was written; its root:',
  },
  checkWebSiteNumber: 'Call the number on our web site and read out the code.',
  checkTelephone: 'Call {telephone} (compare it with our web site) and read out the code.',
  asksNothing: 'This notice asks for no password, no payment and no click.',

  unknownHeading: 'What we do not know',
  unknownGaps: {
    one: 'The log of one mailbox concerned has gaps.',
    other: 'The logs of {n} mailboxes concerned have gaps.',
  },
  unknownMessages: {
    one: 'We cannot say whether {n} message was taken.',
    other: 'We cannot say whether {n} messages were taken.',
  },
  unknownNothing: 'We know of no gap in the logs of the mailboxes concerned.',
  nextUpdate: 'Next update: {date}, even if nothing changes.',
  nextUpdateOpen: 'Next update: when more is known.',
  readable: 'You can read the emails themselves from {date}; how: {page}, after the code.',
  contact: {
    address: 'For questions, write to {reply}',
    answer: 'For questions, answer this notice if it came by email',
    telephone: ', or call {telephone}.',
    webSiteNumber: ', or call the number on our web site.',
  },

  detailsHeading: 'Details',
  allFiguresHeading: 'All figures',
  addedHeading: 'For you in particular',
  customersHeading: 'Text for your customers',
  customers: {
    one: 'An intruder had access to mailboxes of {organization} ({domain}) {span}. {n} email between that organization and us is concerned. We are examining which of your data it holds and will tell you.',
    other:
      'An intruder had access to mailboxes of {organization} ({domain}) {span}. {n} emails between that organization and us are concerned. We are examining which of your data they hold and will tell you.',
  },
  wordsHeading: 'What the words mean',
  words: {
    accessed:
      "Opened or copied: a record of our log names the message, and it is the intruder's; or the intruder wrote an answer to it.",
    presumed:
      "Must be taken as copied: the intruder fetched a folder of the mailbox as a whole, exported mail of the mailbox, had such mail forwarded, or was or could be in the mailbox while the log was not complete; or a record names the message that may be the intruder's, or may mean another message. Nothing shows that the message was spared.",
    partial:
      'Some was seen: a search by the intruder finds the message, the intruder listed its folder, or the intruder moved, changed or deleted it.',
    possible:
      "Cannot be ruled out: the intruder could have reached the message, and no record shows that it did or did not; or a record of its folder, its mailbox or a forwarding may be the intruder's.",
    undetermined:
      'Our log cannot tell: nothing shows that the intruder had access, and the log is not complete or clear enough to say that it had none.',
  },
  wordsBulk: 'Bulk or list mail: marked so by its sender. It is counted above as well.',
  wordsHeld: 'Held back: counsel examines it for privilege before anyone may read it. It is counted above as well.',
  countedMessages: {
    one: 'Of the {told} messages, {n} is at least "cannot be ruled out".',
    other: 'Of the {told} messages, {n} are at least "cannot be ruled out".',
  },
  windowMoments: 'Time of access: {from} to {to}.',
  recordedMoments: 'First and last record of the intruder in our logs: {first}, and {last}.',
  boundDomains: 'Issued to: {domains}.',
  origin:
    'All figures were computed from our mailboxes and logs: exposure version {version}, digest {digest}. Nobody can type them.',
  originListed:
    'All figures but that of passwords and keys were computed from our mailboxes and logs: exposure version {version}, digest {digest}. Nobody can type them. Our people listed which messages hold passwords or keys.',
  logMeaning:
    'Keep this notice: with the size and root of the public log you can show later whether that log was changed.',
  codeMeaning: 'The code names this notice. It opens nothing and proves nothing about you.',
  gapsHeading: 'Gaps in our logs',
  gapRow: { one: '{gap}: {n} mailbox', other: '{gap}: {n} mailboxes' },
  gaps: {
    throttled: 'So much was opened that the provider stopped recording',
    lossy: 'Records list less than happened',
    truncated: 'The log was exported incompletely',
    bypassed: 'An account was exempt from recording',
    'ingestion-off': 'Recording was switched off for the whole organization',
    unlicensed: 'The licence that recording needs was missing',
    'audit-off': 'Recording was switched off',
    'before-retention': 'Records were deleted before they could be secured',
    unsupported: 'Mailboxes of this kind are not recorded',
    'not-recorded': 'The mailbox was in use, and no access to it was recorded',
    unasserted: 'Nobody confirms that the log is complete',
  },

  announcement: englishAnnouncement,

  updateUnchanged: '{to}: nothing has changed since our notice of {previous}.',
  updateCheck: 'Check without clicking: type {page} into your browser and enter {code}',
};
