// Programs of others that ours are compared with or shown to: nothing of them runs by itself.
import { existsSync } from 'node:fs';
import { isCommand } from './install.mjs';

const TLOG = '/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog';
/** Debian only recommends the module without which msgconvert does not start. */
const EMAIL_ADDRESS = '/usr/share/perl5/Email/Address.pm';

const toProgram = ([name, purpose, debianPackages, commands = [name], file = '/']) => ({
  name,
  purpose,
  debianPackages,
  isPresent: () => commands.every(isCommand) && existsSync(file),
});

export const programs = [
  ['readpst', 'independent reader that PST results are compared with', ['pst-utils']],
  [
    'msgconvert',
    'independent reader that MSG results are compared with',
    ['libemail-outlook-message-perl', 'libemail-address-perl'],
    ['msgconvert'],
    EMAIL_ADDRESS,
  ],
  ['chromium', 'the browser in which pages are tried', ['chromium']],
  [
    'golang',
    "Go's own notes and tiles, with which published logs are checked",
    ['golang-go', 'golang-golang-x-mod-dev'],
    ['go'],
    TLOG,
  ],
  ['mu', 'mail program that projections are shown to', ['maildir-utils']],
  ['notmuch', 'mail program that projections are shown to', ['notmuch']],
  ['python3', 'second parser that projections are compared by with their originals', ['python3']],
  [
    'ruby-mail',
    'reader that notices are compared by, and that writes them again',
    ['ruby', 'ruby-mail'],
    ['ruby'],
    '/usr/lib/ruby/vendor_ruby/mail.rb',
  ],
  ['mime-tools', 'the same', ['libmime-tools-perl'], ['perl'], '/usr/share/perl5/MIME/Parser.pm'],
  ['email-mime', 'the same', ['libemail-mime-perl'], ['perl'], '/usr/share/perl5/Email/MIME.pm'],
  [
    'gmime',
    'reader that notices are compared by',
    ['gir1.2-gmime-3.0', 'python3-gi'],
    ['python3'],
    '/usr/share/doc/gir1.2-gmime-3.0',
  ],
  ['formail', 'rewrites notices as mail filters do', ['procmail']],
  ['maildrop', 'the same', ['maildrop'], ['maildrop', 'reformail', 'reformime']],
  ['altermime', 'adds footers to notices as mail servers do', ['altermime']],
  ['lynx', 'reader of HTML that notices are compared by, and that prints them as text', ['lynx']],
  ['w3m', 'the same', ['w3m']],
  ['pdftotext', 'copies text out of printed notices', ['poppler-utils']],
  ['bwrap', 'what walls readers of mail where unshare fails', ['bubblewrap']],
  ['faketime', 'shifts the clock of single processes', ['faketime']],
  ['nginx', 'server that the portal is measured beside', ['nginx-light']],
].map(toProgram);

/** What the nightly run alone needs: browsers that Debian replaces in any week. */
export const nightly = [
  ['firefox', 'the second browser in which pages are tried, at night', ['firefox-esr'], ['firefox-esr']],
  [
    'webkit',
    "the third: Safari's engine, at night, with a screen that nobody sees",
    ['webkit2gtk-driver', 'xvfb'],
    ['WebKitWebDriver', 'Xvfb'],
  ],
].map(toProgram);
