/**
 * Sentences of English screens, reports and notices that say of mail, mailboxes, parties, findings and deliveries that
 * none, all, only … is so. Each comes from the owner of a promise, names its limit in its own words, or is no such
 * claim, with the reason.
 */

/** By owner: the file that decides whether the sentence may be said (docs/sentences.md). */
export const OWNED: Readonly<Record<string, readonly string[]>> = {
  'core/src/impact/to-notify.ts': [
    'the … of …, of which no message was read',
    'No party has an exposed message.…',
    'No party is listed:',
  ],
  'core/src/impact/findings/search-claim.ts': [
    'The search found no secrets and no personal data in ….',
    'The search lists no finding, but it did not cover everything;',
  ],
  'core/src/notice/delivery/notified.ts': ['every message was refused for good or came back;'],
};

/** By the words in it that name its limit. */
export const LIMITED: Readonly<Record<string, readonly string[]>> = {
  'no record names it': [
    'The message came after the intruder was shut out and after its last access to the mailbox, and no record names it.',
  ],
  'for the window and until the last access of the intruder': [
    'The log of this mailbox is complete for the window and until the last access of the intruder, accesses are seen to be recorded, and none to this message follows from it.',
  ],
  'Nothing points to this message, but': [
    'Nothing points to this message, but no record of a normal access shows that accesses to this mailbox are recorded.',
    'Nothing points to this message, but most of the Message-IDs that the intruder opened or sent are not found, so one of them may be this one.',
    'Nothing points to this message, but the log is not complete or a record that may refer to it cannot be resolved.',
  ],
  'no delivery time confirms': [
    'Only its own Date keeps this message from a rule, and no delivery time confirms that Date.',
    'only its sender’s clock says it, and no delivery time confirms it;',
    'it often tells when somebody saved the message, and no delivery time confirms it;',
  ],
  'the log does not show': [
    'The message arrived while a rule or policy was in force that the intruder made or may have made, and the log does not show whether it sent this message elsewhere.',
  ],
  'among the hits': [
    'The intruder searched, and this message is among the hits:',
    'Somebody searched, and this message is among the hits;',
  ],
  'By what we know now': ['By what we know now, the intruder had no access to any email {both}.'],
  'that we have now': ['The mailboxes and logs that we have now no longer show what we told you of emails {both}.'],
  'Our evidence': ['Our evidence no longer shows what we said about emails {both}'],
  'our evidence': ['{name} is writing to you because our evidence no longer shows what we said about emails {both}.'],
  'our people judged': ['our people judged that they are none'],
  'our people list': ['our people list none now'],
  'We know of': ['We know of no gap in the logs of the affected mailboxes.'],
  'no record shows that it did or did not': [
    'the intruder could have reached the message, and no record shows that it did or did not;',
  ],
  'from our mailboxes and logs': [
    'All figures were computed from our mailboxes and logs:',
    'All figures but that of passwords, keys and access codes were computed from our mailboxes and logs:',
  ],
  'no access to it was recorded': [
    'The mailbox was in use, and no access to it was recorded',
    'the mailbox was used but no access to it was recorded',
  ],
  'the text and the attachments': ['a program of ours searched the text and the attachments.'],
  'passwords and personal data': [
    'It was searched for passwords and personal data;',
    'They were searched for passwords and personal data;',
  ],
  'that could be read': [
    'None of its recorded searches and none of the opened messages that could be read contains ….…',
  ],
  'is recorded': ['No mailbox is recorded.'],
  'in the same mailboxes': ['no mail, but in the same mailboxes:'],
  'supplied mailbox': [
    'sent by the intruder and in no supplied mailbox',
    "in the intruder's records but in no supplied mailbox",
    '(in no supplied mailbox)',
  ],
  'only the indicators': [
    'The incident file names no words or people of the response, so only the indicators were looked for.',
  ],
  'inside the window': ['coverage gaps inside the window, over all mailboxes, by kind'],
  here: ['no incident here issued a notice with this code.'],
  'than in its last notice': ['No party has other figures than in its last notice:'],
  'answer files of': ['the answer files of … hold no notice with it.', 'No notice has it in the answer files of ….'],
  'issued text below': ['Only the issued text below is theirs.'],
  'this search': ['no control message was tried with this search'],
};

