import type { MailboxFormat } from './mailbox-format.ts';

const PST = [0x21, 0x42, 0x44, 0x4e];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const pst: MailboxFormat = {
  name: 'pst',
  title: 'a mailbox of Outlook (PST or OST)',
  recognise: (head) => head.begins(PST),
  extensions: ['pst', 'ost'],
  load: async () => (await import('../read-pst.ts')).readPst,
};

export const msg: MailboxFormat = {
  name: 'msg',
  title: 'a message of Outlook (MSG)',
  recognise: (head) => head.begins(COMPOUND_FILE),
  extensions: ['msg'],
  load: async () => (await import('../read-msg.ts')).readMsg,
};
