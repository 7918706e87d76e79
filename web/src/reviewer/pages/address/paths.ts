type Page =
  | 'overview'
  | 'messages'
  | 'secrets'
  | 'people'
  | 'trust'
  | 'report'
  | 'enroll'
  | 'recover'
  | 'files'
  | 'account';

/** Every address of the app, after the `#`, so that no server sees it. Contains ids and filters, never content. */
export const paths: Readonly<Record<Page, string>> = {
  overview: '/',
  messages: '/messages',
  secrets: '/secrets',
  people: '/people',
  trust: '/trust',
  report: '/report',
  enroll: '/enroll',
  recover: '/recover',
  files: '/files',
  account: '/account',
};

export type Section = Exclude<Page, 'enroll' | 'recover' | 'files' | 'account'>;

/** In the order of the tabs. */
export const SECTIONS: readonly Section[] = ['overview', 'messages', 'secrets', 'people', 'trust', 'report'];
