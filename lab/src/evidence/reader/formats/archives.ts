import { isTar } from '@candor/core/evidence/container';
import type { MailboxFormat } from './mailbox-format.ts';

const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

export const zip: MailboxFormat = {
  name: 'zip',
  recognise: (head) => ZIP.some((mark) => head.begins(mark)),
  holdsOthers: true,
  load: async () => (await import('../read-zip.ts')).readZip,
};

export const tar: MailboxFormat = {
  name: 'tar',
  recognise: isTar,
  holdsOthers: true,
  load: async () => (await import('../read-tar.ts')).readTar,
};
