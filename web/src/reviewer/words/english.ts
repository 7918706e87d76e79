import type { SharedWords } from './shared-words.ts';

export const english: SharedWords = {
  pageTitle: 'Your emails with {organization}',
  sections: {
    overview: 'Overview',
    messages: 'Messages',
    secrets: 'Secrets',
    people: 'People',
    trust: 'Trust',
    report: 'Your report',
  },
  sectionsLabel: 'Sections',
  more: 'More',
  emailsWith: 'emails with {organization}',
  skip: 'Skip to the content',
  account: 'You and this device',
  signOut: 'Sign out',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  verdicts: {
    accessed: { sentence: 'opened or copied', short: 'opened' },
    presumed: { sentence: 'must be taken as copied', short: 'taken as copied' },
    partial: { sentence: 'some of it was seen', short: 'seen in part' },
    possible: { sentence: 'cannot be ruled out', short: 'not ruled out' },
    undetermined: { sentence: 'the log cannot tell', short: 'log cannot tell' },
    'no-evidence': { sentence: 'complete log, no access', short: 'no access' },
    absent: { sentence: 'arrived after the intruder was out', short: 'came later' },
  },
  status: {
    keysHere: 'keys and mail only on this device',
    nobody: 'nobody is signed in',
    idleSoon:
      'Nobody has touched this page for 14 minutes. In one minute the keys are put away and you are signed out; touch any key to stay.',
    clock: {
      ahead: 'This device’s clock is {minutes} min ahead; times here are the portal’s.',
      behind: 'This device’s clock is {minutes} min behind; times here are the portal’s.',
    },
    keeping: {
      full: 'This browser’s storage is full: mail that you open is fetched again next time. Reading goes on.',
      none: 'This browser keeps nothing (private window): mail that you open is fetched again next time. Reading goes on.',
      unkept:
        'The portal did not keep what you have seen. This tab knows it; another device may not notice if it is shown something older. It is tried again at the next check.',
    },
  },
  loading: 'Loading',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  cancel: 'Cancel',
  fault: {
    title: 'This page broke.',
    what: 'What it was doing is lost; your mail and your keys are not. It said: {fault}',
    kept: 'Nothing was sent to anybody.',
    reload: 'Load the page again',
  },
  settingsMissing: {
    title: 'The site does not say where its portal is.',
    what: 'The file settings.json beside this page did not load or is of another version. Nothing is lost.',
    other: 'Without this page: candor enroll and candor open do the same.',
  },
  notFound: { title: 'There is no such page.', back: 'Go to the overview' },
};
