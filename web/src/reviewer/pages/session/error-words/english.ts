import type { ErrorWords } from './error-words.ts';

export const english: ErrorWords = {
  locked: 'Your keys are put away. Sign in again.',
  'wrong-key': 'That does not open your keys.',
  mistyped: 'What was typed has a slip. Compare it group by group with what is printed.',
  'damaged-keys':
    'Your wrapped keys at the portal are missing or cannot be read. Register a passkey again with your recovery key or key file.',
  'unknown-recovery':
    'The portal keeps no keys for this recovery key. Compare it with your note; if it is right, enroll anew.',
  'older-keys':
    'The portal gave an older copy of your keys than this browser has seen. Nothing was opened. Tell {organization}.',
  'other-person': 'The session is somebody else’s than these keys. Nothing was opened. Sign in again.',
  'weak-passphrase': 'The passphrase has fewer than 10 characters. Take four or five random words.',
  'needs-recovery':
    'That takes your recovery key: lock the page, open your keys with it, and try again before anything else.',
  'release-refused:manifest':
    'Refused: what this release holds is not stated in the one form it may have. Nothing was opened. Tell {organization}.',
  'release-refused:keys':
    'Refused: the key set beside this release cannot be read. Nothing was opened. Tell {organization}.',
  'release-refused:approvals':
    'Refused: two different people of {organization} did not approve exactly this release. Nothing was opened. Tell {organization}.',
  'release-refused:fingerprint':
    'Refused: this release is signed by other keys than those of your notice. Nothing was opened. Compare the fingerprint with your notice, DNS or the telephone.',
  'release-refused:log':
    'Refused: the public log does not prove this release. Nothing was opened. Tell {organization}.',
  'release-refused:scope':
    'Refused: this release is of another incident or for another party than yours. Nothing was opened. Tell {organization}.',
  'release-refused:chain':
    'Refused: this release does not follow the one before it, or there are two of one number. Nothing was opened. Tell {organization}.',
  'release-withheld':
    'The portal names a release and does not give it. Nothing was opened. Try again; if it stays, tell {organization}.',
  'log-not-continued':
    'No: this log does not continue the one in your notice or the one you saw last. Nothing was opened. Tell {organization} by telephone, and keep your notice.',
  'log-silent':
    'The log on the site of {organization} does not answer, or is behind. Without it nothing can be proved, so nothing was opened. Try again in a few minutes.',
  'rolled-back': 'No: this is an older release than the one you saw last. Nothing was opened. Tell {organization}.',
  'no-grant':
    'This release holds no key for you. Either you were approved after it was made, or your access was taken back. Ask whoever names your reviewers.',
  'damaged-grant': 'Your key to this release was altered on its way. Nothing was opened. Tell {organization}.',
  'damaged-index':
    'The list of messages was altered on its way. Nothing was opened. Try again; if it stays, tell {organization}.',
  'unknown-message': 'This release has no such message.',
  'missing-object': 'This message is missing at the portal. The others open.',
  'damaged-object': 'This message could not be opened: its digest differs. The others open.',
  'damaged-file': 'This file is no release, or was cut off or altered. Nothing was opened.',
  'no-vault': 'No release is open.',
  'note-refused': 'The portal did not take the note. It is not saved; try again.',
  'too-long': 'The note is longer than 4,000 characters.',
  'session-ended': 'The session has ended. Sign in again; you are where you were.',
  'portal-silent': 'The portal does not answer. This says nothing about your mail. Try again in a few minutes.',
  'portal-broken':
    'The portal broke, or something else answered in its place. Try again in a few minutes, or from another network.',
  'lab-silent':
    'The portal waits for {organization} to say who may read what, and serves nobody until then. That takes a day at most.',
  'too-many': 'The portal asks to slow down. Try again in a few minutes; nothing is lost.',
  denied: 'The portal refused. Load the page again; if it stays, tell {organization}.',
  cancelled: 'Stopped.',
  'worker-ended': 'The part of this page that holds keys stopped. Load the page again.',
  fault: 'Something broke in this page. Load it again; nothing is lost.',
};
