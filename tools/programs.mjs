// Programs of others that our results are shown to: nothing of them runs by itself.
import { isCommand } from './services/install.mjs';

export const mu = {
  name: 'mu',
  purpose: 'mail program that projections are shown to',
  isPresent: () => isCommand('mu'),
  debianPackages: ['maildir-utils'],
};

export const notmuch = {
  name: 'notmuch',
  purpose: 'mail program that projections are shown to',
  isPresent: () => isCommand('notmuch'),
  debianPackages: ['notmuch'],
};

export const python = {
  name: 'python3',
  purpose: 'second parser that projections are compared by with their originals',
  isPresent: () => isCommand('python3'),
  debianPackages: ['python3'],
};

export const nginx = {
  name: 'nginx',
  purpose: 'server that the portal is measured beside',
  isPresent: () => isCommand('nginx'),
  debianPackages: ['nginx-light'],
};
