import { resolve } from 'node:path';
import type { InboxSettings } from '@candor/core/evidence/incident';
import type { MailPlace } from '../../adapters/find-mail.ts';
import { readSecret } from '../sender/smtp-relay.ts';

/** A mailbox of the incident file with its secrets, read at the last moment. @throws Refusal when one is not there. */
export function toMailPlace({ maildir, imap }: InboxSettings, folder: string): MailPlace {
  if (imap === null) return { is: 'maildir', path: resolve(folder, maildir) };
  const { passwordFile, ca, ...place } = imap;
  return {
    is: 'imap',
    ...place,
    password: readSecret(folder, passwordFile),
    authorities: ca === null ? null : readSecret(folder, ca),
  };
}
