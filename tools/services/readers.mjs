import { existsSync } from 'node:fs';
import { isCommand } from './install.mjs';

export const readpst = {
  name: 'readpst',
  purpose: 'independent reader that PST results are compared with',
  isPresent: () => isCommand('readpst'),
  debianPackages: ['pst-utils'],
};

export const msgconvert = {
  name: 'msgconvert',
  purpose: 'independent reader that MSG results are compared with',
  // Debian only recommends the module without which it does not start.
  isPresent: () => isCommand('msgconvert') && existsSync('/usr/share/perl5/Email/Address.pm'),
  debianPackages: ['libemail-outlook-message-perl', 'libemail-address-perl'],
};

export const chromium = {
  name: 'chromium',
  purpose: 'the browser in which pages are tried',
  isPresent: () => isCommand('chromium'),
  debianPackages: ['chromium'],
};

export const firefox = {
  name: 'firefox',
  purpose: 'the second browser in which pages are tried, at night',
  isPresent: () => isCommand('firefox-esr'),
  debianPackages: ['firefox-esr'],
};

export const webkit = {
  name: 'webkit',
  purpose: "the third: Safari's engine, at night, with a screen that nobody sees",
  isPresent: () => isCommand('WebKitWebDriver') && isCommand('Xvfb'),
  debianPackages: ['webkit2gtk-driver', 'xvfb'],
};

export const golang = {
  name: 'golang',
  purpose: "Go's own notes and tiles, with which published logs are checked",
  isPresent: () => isCommand('go') && existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog'),
  debianPackages: ['golang-go', 'golang-golang-x-mod-dev'],
};
