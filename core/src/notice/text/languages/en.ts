import type { Numerals } from '../numerals.ts';
import type { DetailPhrases } from './detail-phrases.ts';
import type { AnnouncementPhrases, HeadPhrases, Phrases, SearchedPhrases } from './phrases.ts';

const numerals: Numerals = {
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
  dayOfMonth: '{day}',
  of: 'of',
  firstDay: '1',
  time: '{date}, {hour}:{minute} UTC',
};

const announcement: AnnouncementPhrases = {
  subject: {
    organization: "Somebody asks to read your organization's affected emails with {organization}",
    person: 'Somebody asks to read your affected emails with {organization}',
  },
  somebody: 'somebody',
  asks: {
    organization:
      'We were asked for the affected emails between your organization and ours, as far as they concern {proved}. The name given: {person}. Nobody reads anything yet.',
    person:
      'We were asked for your affected emails with us ({proved}). The name given: {person}. Nobody reads anything yet.',
  },
  address: 'The address given: {address}.',
  addressElsewhere: 'The address given is not at a domain of yours.',
  shown: {
    dns: 'What was shown: a record in the zone of {proved} holds the key below, and the person has the code of a notice of ours.',
    mailbox: 'What was shown: the person has the code that we sent to {proved}.',
    nomination: 'What was shown: {name}, who may name readers for you, named this person.',
    hand: 'What was shown: one of our people recorded how this person proved to act for you.',
  },
  representative: 'This person acts for you from outside, as counsel or as a service provider.',
  fingerprint: 'Fingerprint of the key; the person sees the same one:',
  objectHeading: 'If you do not want this',
  objectTelephone: 'Call {telephone} (compare it with our web site) and say that you object.',
  objectWebSiteNumber: 'Call the number on our web site and say that you object.',
  objectReply: 'Or answer this message.',
  objectPage: 'Or type {page} into your browser: after the code below it says how we are reached.',
  oneObjection: 'One objection is enough. Nothing goes on before two of our people have talked to you.',
  waitHeading: 'If you expect it',
  wait: {
    one: 'You need do nothing. We wait {n} hour at least after your contacts were told; then two of our people decide.',
    other:
      'You need do nothing. We wait {n} hours at least after your contacts were told; then two of our people decide.',
  },
  sooner: 'It is sooner when a second person of yours confirms it by telephone.',
};

