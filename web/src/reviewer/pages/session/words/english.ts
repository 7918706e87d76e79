import type { SessionWords } from './session-words.ts';

export const english: SessionWords = {
  question: 'Your emails with {organization}',
  answers: {
    first: 'Sign in with your passkey to read them.',
    'by-you': 'You are signed out. The keys are put away.',
    idle: 'Nobody was here for 15 minutes, so the keys were put away.',
    ended: 'The portal ended the session. The keys were put away.',
    'other-tab': 'You signed out in another tab. The keys were put away here too.',
    'other-person': 'Somebody else signed in in another tab. The keys were put away here.',
  },
  lead: {
    first: 'They are decrypted on this device alone. The portal has nothing that opens them.',
    'by-you': 'Nothing of your mail is left in this tab.',
    idle: 'Sign in, and you are where you were. Nothing that you saved is lost.',
    ended:
      'That happens after 8 hours, when the portal restarts, when another passkey is registered for you, or when your access was taken away. Sign in, and you are where you were.',
    'other-tab': 'Sign in again to go on where you were.',
    'other-person': 'One browser holds one session at a time. Use another browser or profile for two people.',
  },
  signIn: 'Sign in with a passkey',
  signingIn: 'Waiting for your passkey …',
  firstTime: 'First time here? You need the code printed in the notice.',
  enroll: 'Enroll with the code of a notice',
  lostPasskey: 'Passkey lost or on another device?',
  recover: 'Register another with your recovery key',
  keyFile: 'A key file, or a release on disk?',
  openFiles: 'Open files of this device',
  withoutBrowser:
    'Without a browser: candor enroll and candor open. They do not use this page, so nobody can change it under you.',
  privateMode:
    'This browser keeps nothing (private window or storage forbidden): each visit loads your mail anew, and enrolling has to be finished in one go.',
  locked: {
    question: 'Signed in, keys still closed',
    title: 'Type your recovery key to open your keys.',
    lead: 'Your passkey signs you in but cannot unwrap keys: its device or program lacks the PRF extension, or lacked it when the passkey was made. So the recovery key is asked each time. Register another passkey, made with a newer device or program, to be rid of that.',
    label: 'Recovery key',
    hint: '28 characters (27 on older keys), as you wrote them down. It is used on this device and sent nowhere.',
    open: 'Open my keys',
    opening: 'Opening …',
  },
  portalFlaws: {
    malformed:
      'The portal did not take what this page sent. The page or the portal is of another version; load the page again.',
    'foreign-origin':
      'The portal does not know this page’s address. Type the address from your notice; if it is the same, tell {organization}.',
    'not-found': 'The portal has no such thing, or not for you.',
    conflict: 'Something else happened at the portal meanwhile. Try again.',
    'too-large': 'The portal did not take so much at once.',
    'wrong-type': 'The portal did not take what this page sent. Load the page again.',
    'too-many': 'The portal asks to slow down. Try again in a few minutes; nothing is lost.',
    fault: 'The portal broke while it answered. Nothing is lost; try again in a few minutes.',
    'lab-silent':
      'The portal waits for {organization} to say who may read what; until then it serves nobody. That takes until its next call, a day at most.',
    'session-ended': 'The session has ended. Sign in again.',
    'not-known':
      'The portal knows nobody by this passkey or key. Either your enrollment still waits for approval, or your access was taken away, or the passkey was replaced.',
    'portal-silent': 'The portal does not answer. This says nothing about your mail. Try again in a few minutes.',
    offline: 'This device has no network.',
    'portal-broken':
      'What answered is no portal of this version. Something on the way may have answered in its place; try another network.',
  },
  passkeyFlaws: {
    cancelled: 'No passkey was used: it was cancelled, took too long, or this device has none for {domain}.',
    unsupported: 'This browser or device has no passkeys that fit. Use another browser, or a security key.',
    'wrong-site':
      'Passkeys for {domain} cannot be used on this page. Compare the address of the page with your notice.',
    'already-there': 'This device already holds that passkey.',
    fault: 'The passkey failed for a reason the browser does not tell. Try again.',
  },
  otherFault: 'That failed for a reason that this page does not know. Load it again.',
  account: {
    question: 'You and this device',
    title: 'Keys and mail are on this device alone.',
    nobody: 'Nobody is signed in.',
    party: 'Reads for',
    roles: { nominator: 'Nominator', reviewer: 'Reviewer', representative: 'Representative' },
    role: 'Role',
    fingerprint: 'Your fingerprint',
    fingerprintHint: 'It covers both of your keys. Read it to a colleague who wants to be sure that it is you.',
    tabs: 'Each tab holds keys of its own and asks for the passkey; signing out in one closes all. Two people need two browsers.',
    others: {
      title: 'Where else you are signed in',
      none: 'Nowhere else.',
      some: ['In one more browser.', 'In {n} more browsers.'],
      one: 'Since {begun}, last used {seen}',
      hint: 'Do you not know one of them, or is a device out of your hands? Sign out there; your passkey is asked for once more.',
      end: 'Sign out everywhere else',
      ended: 'Signed out everywhere else.',
    },
    forgetTitle: 'What this browser keeps',
    forgetHint:
      'Encrypted mail, so that the next visit is quick, and a begun enrollment. Remove it on a device that is not yours.',
    forget: 'Remove it from this browser',
    forgotten: 'Removed. The next visit loads your mail anew.',
  },
};
