import type { DetailPhrases } from '../detail-phrases.ts';

export const englishDetails: DetailPhrases = {
  detailsHeading: 'Details',
  allFiguresHeading: 'All figures',
  addedHeading: 'For you in particular',
  customersHeading: 'Text for your customers',
  customers: {
    one: 'An intruder had access to mailboxes of {organization} ({domain}) {span}. {n} email between that organization and us is affected. We are examining which of your data it holds and will tell you.',
    other:
      'An intruder had access to mailboxes of {organization} ({domain}) {span}. {n} emails between that organization and us are affected. We are examining which of your data they hold and will tell you.',
  },
  wordsHeading: 'What the words mean',
  words: {
    accessed:
      "Opened or copied: a record of our log names the message, and it is the intruder's; or the intruder wrote an answer to it.",
    presumed:
      "Must be presumed copied: the intruder fetched a folder of the mailbox as a whole, exported mail of the mailbox, had such mail forwarded, or was or could be in the mailbox while the log was not complete; or a record names the message that may be the intruder's, or may mean another message. Nothing shows that the message was spared.",
    partial:
      'Some was seen: a search by the intruder finds the message, the intruder listed its folder, or the intruder moved, changed or deleted it.',
    possible:
      "Cannot be ruled out: the intruder could have reached the message, and no record shows that it did or did not; or a record of its folder, its mailbox or a forwarding may be the intruder's.",
    undetermined:
      'Our logs cannot tell: nothing shows that the intruder had access, and the log is not complete or clear enough to say that it had none.',
  },
  wordsBulk: 'Bulk or list mail: marked so by its sender. It is counted above as well.',
  wordsHeld: 'Held back: counsel examines it for privilege before anyone may read it. It is counted above as well.',
  notDelayed: 'No authority asked us to delay this notice.',
  countedMessages: {
    one: 'Of the {told} messages, {n} is at least "cannot be ruled out".',
    other: 'Of the {told} messages, {n} are at least "cannot be ruled out".',
  },
  windowMoments: 'Time of access: {from} to {to}.',
  recordedMoments: 'First and last record of the intruder in our logs: {first}, and {last}.',
  boundDomains: 'Issued to: {domains}.',
  origin:
    'All figures were computed from our mailboxes and logs: exposure version {version}, digest {digest}. These numbers are calculated and cannot be edited.',
  originListed:
    'All figures but that of passwords and keys were computed from our mailboxes and logs: exposure version {version}, digest {digest}. These numbers are calculated and cannot be edited. Our people listed which messages hold passwords or keys.',
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
};
