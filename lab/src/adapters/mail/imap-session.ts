import type { ImapFlow } from 'imapflow';

/** A folder of a mailbox at an IMAP server, with its secrets. */
export interface ImapPlace {
  readonly is: 'imap';
  readonly host: string;
  readonly port: number;
  /**
   * `required`: from the first byte at port 993, by STARTTLS elsewhere; `implicit`: from the first byte at any port;
   * `none`: never.
   */
  readonly tls: 'required' | 'implicit' | 'none';
  readonly user: string;
  readonly password: string;
  /** PEM of the authorities to trust instead of the system's. */
  readonly authorities: string | null;
  readonly folder: string;
}

/** Why a mailbox cannot be read, in our own words: a server's may hold names and addresses. */
export class UnreadableMailbox extends Error {
  override readonly name = 'UnreadableMailbox';
}

const imapsPort = 993;
/** A mail server that says nothing for so long is not there. */
const silenceMs = 60_000;

/**
 * A session with the folder opened read-only. Before TLS only the capabilities are requested, and no session continues
 * without TLS unless the place says `none`.
 * @throws UnreadableMailbox
 */
export async function openImapFolder(place: ImapPlace): Promise<ImapFlow> {
  const isImplicit = place.tls === 'implicit' || (place.tls === 'required' && place.port === imapsPort);
  // Loaded here, because it takes longer than most commands, and most have no mailbox.
  const library = await import('imapflow');
  const client = new library.ImapFlow({
    host: place.host,
    port: place.port,
    secure: isImplicit,
    ...(isImplicit ? {} : { doSTARTTLS: place.tls === 'required' }),
    auth: { user: place.user, pass: place.password },
    logger: false,
    disableAutoIdle: true,
    socketTimeout: silenceMs,
    ...(place.authorities === null ? {} : { tls: { ca: place.authorities } }),
  });
  // Faults reach us through the call that waits for them; without a listener they would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    client.close();
    throw new UnreadableMailbox(toWords(cause as SessionFailure, place), { cause });
  }
  try {
    await client.mailboxOpen(place.folder, { readOnly: true });
  } catch (cause) {
    await closeImap(client);
    const isAnswer = (cause as SessionFailure).responseStatus !== undefined;
    const why = isAnswer
      ? `it has no folder ${place.folder}, or this account may not open it`
      : `the session ended while its folder ${place.folder} was opened`;
    throw new UnreadableMailbox(why, { cause });
  }
  return client;
}

export async function closeImap(client: ImapFlow): Promise<void> {
  await client.logout().catch(() => client.close());
}

/** What the library and the runtime throw, as far as it is looked at. */
interface SessionFailure extends Error {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  /** NO or BAD: the server answered. */
  readonly responseStatus?: string;
  /** TLS was asked for and could not be begun. */
  readonly tlsFailed?: boolean;
}

function toWords({ code = '', authenticationFailed, tlsFailed }: SessionFailure, place: ImapPlace): string {
  if (authenticationFailed === true) return 'it refuses the login; check `user` and the file that `passwordFile` names';
  const certificate = toCertificateWords(code, place);
  if (certificate !== null) return certificate;
  const port = `port ${place.port}`;
  if (tlsFailed === true)
    return `TLS cannot be started at ${port}: the server offers none, or an attacker on the way removes the offer. No password was sent. Ask the server's operator. If TLS begins with the first byte, write \`tls: implicit\``;
  if (/^ERR_SSL_|^EPROTO$/.test(code))
    return `no common TLS version at ${port}; if the connection begins unencrypted and switches to TLS, write \`tls: required\` and a port other than ${imapsPort}`;
  if (code === 'GREETING_TIMEOUT')
    return `it sends no greeting at ${port}; if TLS begins with the first byte, write \`tls: implicit\``;
  if (/^E[A-Z_]+$/.test(code) && !code.startsWith('ERR_')) return `it cannot be reached (${code})`;
  if (code === 'CONNECT_TIMEOUT') return 'it cannot be reached (no answer)';
  return 'it cannot be opened as the incident file says';
}

/**
 * Codes of OpenSSL's verification, as Node gives them (https://nodejs.org/api/tls.html, X509 certificate error codes).
 */
const untrusted = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_SIGNATURE_FAILURE',
]);

/** Null for a failure that says nothing about a certificate. */
function toCertificateWords(code: string, { host, authorities }: ImapPlace): string | null {
  const sent = 'no password was sent';
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return `its certificate is not for ${host}, and ${sent}; write a name from it as \`host\`, or request one for this name`;
    case 'CERT_HAS_EXPIRED':
      return `its certificate has expired, and ${sent}; renew it, and check the clock of this machine`;
    case 'CERT_NOT_YET_VALID':
      return `its certificate is not valid yet, and ${sent}; check the clock of this machine`;
    case 'CERT_REVOKED':
      return `its certificate was revoked, and ${sent}; request another one`;
    default: {
      if (!untrusted.has(code)) return null;
      const whose =
        authorities === null
          ? 'no authority that this machine trusts, and'
          : 'none of the authorities in the file that `ca` names, and';
      return `its certificate comes from ${whose} ${sent}: the server may be anybody's. If it is your own, name the file of its authority as \`ca\``;
    }
  }
}