const head: HeadPhrases = {
  between: {
    organization: 'between {party} and {organization}',
    person: 'between you and {organization}',
  },
  subject: {
    strongest: {
      accessed: {
        one: 'An intruder opened or copied an email {both} ({counted})',
        other: 'An intruder opened or copied emails {both} ({counted})',
      },
      presumed: {
        one: 'An email {both} must be presumed copied ({counted})',
        other: 'Emails {both} must be presumed copied ({counted})',
      },
      partial: {
        one: 'An intruder saw part of an email {both} ({counted})',
        other: 'An intruder saw parts of emails {both} ({counted})',
      },
      possible: {
        one: 'Access by an intruder to an email {both} cannot be ruled out ({counted})',
        other: 'Access by an intruder to emails {both} cannot be ruled out ({counted})',
      },
      undecided: {
        one: 'We cannot yet say whether an intruder had access to an email {both} ({counted})',
        other: 'We cannot yet say whether an intruder had access to emails {both} ({counted})',
      },
      undetermined: {
        one: 'Our logs cannot tell whether an intruder had access to an email {both} ({counted})',
        other: 'Our logs cannot tell whether an intruder had access to emails {both} ({counted})',
      },
      secrets: {
        one: 'Change the passwords, keys and access codes sent in an email {both} ({counted})',
        other: 'Change the passwords, keys and access codes sent in emails {both} ({counted})',
      },
      fraud: {
        one: 'Fraud warning: an intruder sent a message in the name of {organization} ({counted})',
        other: 'Fraud warning: an intruder sent messages in the name of {organization} ({counted})',
      },
    },
    counted: { one: '{n} message', other: '{n} messages' },
    countedOf: '{n} of {told} messages',
    none: 'The intruder had no access to emails {both}',
    gone: 'Our evidence no longer shows what we said about emails {both}',
    update: '{organization}: nothing has changed since our notice of {previous}',
    supplement: 'Supplement: ',
    correction: 'Correction: ',
    reminder: 'Reminder: ',
  },

  to: {
    organization: {
      named: 'To the security team of {name} ({domains})',
      unnamed: 'To the security team of {domains}',
    },
    person: { named: 'To {name} ({domains})', unnamed: 'To {domains}' },
  },
  moreDomains: { one: '{domains} and {n} more', other: '{domains} and {n} more' },

  reminder: 'This reminds you of our notice of {previous}.',
  supplement: 'This adds to our notice of {previous} and replaces it.',
  correction: 'This corrects our notice of {previous} and replaces it. Part of what we said was wrong.',
  correctionGone:
    'This corrects our notice of {previous} and replaces it. Evidence that we had then is gone: lower figures do not show that the earlier ones were wrong.',
  guessed:
    'We had to guess this address, so this notice gives numbers only. Please pass it on to those who answer for security or data protection, and tell us who they are.',

  fraudHeading: 'Fraud warning',
  fraud: {
    organization: {
      one: 'The intruder itself sent you one message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
      other:
        'The intruder itself sent you {n} messages{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
    },
    person: {
      one: 'The intruder itself sent you one message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
      other:
        'The intruder itself sent you {n} messages{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
    },
  },

  writes: {
    accessed: {
      one: '{name} is writing to you because an intruder opened or copied an email {both}.',
      other: '{name} is writing to you because an intruder opened or copied emails {both}.',
    },
    presumed: {
      one: '{name} is writing to you because an email {both} must be presumed copied by an intruder.',
      other: '{name} is writing to you because emails {both} must be presumed copied by an intruder.',
    },
    partial: {
      one: '{name} is writing to you because an intruder saw part of an email {both}.',
      other: '{name} is writing to you because an intruder saw parts of emails {both}.',
    },
    possible: {
      one: '{name} is writing to you because access by an intruder to an email {both} cannot be ruled out.',
      other: '{name} is writing to you because access by an intruder to emails {both} cannot be ruled out.',
    },
    undecided: {
      one: '{name} is writing to you because we cannot yet say whether an intruder had access to an email {both}.',
      other: '{name} is writing to you because we cannot yet say whether an intruder had access to emails {both}.',
    },
    undetermined: {
      one: '{name} is writing to you because our logs cannot tell whether an intruder had access to an email {both}.',
      other: '{name} is writing to you because our logs cannot tell whether an intruder had access to emails {both}.',
    },
    fraud: {
      one: '{name} is writing to you because an intruder sent a message in our name.',
      other: '{name} is writing to you because an intruder sent messages in our name.',
    },
  },
  writesNone: '{name} is writing to you because what we said about emails {both} was wrong.',
  writesGone: '{name} is writing to you because our evidence no longer shows what we said about emails {both}.',
  happened: 'The intruder had access to mailboxes of ours {span}.',
  span: 'from {from} to {to}',
  spanOneDay: 'on {from}',
  spanOpen: 'from {from} at least until {to}',
  discovered: 'We discovered this on {date}.',
  delayed: 'Law enforcement asked us to delay this notice until {date}.',

  changedHeading: 'What changed since our notice of {previous}',
  unchanged: 'No figure has changed.',
  about: {
    one: 'This notice is about {n} email{before}{mailboxes}{dated}:',
    other: 'This notice is about {n} emails{before}{mailboxes}{dated}:',
  },
  mailboxes: { one: ', in one of our mailboxes', other: ', in {n} of our mailboxes' },
  dated: ', dated {dates}',
  dates: '{first} to {last}',
  datesOneDay: '{first}',
  none: 'By what we know now, the intruder had no access to any email {both}. Before, we said otherwise:',
  gone: 'The mailboxes and logs that we have now no longer show what we told you of emails {both}. That does not show that the intruder had no access to any. Before, we said:',
  before: ' (before: {n})',
  notExamined: 'not searched',
  noDate: 'no date',
  verdicts: {
    accessed: { one: '{n} opened or copied by the intruder', other: '{n} opened or copied by the intruder' },
    presumed: { one: '{n} must be presumed copied', other: '{n} must be presumed copied' },
    partial: { one: '{n} seen in part', other: '{n} seen in part' },
    possible: {
      one: '{n} for which access cannot be ruled out',
      other: '{n} for which access cannot be ruled out',
    },
    undecided: {
      one: "{n} for which we cannot yet say whether the access was the intruder's or our own",
      other: "{n} for which we cannot yet say whether the access was the intruder's or our own",
    },
    undetermined: { one: '{n} for which our logs cannot tell', other: '{n} for which our logs cannot tell' },
  },
  amongThem: { one: 'For this email:', other: 'Of these {n} emails:' },
  datedAfter: {
    one: '{n} dated after {date}, counted because nothing but its date says when it arrived',
    other: '{n} dated after {date}, counted because nothing but their date says when they arrived',
  },
  secrets: {
    one: '{n} with passwords, keys or access codes',
    other: '{n} with passwords, keys or access codes',
  },
  noneFound: 'with {what}: our search found none; it misses some',
  noneAfterReview: {
    one: 'with {what}: our search listed some in {n} email; our people judged that they are none',
    other: 'with {what}: our search listed some in {n} emails; our people judged that they are none',
  },
  noneListed: 'with {what}: our people list none now',
  secretsWhat: 'passwords, keys or access codes',
  bulk: { one: '{n} sent as bulk or list mail', other: '{n} sent as bulk or list mail' },
  held: { one: '{n} held back for legal review', other: '{n} held back for legal review' },
  bulkNone: 'sent as bulk or list mail: none that we count now',
  heldNone: 'held back for legal review: none that we count now',
  intruderSent: { one: '{n} message sent by the intruder itself', other: '{n} messages sent by the intruder itself' },
  affectedAddresses: {
    one: 'We found one address of yours {where}{before}{listed}.',
    other: 'We found {n} addresses of yours {where}{before}{listed}.',
  },
  affectedAddressesNone: 'Addresses of yours that we found: 0{before}.',
  inThem: { one: 'in this email', other: 'in these emails' },
  listed: ': {list}',
  listedOf: { one: ': {list} and {n} more', other: ': {list} and {n} more' },
  pageLists: {
    one: 'The page for checking this notice lists up to {n} of them.',
    other: 'The page for checking this notice lists up to {n} of them.',
  },

  consequences: {
    organization: {
      one: 'What may follow: replies in real conversations, false invoices, changed bank details, and use of any passwords in this email.',
      other:
        'What may follow: replies in real conversations, false invoices, changed bank details, and use of any passwords in these emails.',
    },
    person: {
      one: 'What may follow: messages that quote this email to deceive you or people you know; misuse of what it says about you.',
      other:
        'What may follow: messages that quote these emails to deceive you or people you know; misuse of what they say about you.',
    },
  },
  consequencesIfRead: {
    organization: {
      one: 'If this email was read, what may follow is replies in real conversations, false invoices, changed bank details, and use of any passwords in it.',
      other:
        'If these emails were read, what may follow is replies in real conversations, false invoices, changed bank details, and use of any passwords in them.',
    },
    person: {
      one: 'If this email was read, what may follow is messages that quote it to deceive you or people you know; misuse of what it says about you.',
      other:
        'If these emails were read, what may follow is messages that quote them to deceive you or people you know; misuse of what they say about you.',
    },
  },

  actionsHeading: 'What you should do now',
  changeListed: {
    one: 'Change the passwords, keys and access codes in this email:',
    other: 'Change the passwords, keys and access codes in these {n} emails:',
  },
  secretLine: '{date}: {address}',
  secretRest: { one: '{n} more: ask us which one.', other: '{n} more: ask us for the list.' },
  secretRestOnPage: {
    one: '{n} more: see the page for checking this notice, or ask us.',
    other: '{n} more: see the page for checking this notice, or ask us.',
  },
  changeSecrets: {
    one: 'Search your emails with us for passwords, keys and access codes. Change all that you find. {n} email holds some.',
    other:
      'Search your emails with us for passwords, keys and access codes. Change all that you find. {n} emails hold some.',
  },
  changeUnexamined:
    'Search your emails with us for passwords, keys and access codes. Change all that you find. We have not yet looked for any.',
  warnListed: 'Warn the people at these addresses: the intruder can reply to them under any name.',
  warnAll: 'Warn everyone of yours who writes with us: the intruder can reply to them under any name.',
  distrust: {
    one: 'Distrust messages that quote this email: the intruder can write them under any name.',
    other: 'Distrust messages that quote these emails: the intruder can write them under any name.',
  },
  confirm: 'Call a number you already know before you pay us or accept new bank details.',
  duties: {
    law: {
      controller:
        'We are your processor. As controller, you may have to notify your authority: the 72 hours of {law} Article 33(1) may start with this notice.',
      processor:
        'You are a processor: pass this on to the controllers concerned ({law} Article 33(2)); a text is below.',
      independent:
        'Find out whether you, as controller, must notify your authority: the 72 hours of {law} Article 33(1) may start with this notice.',
    },
    elsewhere: {
      controller: 'We process data for you. Find out what the law asks you to report; your time may start now.',
      processor: 'Pass this on to the customers concerned; a text is below.',
      independent: 'Find out whether the law asks you to report this; your time may start now.',
    },
  },
  laws: { gdpr: 'GDPR', 'uk-gdpr': 'UK GDPR' },

  readFrom: {
    organization: {
      one: 'From {date}, people whom you approve can read this email: {page} says how, after the code.',
      other: 'From {date}, people whom you approve can read these emails: {page} says how, after the code.',
    },
    person: {
      one: 'From {date}, you can read this email: {page} says how, after the code.',
      other: 'From {date}, you can read these emails: {page} says how, after the code.',
    },
  },
  readLater: {
    one: 'You will be able to read this email yourself. We will write again when you can.',
    other: 'You will be able to read these emails yourself. We will write again when you can.',
  },
  readNot: {
    one: 'We do not offer this email for reading.',
    other: 'We do not offer these emails for reading.',
  },
  copies: {
    address: 'If you need copies, write to {mail}.',
    answer: 'If you need copies, ask the contact below.',
  },
  ownCopies: {
    address:
      'You have the right to a copy of your data ({law} Article 15): write to {mail}. We answer within one month (Article 12(3)).',
    answer:
      'You have the right to a copy of your data ({law} Article 15): ask the contact below. We answer within one month (Article 12(3)).',
  },

  checkHeading: 'How to check this notice',
  checkPage: {
    organization: 'Type {page} into your browser, then your domain and this code:',
    person: 'Type {page} into your browser, then your email address and this code:',
  },
  checkDns: 'Ask DNS; the answer must show this key:',
  checkLog: {
    one: 'Our public log had {n} entry when this was written; its root:',
    other: 'Our public log had {n} entries when this was written; its root:',
  },
  checkWebSiteNumber: 'Call the number on our web site and read out the code.',
  checkTelephone: 'Call {telephone} (compare it with our web site) and read out the code.',
  asksNothing: 'This notice asks for no password and no payment. You need to follow no link.',

  unknownHeading: 'What we do not know',
  unknownGaps: {
    one: 'The log of one affected mailbox has gaps.',
    other: 'The logs of {n} affected mailboxes have gaps.',
  },
  unknownMessages: {
    one: 'For {n} email we cannot say whether the intruder had access.',
    other: 'For {n} emails we cannot say whether the intruder had access.',
  },
  unknownUndecided: {
    one: 'For {n} email we cannot yet say whether some of these accesses were our own.',
    other: 'For {n} emails we cannot yet say whether some of these accesses were our own.',
  },
  unknownRecords: 'Of some accesses in our logs we cannot yet say whether they were our own.',
  unknownNothing: 'We know of no gap in the logs of the affected mailboxes.',
  unknownToo: 'Still open: {text}',
  nextUpdate: 'Next update: {date}, even if nothing changes.',
  nextUpdateOpen: 'Next update: when more is known.',

  contact: {
    address: 'Questions: write to {mail}',
    answer: 'Questions: answer this notice if it came by email',
    telephone: ', or call {telephone}.',
    webSiteNumber: ', or call the number on our web site.',
    dpo: 'Data protection officer: {dpo}',
  },

  updateUnchanged: '{to}: {name} has nothing new to tell you since its notice of {previous}.',
  updateCheck: 'How to check this: type {page} into your browser and enter {code}',
};

