import type { HeadPhrases } from '../phrases.ts';

export const englishHead: HeadPhrases = {
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
      undetermined: {
        one: 'Our logs cannot tell whether an intruder had access to an email {both} ({counted})',
        other: 'Our logs cannot tell whether an intruder had access to emails {both} ({counted})',
      },
      secrets: {
        one: 'Change the passwords and keys sent in an email {both} ({counted})',
        other: 'Change the passwords and keys sent in emails {both} ({counted})',
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
  moreDomains: '{domains} and {n} more',

  reminder: 'This reminds you of our notice of {previous}.',
  supplement: 'This adds to our notice of {previous} and replaces it.',
  correction: 'This corrects our notice of {previous} and replaces it. Part of what we said was wrong.',
  guessed:
    'We had to guess this address, so this notice gives numbers only. Please pass it on to those who answer for security or data protection, and tell us who they are.',

  fraudHeading: 'Fraud warning',
  fraud: {
    organization: {
      one: 'The intruder itself sent you {n} message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
      other:
        'The intruder itself sent you {n} messages{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
    },
    person: {
      one: 'The intruder itself sent you {n} message{before} in our name. Confirm by telephone any payment request, bank details or attachment that came from us {span}.',
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
  discovered: 'We discovered this on {date}.',
  delayed: 'Law enforcement asked us to delay this notice until {date}.',

  changedHeading: 'What changed since our notice of {previous}',
  unchanged: 'No figure has changed.',
  affected: {
    one: '{n} email{before} is affected{mailboxes}{dated}:',
    other: '{n} emails{before} are affected{mailboxes}{dated}:',
  },
  mailboxes: { one: ', in one of our mailboxes', other: ', in {n} of our mailboxes' },
  dated: ', dated {dates}',
  dates: '{first} to {last}',
  datesOneDay: '{first}',
  none: 'By what we know now, the intruder had no access to any email {both}. Before, we said otherwise:',
  gone: 'The mailboxes and logs that we have now no longer hold emails {both} of which we told you. That does not show that the intruder had no access to any. Before, we said:',
  before: ' (before: {n})',
  notExamined: 'not searched',
  noDate: 'no date',
  verdicts: {
    accessed: { one: '{n} opened or copied by the intruder', other: '{n} opened or copied by the intruder' },
    presumed: { one: '{n} must be presumed copied', other: '{n} must be presumed copied' },
    partial: { one: '{n} of which some was seen', other: '{n} of which some was seen' },
    possible: {
      one: '{n} for which access cannot be ruled out',
      other: '{n} for which access cannot be ruled out',
    },
    undetermined: { one: '{n} for which our logs cannot tell', other: '{n} for which our logs cannot tell' },
  },
  secrets: { one: '{n} of them with passwords or keys', other: '{n} of them with passwords or keys' },
  bulk: { one: '{n} of them sent as bulk or list mail', other: '{n} of them sent as bulk or list mail' },
  held: { one: '{n} of them held back for legal review', other: '{n} of them held back for legal review' },
  intruderSent: { one: '{n} message sent by the intruder itself', other: '{n} messages sent by the intruder itself' },
  affectedAddresses: {
    one: '{n} address of yours is affected{before}{listed}.',
    other: '{n} addresses of yours are affected{before}{listed}.',
  },
  listed: ': {list}',
  listedOf: ': {list} and {n} more',
  pageLists: {
    one: 'The page for checking this notice lists {n} of them.',
    other: 'The page for checking this notice lists {n} of them.',
  },

  consequences: {
    organization:
      'What may follow: replies in real conversations, false invoices, changed bank details, and use of any passwords in these emails.',
    person:
      'What may follow: messages that quote these emails to deceive you or people you know, and misuse of what they say about you.',
  },
  consequencesIfRead: {
    organization:
      'If these emails were read, what may follow is replies in real conversations, false invoices, changed bank details, and use of any passwords in them.',
    person:
      'If these emails were read, what may follow is messages that quote them to deceive you or people you know, and misuse of what they say about you.',
  },

  actionsHeading: 'What you should do now',
  changeSecrets: {
    one: 'Search your emails with us for passwords and keys, and change them. {n} email holds some.',
    other: 'Search your emails with us for passwords and keys, and change them. {n} emails hold some.',
  },
  changeUnexamined:
    'Search your emails with us for passwords and keys, and change them. We have not yet looked for any.',
  warnListed: 'Warn the people at these addresses: the intruder can reply to them under any name.',
  warnAll: 'Warn everyone of yours who writes with us: the intruder can reply to them under any name.',
  distrust: 'Distrust messages that quote these emails: the intruder can write them under any name.',
  confirm: 'Call a number you already know before you pay us or accept new bank details.',
  duties: {
    law: {
      controller:
        'We process data for you. You may have to notify your authority: the 72 hours of {law} Article 33(1) may start with this notice.',
      processor: 'Pass this on to your customers whose data is in these emails ({law} Article 33(2)); a text is below.',
      independent:
        'Find out whether you must notify your authority: the 72 hours of {law} Article 33(1) may start with this notice.',
    },
    elsewhere: {
      controller: 'We process data for you. Find out what the law asks you to report; your time may start now.',
      processor: 'Pass this on to your customers whose data is in these emails; a text is below.',
      independent: 'Find out whether the law asks you to report this; your time may start now.',
    },
  },
  laws: { gdpr: 'GDPR', 'uk-gdpr': 'UK GDPR' },

  readFrom: {
    organization: 'From {date}, people whom you approve can read these emails: {page} says how, after the code.',
    person: 'From {date}, you can read these emails: {page} says how, after the code.',
  },
  readLater: 'You will be able to read these emails yourself. We will write again when you can.',
  readNot: 'We do not offer these emails for reading. If you need copies, ask us (contact below).',

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
    one: 'The log of one affected mailbox has gaps.',
    other: 'The logs of {n} affected mailboxes have gaps.',
  },
  unknownMessages: {
    one: 'For {n} email we cannot say whether the intruder had access.',
    other: 'For {n} emails we cannot say whether the intruder had access.',
  },
  unknownNothing: 'We know of no gap in the logs of the affected mailboxes.',
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
  updateCheck: 'Check without clicking: type {page} into your browser and enter {code}',
};
