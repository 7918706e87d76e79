import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findServices } from '../../../tools/services/running.ts';
import { randomName } from '../../src/adapters/keys/random.ts';
import { type KnownMail, type ReceivedMail, readNewMail } from '../../src/adapters/mail/mailbox.ts';
import { type SmtpRelay, sendMessage } from '../../src/adapters/mail/smtp.ts';

const nothingKnown: KnownMail = { has: () => false, highest: () => 0 };

test('mail from a real relay is read once over TLS from a real IMAP mailbox and stays there unread', async (context) => {
  const services = await findServices(['relay', 'recipients', 'checker', 'imap']);
  if (typeof services === 'string') return context.skip(services);
  const user = `inbox-${randomName()}@northwind.test`;
  const authorities = readFileSync(services.certificate.certificate, 'utf8');
  const relay: SmtpRelay = {
    ...{ host: 'localhost', port: services.ports.relay, tls: 'required', login: null, authorities },
    name: 'harbor.example',
  };
  const place = {
    ...({ is: 'imap', host: 'localhost', port: services.ports.imap, tls: 'required', folder: 'INBOX' } as const),
    ...{ user, password: services.mailboxes.password, authorities },
  };
  for (const subject of ['one', 'two']) {
    const message = Buffer.from(
      `From: <notice@harbor.example>\r\nTo: <${user}>\r\nSubject: ${subject}\r\n\r\ntext\r\n`,
    );
    const envelope = { from: 'bounce@harbor.example', to: user };
    expect(await sendMessage(relay, envelope, message)).toMatchObject({
      is: 'replied',
      verb: 'message',
      reply: { code: 250 },
    });
  }
  let found: readonly ReceivedMail[] = [];
  for (let round = 0; found.length < 2 && round < 100; round += 1) {
    await pause(200);
    found = await readAll(readNewMail(place, nothingKnown));
  }
  expect(found.map(({ bytes }) => /^Subject: (.*)$/m.exec(Buffer.from(bytes).toString())?.[1]?.trim()).sort()).toEqual([
    'one',
    'two',
  ]);
  const atOtherPort = { ...place, port: services.ports.imaps, tls: 'implicit' } as const;
  expect(await readAll(readNewMail(atOtherPort, nothingKnown))).toEqual(found);
  const [first] = found;
  const known: KnownMail = { has: () => false, highest: (prefix) => Number(first?.source.slice(prefix.length)) };
  expect((await readAll(readNewMail(place, known))).map(({ source }) => source)).toEqual([found[1]?.source]);
  expect(await readAll(readNewMail(place, { has: () => false, highest: () => 1_000_000 }))).toEqual([]);
});

test('reports an unreadable mailbox', async () => {
  const place = {
    ...({ is: 'imap', host: '127.0.0.1', port: 1, tls: 'none', folder: 'INBOX', user: 'a', password: 'b' } as const),
    authorities: null,
  };
  await expect(readAll(readNewMail(place, nothingKnown))).rejects.toThrow('it cannot be reached (ECONNREFUSED)');
});

async function readAll(mails: AsyncIterable<ReceivedMail>): Promise<readonly ReceivedMail[]> {
  const found: ReceivedMail[] = [];
  for await (const mail of mails) found.push(mail);
  return found;
}