const details: DetailPhrases = {
  detailsHeading: 'Details',
  allFiguresHeading: 'All figures',
  addedHeading: 'For you in particular',
  customersHeading: 'Text for your customers',
  customers: {
    one: 'An intruder had access to mailboxes of {organization} ({domain}) {span}. It concerns {n} email between that organization and us. We are examining which of your data it holds and will tell you.',
    other:
      'An intruder had access to mailboxes of {organization} ({domain}) {span}. It concerns {n} emails between that organization and us. We are examining which of your data they hold and will tell you.',
  },
  wordsHeading: 'What the words mean',
  words: {
    accessed:
      "Opened or copied: a record of our log names the message, and it is the intruder's; or the intruder wrote an answer to it.",
    presumed:
      "Must be presumed copied: the intruder fetched a folder of the mailbox as a whole, exported mail of the mailbox, had such mail forwarded, or was or could be in the mailbox while the log was not complete; or a record names the message that may be the intruder's, or may mean another message. Nothing shows that the message was spared.",
    partial:
      'Seen in part: a search by the intruder found the message, the intruder listed its folder, or the intruder moved, changed or deleted it.',
    possible:
      "Cannot be ruled out: the intruder could have reached the message, and no record shows that it did or did not; or a record of its folder, its mailbox or a forwarding may be the intruder's.",
    undecided:
      "We cannot yet say: the access shows only in records of which nobody has decided yet whether they are the intruder's or our own.",
    undetermined:
      'Our logs cannot tell: nothing shows that the intruder had access, and the log is not complete or clear enough to say that it had none.',
  },
  wordsBulk: 'Bulk or list mail: marked so by its sender. It is counted above as well.',
  wordsHeld: 'Held back: counsel examines it for privilege before anyone may read it. It is counted above as well.',
  notDelayed: 'No authority asked us to delay this notice.',
  countedMessages: {
    one: 'For {n} of the {told} messages, access at least cannot be ruled out.',
    other: 'For {n} of the {told} messages, access at least cannot be ruled out.',
  },
  windowMoments: 'Time of access: {from} to {to}.',
  windowMomentsOpen: 'Time of access: from {from} at least until {to}.',
  recordedMoments: 'First and last record of the intruder in our logs: {first}, and {last}.',
  boundDomains: 'Issued to: {domains}.',
  origin:
    'All figures were computed from our mailboxes and logs: exposure version {version}, digest {digest}. They were not entered by hand.',
  originListed:
    'All figures but that of passwords, keys and access codes were computed from our mailboxes and logs: exposure version {version}, digest {digest}. They were not entered by hand. Our people listed which messages hold passwords, keys or access codes.',
  logMeaning:
    'Keep this notice: with the size and root of the public log you can show later whether that log was changed.',
  codeMeaning: 'The code identifies this notice. It opens nothing and proves nothing about you.',
  gapsHeading: 'Gaps in our logs',
  gapRow: { one: '{gap}: {n} mailbox', other: '{gap}: {n} mailboxes' },
  gaps: {
    throttled: 'So much was opened that the provider stopped recording',
    lossy: 'The log is incomplete',
    truncated: 'The log was exported incompletely',
    late: 'The log was exported before all its records had to be there',
    bypassed: 'An account was exempt from recording',
    'ingestion-off': 'Recording was switched off for the whole organization',
    unlicensed: 'The licence that recording needs was missing',
    'audit-off': 'Recording was switched off',
    'before-retention': 'Records were deleted before they could be secured',
    unsupported: 'Mailboxes of this kind are not recorded',
    'not-recorded': 'The mailbox was in use, and no access to it was recorded',
    unasserted: 'Nobody confirms that the log is complete',
  },
};

