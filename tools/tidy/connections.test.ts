import { expect, test } from 'vitest';
import { isSource, readTexts, withoutComments } from './tree.ts';

/** What opens a connection, in any of the ways that the lab has for it. */
const OPENS =
  /(?:from |import\()'(?:node:https?|node:dgram|node:tls|imapflow|nodemailer\/lib\/smtp-connection)'|import \{[^}]*\bconnect\b[^}]*\} from 'node:net'|(?<![.\w])fetch\(/;

/** Every file of the lab that does, with what docs/guide/guarantees.md says of it. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  'lab/src/adapters/mail/imap-session.ts': 'your mailboxes over IMAP',
  'lab/src/adapters/mail/smtp.ts': 'your relay',
  'lab/src/adapters/net/console-caller.ts': 'the console of this machine',
  'lab/src/adapters/net/dns/exchange.ts': 'the resolvers that you name',
  'lab/src/adapters/net/fetch-text.ts': 'security.txt` of parties',
  'lab/src/adapters/net/ntp.ts': 'your time server',
  'lab/src/adapters/net/portal-caller.ts': 'your portal',
  'lab/src/adapters/net/site-access.ts': 'your site',
  'lab/src/adapters/net/webhook.ts': 'your webhook',
  'lab/src/evidence/wall/escapes.ts': 'itself, on this machine',
  'lab/src/evidence/wall/targets.ts': 'itself, on this machine',
};

test('the manual names everything the lab connects to', () => {
  const texts = readTexts();
  const opening = texts
    .filter((file) => isSource(file) && file.path.startsWith('lab/src/'))
    .map(withoutComments)
    .filter(({ text }) => OPENS.test(text.replace(/^import type .*$/gm, '')));
  expect(opening.map(({ path }) => path).sort()).toEqual(Object.keys(CONNECTIONS));
  const page = texts.find(({ path }) => path === 'docs/guide/guarantees.md')?.text ?? '';
  const table = page.slice(page.indexOf('| connects to |'), page.indexOf('## What is missing'));
  for (const said of Object.values(CONNECTIONS)) expect(table).toContain(said);
});
