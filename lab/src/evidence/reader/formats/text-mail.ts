import { isEmlx, isMbox, isMessage } from '@candor/core/evidence/container';
import type { MailboxFormat } from './mailbox-format.ts';

/** A message by itself (RFC 5322). */
export const message: MailboxFormat = {
  name: 'message',
  title: 'a message',
  recognise: isMessage,
  extensions: ['eml'],
  isBare: true,
  isWhollyRead: true,
  inMaildir: 'as-message',
  load: async () => {
    const { findLead, readMessageFile } = await import('../read-message-file.ts');
    return (...order) => readMessageFile(...order, findLead);
  },
};

/** A message as Apple Mail keeps it. */
export const emlx: MailboxFormat = {
  name: 'emlx',
  title: 'a message of Apple Mail',
  recognise: isEmlx,
  extensions: ['emlx'],
  isWhollyRead: true,
  load: async () => {
    const { findCount, readMessageFile } = await import('../read-message-file.ts');
    return (...order) => readMessageFile(...order, findCount);
  },
};

export const mbox: MailboxFormat = {
  name: 'mbox',
  title: 'a mailbox (mbox)',
  recognise: isMbox,
  extensions: ['mbox'],
  isBare: true,
  isWhollyRead: true,
  inMaildir: 'as-message',
  load: async () => (await import('../read-mbox.ts')).readMbox,
};