const searched: SearchedPhrases = {
  personalRow: { one: '{n} with {what}', other: '{n} with {what}' },
  personal: {
    'payment-card': 'numbers of payment cards',
    'bank-account': 'bank account numbers',
    'national-id': 'national identity or social security numbers',
    passport: 'passport numbers',
    'driving-licence': 'driving licence numbers',
    'tax-id': 'tax numbers',
    'birth-date': 'dates of birth',
    'home-address': 'home addresses',
    telephone: 'private telephone numbers',
    'login-name': 'user names',
    sensitive: 'especially sensitive data',
  },
  unreadRow: {
    one: '{n} with something that we could not search ({reasons})',
    other: '{n} with something that we could not search ({reasons})',
  },
  unread: {
    encrypted: 'encrypted: {n}',
    damaged: 'damaged: {n}',
    'too-large': 'too large: {n}',
    'no-reader': 'a kind of file that our search cannot read: {n}',
    'no-text': 'no text in it: {n}',
    unsearched: 'not searched at all: {n}',
  },
  changeFound: {
    one: 'Search your emails with us for passwords, keys and access codes. Change all that you find. Our search found some in {n} email.',
    other:
      'Search your emails with us for passwords, keys and access codes. Change all that you find. Our search found some in {n} emails.',
  },
  changeUnread: {
    one: 'Search your emails with us for passwords, keys and access codes. Change all that you find. We could not search {n} email completely.',
    other:
      'Search your emails with us for passwords, keys and access codes. Change all that you find. We could not search {n} emails completely.',
  },
  wordsSearched:
    'With passwords, keys, access codes or personal data: a program of ours searched the text and the attachments. It can miss some. Nobody examined whose data it is.',
  wordsSensitive:
    'Especially sensitive data: on health, and other data that the law protects more than most. This notice does not say of which kind they are: see the page for checking it, or ask us.',
  listedToo: {
    one: '{n} of the emails with passwords, keys or access codes: listed by our people, not found by our search.',
    other: '{n} of the emails with passwords, keys or access codes: listed by our people, not found by our search.',
  },
  customersSearched: {
    one: 'An intruder had access to mailboxes of {organization} ({domain}) {span}. It concerns {n} email between that organization and us. It was searched for passwords and personal data; ask us what was found.',
    other:
      'An intruder had access to mailboxes of {organization} ({domain}) {span}. It concerns {n} emails between that organization and us. They were searched for passwords and personal data; ask us what was found.',
  },
};

