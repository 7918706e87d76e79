import { resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';
import { assertOwnerOnly } from '../../adapters/files/owner-only.ts';
import type { SmtpRelay } from '../../adapters/mail/smtp.ts';
import type { Disclosure } from '../disclosure.ts';

/**
 * The relay of the incident file with its secrets, read at the last moment.
 * @throws Refusal `no-relay` when the file names none, or a secret is not there.
 */
export function toSmtpRelay({ notice, folder }: Pick<Disclosure, 'notice' | 'folder'>): SmtpRelay {
  const { relay, from } = notice;
  if (relay === null) {
    throw new Refusal('no-relay', ['the incident file names no mail relay; add `notice.relay` to it']);
  }
  return {
    host: relay.host,
    port: relay.port,
    tls: relay.tls,
    login: relay.user === null ? null : { user: relay.user, password: readSecret(folder, relay.passwordFile) },
    authorities: relay.ca === null ? null : readNamedText(folder, relay.ca),
    name: from.address.slice(from.address.lastIndexOf('@') + 1),
  };
}

/**
 * The text of a small file that only its owner may read, without the line end that editors add.
 * @throws Refusal where other accounts may read it.
 */
export function readSecret(folder: string, path: string | null): string {
  const text = readNamedText(folder, path);
  if (path !== null) assertOwnerOnly(resolve(folder, path), 'open-secret', 'secret');
  return text;
}

/** The same of a file that everybody may read. */
export function readNamedText(folder: string, path: string | null): string {
  if (path === null) return '';
  const place = resolve(folder, path);
  if (inspectPath(place).is !== 'file')
    throw new Refusal('no-relay', [`${place}: this file, named in the incident file, does not exist`]);
  return new TextDecoder().decode(readBytes(place)).trimEnd();
}
