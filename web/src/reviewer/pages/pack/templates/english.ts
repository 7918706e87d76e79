import type { PackTemplates } from './pack-template.ts';

const HAPPENED =
  'Between {windowFrom} and {windowTo} an intruder had access to mailboxes of {organization} and to the emails in them. What the access log of {organization} shows of our emails was recorded between {recordedFirst} and {recordedLast}.';

const FIGURES = [
  'Emails between {domains} and {organization} that are concerned: {concerned}. They were written between {writtenFirst} and {writtenLast}. Of those that we can read ourselves:',
  '- opened or copied by the intruder’s client: {accessed}',
  '- must be taken as copied: {presumed}',
  '- some of it was seen: {partial}',
  '- cannot be ruled out: {possible}',
  '- the log cannot tell: {undetermined}',
];

const UNKNOWN = [
  'Messages whose access the log cannot judge: {undetermined}. Messages for which it cannot be ruled out: {possible}.',
  'Messages that counsel of {organization} holds back: {held}; withheld for good: {withheld}. Their verdicts are not known to us.',
  '? Not in the numbers above, messages that people of {organization} wrote and that quote emails of ours: {quoted}. What else they say is not given to us, because they were not sent to us.',
  '? Not in the numbers above, messages that only speak of us, as {organization} found: {mentioned} (on business {mentionedBusiness}, about people {mentionedPersonal}, with a secret {mentionedSecret}). Their text is not given to us, because they were not sent to us.',
  'In the words of {organization}: {unknownSaid}',
  'Whether copies were passed on is not known.',
];

const PROOF =
  'Release {release} of {releasedAt} (exposure version {exposure}) was approved by {approvers} of {organization}. It is entry {logPosition} of {logSize} in the log {logOrigin}; SHA-256 of its manifest: {manifest}. Fingerprint of the organization’s keys: {keySet}.';

export const english: PackTemplates = {
  neutral: {
    title: 'Emails of ours that were stolen at {organization}',
    source: 'Facts without a form: for management, insurers, customers, auditors',
    parts: [
      { heading: 'What happened', paragraphs: [HAPPENED, '{organization} told us on {told}.'] },
      { heading: 'How much of ours', paragraphs: FIGURES },
      {
        heading: 'Who and what is in them',
        paragraphs: [
          'Addresses of ours that stand in them: {people}. Addresses of {organization} in whose mailboxes they were: {custodians}.',
          'Messages with attachments: {attached}; files in them: {files}. Messages marked as holding a secret: {secret}. Messages that the intruder itself sent: {fraud}. List or mass mail: {bulk}.',
          'Kinds of personal data in them: [what you found when you read them].',
        ],
      },
      {
        heading: 'What was done',
        paragraphs: [
          'Passwords and keys found in them and changed: {secretsRotated}; not yet changed: {secretsOpen}; not ours: {secretsNotOurs}.',
          '[what else you did, with dates]',
        ],
      },
      { heading: 'What is not known', paragraphs: UNKNOWN },
      { heading: 'What this rests on', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Personal data breach: emails of ours at {organization}',
    source: 'Points of Article 33(3) of Regulation (EU) 2016/679',
    parts: [
      {
        heading: 'Nature of the breach, Article 33(3)(a)',
        paragraphs: [
          'Confidentiality. The breach happened at {organization}. In our own systems: [what you looked at and what you found].',
          HAPPENED,
          ...FIGURES,
          'Categories of persons: [for example staff, customers, applicants]. Approximate number of persons: [number]; addresses of ours in the messages: {people}.',
          'Categories of data: [for example contact data, contracts, bank details, special categories]. Messages with attachments: {attached}; files in them: {files}. Messages marked as holding a secret: {secret}.',
        ],
      },
      {
        heading: 'Contact, Article 33(3)(b)',
        paragraphs: ['[name of the data protection officer or another contact, address, telephone]'],
      },
      {
        heading: 'Likely consequences, Article 33(3)(c)',
        paragraphs: [
          'Mail that quotes real threads and asks for payments or passwords; use of passwords and keys that stand in the messages: {secretsOpen} not yet changed. Messages that the intruder sent in the name of others: {fraud}.',
          '[what the content of the messages adds to this]',
        ],
      },
      {
        heading: 'Measures, Article 33(3)(d)',
        paragraphs: [
          'Passwords and keys changed: {secretsRotated}; not ours: {secretsNotOurs}; not yet changed: {secretsOpen}.',
          '[warning of the persons concerned, further measures, with dates]',
        ],
      },
      {
        heading: 'When we learned of it, and what is not known yet, Article 33(1) and (4)',
        paragraphs: [
          '{organization} told us on {told}.',
          ...UNKNOWN,
          'Further information follows as {organization} supplies it.',
        ],
      },
      { heading: 'Documentation, Article 33(5)', paragraphs: [PROOF] },
    ],
  },
  'gdpr-34': {
    title: 'Your data in emails that were stolen at {organization}',
    source: 'Points of Article 34(2) of Regulation (EU) 2016/679, in plain language for the persons concerned',
    parts: [
      {
        heading: 'What happened',
        paragraphs: [
          'Somebody broke into mailboxes of {organization}, with which we exchange emails. Emails between us and {organization}, written between {writtenFirst} and {writtenLast}, were in these mailboxes. [Which of them concern you.]',
          'Emails opened or copied: {accessed}. Emails that must be taken as copied: {presumed}. Emails of which a part was seen: {partial}. Emails for which an access cannot be ruled out: {possible}; for which nobody can tell: {undetermined}.',
        ],
      },
      {
        heading: 'What this means for you',
        paragraphs: [
          'Whoever has these emails can write to you as if they were one of us, and quote what was really written. [What of yours stands in them.]',
        ],
      },
      {
        heading: 'What we did',
        paragraphs: [
          'Passwords and keys that stood in the emails and are changed: {secretsRotated}. [Further measures.]',
        ],
      },
      {
        heading: 'What you can do',
        paragraphs: [
          'Answer no mail that asks for a payment, a password or new bank details, even if it quotes an earlier one. Call us at a number that you already have.',
          'If you sent us a password by email: change it wherever you use it.',
        ],
      },
      {
        heading: 'Whom to ask',
        paragraphs: ['[name of the data protection officer or another contact, address, telephone]'],
      },
    ],
  },
  nis2: {
    title: 'Incident at {organization} that concerns us',
    source: 'Points of Article 23(4) of Directive (EU) 2022/2555',
    parts: [
      {
        heading: 'Early warning, Article 23(4)(a)',
        paragraphs: [
          HAPPENED,
          'Suspected to be caused by unlawful or malicious acts: yes. Cross-border impact: [yes or no, and which states].',
          'We learned of it on {told}.',
        ],
      },
      {
        heading: 'Incident notification, Article 23(4)(b)',
        paragraphs: [
          ...FIGURES,
          'Severity and impact on our services: [your assessment]. Passwords and keys for our systems in the messages: {secretsOpen} not yet changed, {secretsRotated} changed, {secretsNotOurs} not ours.',
          'Indicators of compromise: messages that the intruder sent: {fraud}; [accesses to your systems with passwords from the messages].',
        ],
      },
      {
        heading: 'Final report, Article 23(4)(d)',
        paragraphs: [
          'Type of threat and root cause: access to mailboxes of a business partner, as {organization} states it. [What you found out yourself.]',
          'Measures taken and under way: [measures, with dates].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};