/** Every text of a notice in this language. */
export const phrases: Phrases = { ...head, ...details, ...searched, numerals, announcement };

/** What is said on the telephone. The words before the quotations are those of `candor support lookup`. */
export const callScript = `Call script: notices of {organization}

1. "This is {organization}. You received a notice from us. Please read me its code, group by group."
   Type it: candor support lookup <code>
   No code at hand? Without it you confirm nothing, whatever domain the caller names. Say:
   "Only the code tells me which notice you have. Please find it and call again, or write to us: {reply}."
   candor support lookup <domain> shows what was issued for your own eyes; tell nobody on the telephone.

2. What the answer allows you to say: never that a notice is genuine, because nobody compares its text on the telephone
   issued       "We issued a notice with this code on <day>, to <domain>. I have not compared your text: a real code can be copied into a false message. To be sure of every word, type {page} into your browser, enter code and domain, and put the message there. When the page says genuine, do what it asks; not before."
   superseded   "The same, and a later notice of <day> has replaced it. Follow the later one, once you have checked it."
   withdrawn    "We issued it and withdrew it on <day>. Do not act on it; you will hear from us."
   misdirected  "This notice was not meant for you. Please delete it. We have recorded the mistake."
   unknown      "We did not issue a notice with this code. Do not act on it. May we have a copy? Send it to {reply}."
   a slip       "Please read group <n> again." With no group named: "Please read all groups again."

3. Compare the domain. If the caller speaks for another organization than the one you see, say:
   "This code is not for your organization. Do not act on it, and send us a copy: {reply}."

4. Never say, whoever asks: what is in any message, how many messages there are, names, other organizations, or whether another domain has a notice. Never ask for a password, a payment, or remote access. Never call back a number that the caller gives you; use the one you know.

5. Ways to check that need no telephone
   Page   {page}
   DNS    dig TXT _candor.{domain}

6. "I never got a notice; are we affected?" Do not look it up for them. Say:
   "Write to {reply} from your organization's domain. Once you have shown that the domain is yours, two of us sign an answer."

7. Reporters, police, lawyers: take name and number, promise a call, say nothing else.
`;
