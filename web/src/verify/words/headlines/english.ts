import type { Phrases } from '../phrases.ts';

/** The answers, each with what it means. */
export const headlines: Phrases['headlines'] = {
  issued: {
    label: 'Half checked: the code is real, the text unknown',
    title: 'Issued to {domain} on {time}. Text not yet compared.',
    lead: 'A real code can be copied into a false message. Compare the text before you act on it, call a number in it or open an address in it.',
  },
  genuine: {
    label: 'Genuine',
    title: '{organization} issued this notice to {domain}, and its text is unchanged.',
    lead: 'Issued on {time}.',
  },
  added: {
    label: 'Unchanged, with words added',
    title: 'Our text is whole, but somebody added to it.',
    lead: 'Issued to {domain} on {time}. Mailing lists and mail gateways add lines; so do forgers. We did not write them: follow nothing in them.',
  },
  superseded: {
    label: 'Replaced',
    title: '{organization} replaced this notice on {later}.',
    lead: 'Its text is as we issued it to {domain} on {time}, but its figures no longer hold. Look for the notice of {later}; it has a code of its own.',
  },
  incomplete: {
    label: 'Unchanged, not fully proved',
    title: 'The text is as issued, but part of the proof is missing.',
    lead: 'Issued to {domain} on {time}. Try again in an hour; until then ask DNS or call us before you act on it.',
  },
  old: {
    label: 'Unchanged, its validity unknown',
    title: 'The text is as issued. Whether it still holds is not known.',
    lead: 'Issued to {domain} on {time}. The files of this page are of {built}: what was withdrawn or replaced since does not stand in them. Call us at a number that you know before you act on it.',
  },
  changed: {
    label: 'Text changed',
    title: 'This is not what we issued. Do not act on it.',
    lead: 'The code is real and was issued to {domain} on {time}, but {differences}. Someone put a real code into a changed message.',
  },
  rewritten: {
    label: 'Rewritten on the way',
    title: 'The words are ours, but your mail system rewrote the message.',
    lead: 'Issued to {domain} on {time}. Links or layout in your copy are not ours. Act on the issued text below, not on a link in your copy.',
  },
  'words-alone': {
    label: 'Words compared',
    title: 'The words are the ones we issued. Sender and links were not compared.',
    lead: 'Issued to {domain} on {time}. Drop the message file itself to check its sender and its links.',
  },
  inside: {
    label: 'Inside another message',
    title: 'Someone else sent this message. Our notice is inside it.',
    lead: 'The sender is {from} and the subject is “{subject}”. Only the issued text below is ours.',
  },
  'not-the-notice': {
    label: 'Another message',
    title: 'This file is not the notice.',
    lead: 'We issued this code to {domain} on {time}, but your file is another message. Drop the notice itself, or read the issued text below.',
  },
  'pasted-not-the-notice': {
    label: 'Another text',
    title: 'This text is not the notice.',
    lead: 'We issued this code to {domain} on {time}, but you pasted another text. Paste the whole notice, or read the issued text below.',
  },
  withdrawn: {
    label: 'Withdrawn',
    title: '{organization} withdrew this notice on {later}.',
    lead: 'What it says does not hold, whatever the text in your copy.',
  },
  'other-domain': {
    label: 'Issued to another domain',
    title: 'This code was not issued to {typed}.',
    lead: 'A notice is valid for one domain. Either you received it at another address, or someone sent you the notice of somebody else.',
  },
  unknown: {
    label: 'Unknown code',
    title: 'We issued no notice with this code.',
    lead: 'The code is well formed, but no notice has it in the answer files of {built}. A notice issued later appears with the next ones. Compare it with your message once more.',
  },
  unproved: {
    label: 'Proof does not hold',
    title: 'The files of this page contradict each other. Do not act on the notice.',
    lead: 'A signature or a proof is wrong. That is a fault of ours, or somebody changed files on this site.',
  },
  failed: {
    label: 'Not answered',
    title: 'No answer. This says nothing about your notice.',
    lead: 'The answer files did not load. Nothing that you entered is lost.',
  },
  'old-browser': {
    label: 'Not answered',
    title: 'This browser cannot check signatures. This says nothing about your notice.',
    lead: 'It is too old, or the page was not loaded over https. Use a newer browser, or one of the other ways.',
  },
};
