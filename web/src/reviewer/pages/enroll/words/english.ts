import type { EnrollWords } from './enroll-words.ts';

export const english: EnrollWords = {
  question: 'Read your emails with {organization}',
  answers: {
    notice: 'Begin with the code in your notice.',
    person: 'Say who you are and how you prove it.',
    recovery: 'Write down your recovery key. It is shown once.',
    passkey: 'Make a passkey on this device.',
    proof: 'Show that you act for {target}.',
    waiting: 'Your enrollment waits for two people at {organization}.',
    ready: 'You are let in. Sign in to read.',
    refused: '{organization} did not let this enrollment in.',
    stopped: 'Somebody objected. This enrollment is stopped.',
  },
  steps: {
    notice: 'The notice',
    person: 'You',
    recovery: 'Recovery key',
    passkey: 'Passkey',
    proof: 'Proof',
    waiting: 'Waiting',
  },
  stepOf: 'Step {n} of {of}',
  done: 'done',
  goOn: 'Go on',
  working: 'One moment …',
  startAgain: 'Give this up and begin anew',
  startAgainHint: 'The keys that were made are forgotten. What was sent is refused after 30 days by itself.',
  otherTab: 'Enrolling goes on in another tab of this browser. Go on there, or close it and load this page again.',
  notKept:
    'This browser keeps nothing. Leave this tab open until the passkey is made; after that you can come back with it.',
  silentSite:
    'The files of {page} did not load, so the code could not be looked up. That says nothing about your notice. Try again in a few minutes.',

  aside: {
    title: 'What you need',
    needs: [
      'the notice, with its code',
      'paper, or a password manager, for the recovery key',
      'somebody who can write a record into your DNS',
    ],
    time: 'Ten minutes now, then {hours} of waiting.',
    without: 'Without this page',
    why: 'It asks the same questions and makes the same keys; no web host can change it under you.',
  },
  notice: {
    lead: 'The code only says which notice you hold. It is looked up on this device, is sent nowhere, and proves nothing about you yet.',
    code: 'Code in the notice',
    domain: 'Domain of the address that received it',
    domainHint: 'The part after the @. For mail to you as a private person: the domain of your mail provider.',
    domainMissing: 'Enter the domain as well, such as example.com.',
    lookUp: 'Look up the notice',
    noCode: 'You have no notice, but a colleague who reads already will name you?',
    byColleague: 'Go on without a code',
    answers: {
      unknown:
        'No notice has this code. Compare it once more; if it is the same, the message that it stands in is not from {organization}.',
      'other-domain': 'The notice with this code went to another domain than {domain}. Check what stands behind the @.',
      withdrawn:
        '{organization} withdrew this notice, so its code opens nothing any more. Look for a later notice, or call.',
      unproved:
        'The files of {page} contradict each other. Do not go on: call {organization} at a number you already know.',
    },
    issued: 'Issued to {domain} on {time}.',
    superseded: 'A later notice replaced it on {time}. The code still serves here.',
    compare: 'Compare this with the key that your notice prints. It decides whom this page will believe from now on:',
    compareColleague:
      'Compare this with what your colleague sees under Trust. It decides whom this page will believe from now on:',
    otherKeySet:
      'The people who decide at {organization} changed since your notice, so this is not the key that it prints. Ask DNS before you go on: dig TXT _candor.{ownDomain}',
    same: 'It is the same',
    isDifferent: 'It is different',
    different: 'Stop here, and call {organization} at a number you already know.',
  },
  person: {
    lead: '{organization} sees this, and so does everybody at your organization whom it has told: they can object.',
    name: 'Your name',
    nameHint: 'As your colleagues know it.',
    address: 'Your work address',
    addressHint: 'Where {organization} can write to you.',
    addressSlip: 'That is no mail address.',
    proofLegend: 'How you prove it',
    proofs: {
      dns: {
        label: 'A record in the DNS of {domain}',
        hint: 'For organizations. You or your DNS people write one TXT record. You then name others who may read.',
      },
      mailbox: {
        label: 'The mailbox {address}',
        hint: 'For private persons: the notice came to exactly this address. You read what it sent and received.',
      },
      nomination: {
        label: 'A colleague names me',
        hint: 'Somebody of {domain} reads already. You tell them your fingerprint, and they sign for you.',
      },
    },
    missing: 'Name and address are needed.',
    makeKeys: 'Make my keys',
    making: 'Making keys on this device …',
  },
  recovery: {
    lead: 'Your keys were made on this device. The recovery key opens them when the passkey cannot: on a new device, or when it was lost. Nobody else has it, not {organization}, not the portal.',
    label: 'Your recovery key',
    advice: 'Write it on paper, or keep it in a password manager. Not in mail: yours may be read.',
    written: 'I have written it down',
    askLead: 'Now type two of its groups, so that a slip is found today and not on the day you need it.',
    group: 'Group {n}',
    wrong: 'That is not what was shown. Compare it with your note.',
    showAgain: 'Show it once more',
    send: 'Send my enrollment',
    sending: 'Signing and sending …',
  },
  passkey: {
    lead: 'It signs you in and unwraps your keys, by fingerprint, face or PIN of this device. What it wraps is all that the portal keeps.',
    make: 'Make a passkey',
    making: 'Waiting for your device …',
    without:
      'Made. This device’s passkeys cannot unwrap keys (no PRF extension), so the recovery key is asked at each visit. A newer device can be registered later.',
    withPrf: 'Made. It signs you in and unwraps your keys.',
  },
  proof: {
    lead: 'Add this record to the DNS of {domain}. It holds the fingerprint of your own keys, made on this device: whoever exchanged your keys on the way would be found out by it.',
    name: 'Name',
    type: 'Type',
    value: 'Text',
    lifetime: 'Leave it there until you are let in, 30 days at most. Any time to live will do.',
    check: 'See whether it is there',
    checkHint: 'It must show exactly this text. A change can take an hour to be seen everywhere.',
    forDns: 'For your DNS people',
    forDnsText:
      'Please add this TXT record to the zone of {domain}. It shows {organization} that {name} may read the stolen emails of our organization. It opens nothing by itself and can go after 30 days.\n\nName: {recordName}\nType: TXT\nText: {recordText}\n\nTo check: dig TXT {recordName}',
    copyAll: 'Copy this text',
    mailbox: 'Nothing to do: the code was sent to {target} alone, so having it shows that you read that mailbox.',
    nomination:
      'Read your fingerprint to the colleague who reads already, by telephone and not by mail. They find you under People and sign for exactly this:',
    fingerprint: 'Your fingerprint',
    written: 'The record is written',
  },
  waiting: {
    lead: 'This is what happens now:',
    others:
      'Every contact of your organization that {organization} has is told that {name} asks to read, with your fingerprint. One objection stops it.',
    when: 'After that it waits {hours}. Then two people at {organization} check the proof themselves and decide.',
    sooner: 'A second contact of your organization can confirm and shorten the wait.',
    close:
      'You can close this page. Come back here and sign in with your passkey; until you are let in it says that you are not known yet.',
    asked: 'Asked the portal on {time}: still waiting.',
    ask: 'Ask the portal now',
    unlockLead:
      'The page was loaded anew, or nobody was here for 15 minutes, so your keys are closed. Open them to go on.',
    unlock: 'Open with the passkey',
    hours: ['one hour', '{n} hours'],
  },
  ready: {
    lead: 'Two people at {organization} approved the fingerprint {fingerprint}, which is yours.',
    signIn: 'Sign in',
  },
  refused:
    'That happens when the record did not show your fingerprint within 30 days, when the code was withdrawn or belongs to somebody else, or when two people decided so. Call {organization} at a number you already know, or begin anew.',
  stopped:
    'A contact of your organization did not agree that you read. Talk to your colleagues; two people at {organization} decide what comes next.',

  recover: {
    question: 'Another passkey',
    title: 'Your recovery key opens your keys, and a new passkey is made for them.',
    lead: 'The passkey of before stops working, all your sessions end, and your nominator sees that it happened.',
    label: 'Recovery key',
    find: 'Find my keys',
    finding: 'Looking …',
    foundTitle: 'These are your keys.',
    found: 'Fingerprint {fingerprint}. Make a passkey on this device now.',
    make: 'Make a passkey',
    doneTitle: 'The new passkey works. Sign in with it.',
    done: 'The one of before is gone.',
    lost: 'Recovery key lost as well? Then nobody can open your keys. Enroll anew; a colleague who reads already can name you.',
    enroll: 'Enroll anew',
    signIn: 'Sign in',
  },
};
