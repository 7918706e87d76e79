import type { FilesWords } from '../files-words.ts';

export const english: FilesWords = {
  question: 'Files of this device',
  title: 'Open a key file, to read without the portal or to register a passkey for it.',
  lead: 'Both files are read on this device and sent nowhere.',
  keyFile: 'Your key file',
  passphrase: 'Its passphrase',
  passphraseHint: 'Leave it empty for a file that has none.',
  keySet: 'Fingerprint of the organization’s keys',
  keySetHint: 'As your notice prints it: {entered} of 32 characters',
  keySetSlip: 'Group {group} has a character that no fingerprint has.',
  read: 'Read a release from disk',
  readLead:
    'The same checks as with the portal, but two: nobody can say whether the public log went on since, or whether there is a newer release.',
  release: 'The release (release.candor)',
  open: 'Check and open it',
  opening: 'Checking …',
  passkey: 'Register a passkey for these keys',
  passkeyLead:
    'For keys that were made by a program, or when passkey and recovery key are both lost. The organization must have let them in before.',
  take: 'Go on with these keys',
  taking: 'One moment …',
  missing: 'Choose the key file and type the whole fingerprint first.',
  recovery: 'Your new recovery key',
  recoveryLead: 'It is shown once. It opens your keys when the passkey cannot. Write it on paper, then type it here.',
  typeBack: 'The recovery key, as you wrote it down',
  wrong: 'That is not what was shown. Compare it with your note.',
  make: 'Make a passkey',
  done: 'The passkey is registered. All earlier sessions have ended.',
  signIn: 'Sign in',
  needsPortal: 'This release was opened from disk. What people of your organization do together lies at the portal.',
  leave: 'Put the keys away and sign in',
};
