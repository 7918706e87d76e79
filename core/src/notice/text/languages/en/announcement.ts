import type { AnnouncementPhrases } from '../announcement-phrases.ts';

export const englishAnnouncement: AnnouncementPhrases = {
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
