import { expect, test } from 'vitest';
import { recognizeSecrets } from '../../../src/reviewer/frame/parser/recognize-secrets.ts';

const none = { dateText: '', date: null, messageId: null, addresses: [], subject: '' };
type Shown = Parameters<typeof recognizeSecrets>[0];

function recognize(change: Partial<Shown>, html: readonly string[] = []): readonly string[] {
  const shown: Shown = {
    ...{ head: none, blocks: [], textFrom: 'plain', formatted: null, attachments: [], furtherParts: 0 },
    ...{ calendars: [], protections: [], nested: [], notes: [] },
    ...change,
  };
  return recognizeSecrets(shown, [{ depth: 0, lines: html }]);
}

const say = (...lines: readonly string[]) => ({ blocks: [{ depth: 0, lines }] });

test("recognizes what the organization's detectors do, in four languages, and across lines", () => {
  expect(
    recognize(
      say('password: Quarry-Lamp-7e', 'Passwort = Tor4Licht', 'mot de passe : Quai-Bleu', 'contraseña: Puerto99'),
    ),
  ).toEqual(['Quarry-Lamp-7e', 'Tor4Licht', 'Quai-Bleu', 'Puerto99']);
  // Without a colon, and in the row below a heading: a matcher of lines sees neither.
  expect(recognize(say('The passphrase is correct-horse'))).toEqual(['correct-horse']);
  expect(recognize({}, ['User  Password', 'harbor-settle  Zeppelin#44'])).toEqual(['Zeppelin#44']);
});

test('leaves ordinary lines, weak findings and personal data in clear', () => {
  const lines = ['Your password expires soon.', 'the password is wrong.', 'use AKIAABCDEFGHIJKLMNOP today'];
  expect(recognize(say(...lines, 'IBAN: DE89 3704 0044 0532 0130 00'))).toEqual([]);
});

test('looks at subjects, attached messages and calendars too', () => {
  const calendar = { ...{ method: '', summary: '', start: '', end: '', place: '', organizer: '' }, attendees: 0 };
  expect(
    recognize({
      head: { ...none, subject: 'PIN: 4417' },
      calendars: [{ ...calendar, repeats: '', description: 'password: Harbor-Tour-3' }],
      nested: [{ depth: 1, head: none, ...say('password: Inner-Gate-9'), attachments: [] }],
    }),
  ).toEqual(['4417', 'Harbor-Tour-3', 'Inner-Gate-9']);
});

test('a value of several lines is no word that could be masked: the count would be one of lines', () => {
  const key = ['-----BEGIN PRIVATE KEY-----', 'MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8', '-----END PRIVATE KEY-----'];
  expect(recognize(say(...key, 'password: Quarry-Lamp-7e'))).toEqual(['Quarry-Lamp-7e']);
});