/** By the reason why they claim nothing of the kind. */
export const NO_CLAIM: Readonly<Record<string, readonly string[]>> = {
  'says what is missing in a log': [
    'the mailbox had no licence for this log',
    'the organization recorded no audit log at all',
    'the organization recorded no audit log',
  ],
  'a subject line: the notice below it says "By what we know now"': ['The intruder had no access to emails {both}'],
  'says what a record shows that the intruder, a rule or somebody did': [
    'The message arrived while a rule or setting of the intruder sent mail out, and its conditions match or cannot be evaluated.',
    'The message arrived while a rule or setting sent mail out of the organization, but it is unclear whether the owner or the intruder made it.',
    'This mailbox was searched, by the intruder or by an unknown person, and the query cannot be read:',
    'It is attached to another message that the intruder sent, reached or may have reached;',
    'The intruder sent a message that answers this one.',
    'A message that answers this one was sent;',
    'The intruder itself sent this message.',
    'an intruder sent a message in the name of {organization} ({counted})',
    'an intruder sent messages in the name of {organization} ({counted})',
    'The intruder itself sent you one message{before} in our name.',
    'The intruder itself sent you {n} messages{before} in our name.',
    '{name} is writing to you because an intruder sent a message in our name.',
    '{name} is writing to you because an intruder sent messages in our name.',
    '{n} message sent by the intruder itself',
    '{n} messages sent by the intruder itself',
    'the intruder fetched a folder of the mailbox as a whole, exported mail of the mailbox, had such mail forwarded, or was or could be in the mailbox while the log was not complete;',
  ],
  'a formula or a label of a figure, which says what it counts': [
    'Persons who are only named in texts are not among them:',
    'copies that were sent to nobody;',
    'they keep their verdicts and count for no party',
    'mail that a rule of the intruder sent out leaves no such record',
    'special categories are counted per message only',
    'exposed messages that were searched;',
    'undetermined in mailboxes that the intruder is not known to have reached, not searched;',
    'searched messages of which something could not be read, by reason',
    'Exposed messages that were searched, and what was not',
    'First recorded access to mail (rules leave none)',
    'mail that was sent',
    'without persons named only in … whose findings were erased',
    'of parties-notified, those with relation controller in directory.csv',
    '{n} sent as bulk or list mail',
    'sent as bulk or list mail:',
    'no text in it:',
    'parties in the set of parties to be notified of the named wave.',
    'those of them with an approved notice that was not withdrawn, of which a message was sent, settled or carried over and did not come back, or a letter was posted.',
  ],
  'an instruction, or what a program or a person will do': [
    'a notice is valid for that one only.',
    'if it is right, somebody sent you the notice of somebody else.',
    'Change the passwords, keys and access codes sent in an email {both} ({counted})',
    'Change the passwords, keys and access codes sent in emails {both} ({counted})',
    'the person has the code that we sent to {proved}.',
    'To be sure of every word, type {page} into your browser, enter code and domain, and put the message there.',
    '"Only the code tells me which notice you have.',
    'never that a notice is genuine, because nobody compares its text on the telephone    issued       "We issued a notice with this code on <day>, to <domain>.',
    'May we have a copy? Send it to {reply}."    a slip       "Please read group <n> again." With no group named:',
    '… writes to the next contact if every message to the party came back',
    '--all lists every copy, --json gives them as data.',
    'It is not a mail address, so no notice goes there.',
    'no notice was drafted.',
    'Nothing is sent until two people approve it.',
    'Nothing is sent until two people have approved it.',
  ],
  'says what this notice, list or screen itself holds': [
    'We had to guess this address, so this notice gives numbers only.',
    'This notice asks for no password and no payment.',
    'No authority asked us to delay this notice.',
    'No delivery is uncertain.',
    '… no delivery.',
    'No such finding.',
    '… more without an exposed message (--all)',
    "notified of mail whose addresses are now another party's",
    '… of … … guessed contacts only.',
    'Their notices give counts and no addresses.',
    'the notice gives counts and no addresses',
    'that the notices were sent, which `candor log fsck` of the organization compares.',
  ],
};
