import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findServices, type RunningServices } from '../../../tools/services/running.ts';
import { findMail } from '../../src/adapters/mail/find-mail.ts';
import { closeImap, type ImapPlace, openImapFolder } from '../../src/adapters/mail/imap-session.ts';
import { readNewMail } from '../../src/adapters/mail/mailbox.ts';
import { type DoorKind, type ImapDoor, openImapDoor } from './imap-door.ts';
import { type Identity, TestAuthority } from './test-authority.ts';

const found = await findServices(['imap']);
const running = found as RunningServices;
const user = 'tls@northwind.test';
const here = ['DNS:localhost', 'IP:127.0.0.1'];
const opened: ImapDoor[] = [];

let authority: TestAuthority;
let good: Identity;
let obstacle = typeof found === 'string' ? found : null;

beforeAll(() => {
  try {
    authority = new TestAuthority();
    good = authority.certify(here);
  } catch {
    obstacle ??= 'certificates with a validity of their own need OpenSSL 3.4 or later';
  }
});

beforeEach((context) => {
  if (obstacle !== null) context.skip(obstacle);
});

afterEach(async () => {
  for (const door of opened.splice(0)) await door.close();
});

function toPlace(change: Partial<ImapPlace>): ImapPlace {
  const { password } = running.mailboxes;
  const place = { is: 'imap', host: 'localhost', port: 0, tls: 'required', user, password, folder: 'INBOX' } as const;
  return { ...place, authorities: authority.certificate, ...change };
}

async function openDoor(kind: DoorKind, identity = good): Promise<ImapDoor> {
  const door = await openImapDoor(kind, running.ports.imap, identity);
  opened.push(door);
  return door;
}

/** `open` where the folder could be opened, else why not. */
async function tryPlace(place: ImapPlace): Promise<string> {
  try {
    await closeImap(await openImapFolder(place));
    return 'open';
  } catch (cause) {
    return (cause as Error).message;
  }
}

describe('a mailbox over TLS', () => {
  const own = () => readFileSync(running.certificate.certificate, 'utf8');

  test('connects by STARTTLS and by implicit TLS, also by IP address', async () => {
    const { imap, imaps } = running.ports;
    expect(await tryPlace(toPlace({ port: imap, authorities: own() }))).toBe('open');
    expect(await tryPlace(toPlace({ port: imaps, tls: 'implicit', authorities: own() }))).toBe('open');
    expect(await tryPlace(toPlace({ port: imaps, tls: 'implicit', authorities: own(), host: '127.0.0.1' }))).toBe(
      'open',
    );
  });

  test('opens its folder read-only', async () => {
    const client = await openImapFolder(toPlace({ port: running.ports.imap, authorities: own() }));
    expect(client.mailbox).toMatchObject({ path: 'INBOX', readOnly: true });
    await closeImap(client);
  });

  test('rejects a server without a trusted certificate or under another name', async () => {
    const { imap, imaps } = running.ports;
    // The address of the same machine in another form, which stands in no certificate.
    const elsewhere = '::ffff:127.0.0.1';
    for (const [port, tls] of [[imap, 'required'] as const, [imaps, 'implicit'] as const]) {
      expect(await tryPlace(toPlace({ port, tls, authorities: null }))).toBe(
        "its certificate comes from no authority that this machine trusts, and no password was sent: the server may be anybody's. If it is your own, name the file of its authority as `ca`",
      );
      expect(await tryPlace(toPlace({ port, tls }))).toContain(
        'from none of the authorities in the file that `ca` names',
      );
      expect(await tryPlace(toPlace({ port, tls, authorities: own(), host: elsewhere }))).toContain(
        `its certificate is not for ${elsewhere}, and no password was sent; write a name from it as \`host\``,
      );
    }
  });

  describe.each([
    ['starttls', 'required'],
    ['implicit', 'implicit'],
  ] as const)('with %s', (kind, tls) => {
    const tryWith = async (identity: Identity, change: Partial<ImapPlace> = {}) => {
      const door = await openDoor(kind, identity);
      const words = await tryPlace(toPlace({ port: door.port, tls, ...change }));
      expect(door.heard()).not.toMatch(/LOGIN|AUTHENTICATE|tls@northwind/i);
      return words;
    };

    test('connects when the named authority certifies the name', async () => {
      expect(await tryWith(good)).toBe('open');
      expect(await tryWith(good, { host: '127.0.0.1' })).toBe('open');
    });

    test.each([
      ['of another authority', () => new TestAuthority().certify(here), 'comes from none of the authorities'],
      ['for another name', () => authority.certify(['DNS:mail.harbor.example']), 'is not for localhost'],
      ['for another address', () => authority.certify(['IP:127.0.0.2']), 'is not for localhost'],
      ['that has expired', () => authority.certify(here, '20010101000000Z'), 'has expired'],
    ])('refuses a certificate %s before sending anything', async (_, make, words) => {
      expect(await tryWith(make())).toContain(words);
    });
  });

  test('sends no password when STARTTLS is removed, refused or made impossible', async () => {
    for (const kind of ['stripped', 'refused', 'preauth', 'injected'] as const) {
      const door = await openDoor(kind);
      const words = await tryPlace(toPlace({ port: door.port }));
      expect([kind, words]).toEqual([kind, expect.stringContaining(`TLS cannot be started at port ${door.port}`)]);
      expect(door.heard().replaceAll(/^\S+ /gm, '')).toMatch(/^(?:(?:CAPABILITY|STARTTLS|LOGOUT)\r\n)*$/);
    }
  });

  test('sends a password in the clear only when the settings say so', async () => {
    const door = await openDoor('stripped');
    expect(await tryPlace(toPlace({ port: door.port, tls: 'none' }))).toBe('open');
    expect(door.heard()).toMatch(/LOGIN|AUTHENTICATE/);
  });

  test('explains the setting when TLS starts the other way', async () => {
    expect(await tryPlace(toPlace({ port: running.ports.imap, tls: 'implicit' }))).toContain(
      'no common TLS version at port',
    );
  });

  test('distinguishes a wrong login from a missing folder', async () => {
    const place = toPlace({ port: running.ports.imap, authorities: own() });
    expect(await tryPlace({ ...place, password: 'wrong' })).toContain('refuses the login');
    expect(await tryPlace({ ...place, folder: 'Nowhere' })).toBe(
      'it has no folder Nowhere, or this account may not open it',
    );
  });

  test('is named in errors of the inbox and of the probe', async () => {
    const door = await openDoor('stripped');
    const place = toPlace({ port: door.port });
    const known = { has: () => false, highest: () => 0 };
    await expect(readNewMail(place, known)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'inbox-unreadable',
      message: expect.stringMatching(
        /^the mailbox in which bounces and answers arrive: TLS cannot .*; nothing was fetched$/,
      ),
    });
    await expect(findMail(place, '<a@harbor.example>')).rejects.toThrow('TLS cannot be started');
    const plain = toPlace({ port: running.ports.imap, authorities: own() });
    expect(await findMail(plain, '<nothing@harbor.example>')).toBeNull();
  });
});
