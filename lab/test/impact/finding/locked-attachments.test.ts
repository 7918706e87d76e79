import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openAttachment } from '../../../src/impact/finding/attachment-text.ts';
import { MAX_KEY_ROUNDS, MAX_TRIED_PASSWORDS, Passwords } from '../../../src/impact/finding/locked/passwords.ts';
import { findSaidPasswords } from '../../../src/impact/finding/locked/said-passwords.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { readAttachment } from './read-attachment.ts';

/**
 * Made by zip -P, 7-Zip (AES-256), msoffcrypto-tool (agile), officecrypto-tool (standard) and qpdf. All open with the
 * same password, and say another one.
 */
const FILES = ['zipcrypto.zip', 'aes256.zip', 'agile.docx', 'standard.docx', 'aes256.pdf', 'aes128.pdf', 'rc4.pdf'];
const KEY = 'Kestrel-4161';
const SECRET = 'The portal password is Harrier#5521';
const load = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'locked', name));
const read = (bytes: Buffer, passwords: readonly string[], name = 'a.bin') =>
  readAttachment(bytes, name, { passwords });

describe.each(FILES)('%s', (name) => {
  const file = load(name);

  test('opens with its password among others, and is read as any other attachment', async () => {
    const { text, unread } = await read(file, ['wrong', 'Kestrel-416', KEY, '']);
    expect([text.includes(SECRET), unread]).toEqual([true, []]);
  });

  test('stays encrypted without a password, and with wrong ones', async () => {
    for (const passwords of [[], ['kestrel-4161', `${KEY} `]]) {
      const { text, unread } = await read(file, passwords);
      expect(text).toBe('');
      expect(new Set(unread)).toEqual(new Set(['encrypted']));
    }
  });

  test('is read or counted wherever it is cut', async () => {
    for (let share = 1; share < 12; share += 1) {
      const { text, unread } = await read(file.subarray(0, Math.floor((file.length * share) / 12)), [KEY]);
      expect(text.includes(SECRET) || unread.length > 0).toBe(true);
    }
  });
});

test.each(['aes256.zip', 'aes256.pdf'])('the 21st password is not tried: %s', async (name) => {
  expect((await read(load(name), [...toMany().slice(1), KEY])).text).toContain(SECRET);
  expect((await read(load(name), [...toMany(), KEY])).text).toBe('');
});

const toMany = (): string[] => Array.from({ length: MAX_TRIED_PASSWORDS }, (_, at) => `wrong-${at}`);

test('a locked file in an archive, and an archive in a message, open too', async () => {
  const outer = makeZip([{ name: 'inner.docx', content: load('agile.docx'), stored: true }]);
  expect((await read(outer, [KEY])).text).toContain(SECRET);
});

test('members that a password does not open cost none of the others', async () => {
  const mixed = load('aes256.zip');
  // The second member's authentication code: it is damaged, and the first one is not.
  mixed[mixed.indexOf('PK\u0001\u0002', 0, 'latin1') - 3]! ^= 1;
  const { text, unread } = await read(mixed, [KEY]);
  expect([text, unread]).toEqual(['Alarm code: 8841\n', ['encrypted']]);
});

test('a description that is written another way opens', async () => {
  expect((await read(withSpins('100000'), [KEY])).text).toContain(SECRET);
});

/** The spin count is the sender's; white space behind it makes room for a longer one. */
function withSpins(spins: string): Buffer {
  const file = load('agile.docx');
  const found = /spinCount="100000" (saltSize="16" blockSize="16" keyBits="256")\s+/.exec(file.toString('latin1'));
  const changed = `spinCount="${spins}" ${found?.[1] ?? ''}`.padEnd(found?.[0].length ?? 0);
  file.write(changed, found?.index ?? 0, 'latin1');
  return file;
}

test.each(['10000000', '4294967295', '99999999999999', '-1', '1e9', 'x', ''])(
  'a key of %j rounds is not tried, and takes no other file the tries',
  async (spins) => {
    const settings = { ocr: false, passwords: new Passwords(() => [KEY]) };
    const open = (bytes: Buffer) => openAttachment(createNodeRuntime(), bytes, { name: 'a', type: '' }, settings);
    const file = withSpins(spins);
    for (let time = 0; time < 50; time += 1)
      expect((await open(file)).unread).toEqual([{ reason: 'encrypted', parts: 1, bytes: file.length }]);
    expect((await open(load('zipcrypto.zip'))).text).toContain(SECRET);
  },
);

test('the tries of one message share their rounds', async () => {
  const passwords = new Passwords(toMany);
  const count = async (rounds: number): Promise<number> => {
    let tries = 0;
    await passwords.open(rounds, () => {
      tries += 1;
      return null;
    });
    return tries;
  };
  const most = MAX_KEY_ROUNDS / 32;
  expect([await count(most), await count(most), await count(most), await count(1)]).toEqual([20, 12, 0, 0]);
  expect(await new Passwords(toMany).open(MAX_KEY_ROUNDS + 1, () => 'opened')).toBeNull();
});

test('what opened one file is tried first on the next', async () => {
  const passwords = new Passwords(() => ['a', 'b', 'c', 'b']);
  const tried: string[] = [];
  const open = () =>
    passwords.open(1, (password) => {
      tried.push(password);
      return password === 'c' ? password : null;
    });
  expect([await open(), await open(), tried]).toEqual(['c', 'c', ['a', 'b', 'c', 'c']]);
});

test('passwords and codes of texts, the likeliest first, then without the mark at their end', () => {
  const said = findSaidPasswords([
    { text: 'Kestrel-4161', subject: 'Password for the file' },
    { text: 'The password is Copper-Weir-5! Thanks', subject: '' },
    { text: 'IBAN: GB82 WEST 1234 5698 7654 32', subject: '' },
    { text: 'access code: 4471', subject: '' },
  ]);
  expect(said).toEqual(expect.arrayContaining([KEY, 'Copper-Weir-5!', '4471']));
  expect(said.at(-1)).toBe('Copper-Weir-5');
  expect(said.join()).not.toContain('WEST');
});

const deps = { settings: { sensitive: false, ocr: false }, valueKey: new Uint8Array(32) };
const toPart = (name: string): string =>
  `Content-Type: application/octet-stream; name=${name}\nContent-Transfer-Encoding: base64\n\n${load(name).toString('base64')}`;
const toMessage = (subject: string, parts: readonly string[]): Buffer =>
  Buffer.from(
    `From: a@harbor.test\nSubject: ${subject}\nContent-Type: multipart/mixed; boundary=x\n\n${parts.map((part) => `--x\n${part}\n`).join('')}--x--\n`,
  );

describe('in a message', () => {
  test.each([
    ['the body', 'Quarterly figures', `Attached as promised. The password is ${KEY}\n\nJo`],
    ['an HTML body', 'Quarterly figures', null],
    ['the subject', `The password is ${KEY}`, 'See attached.'],
    ['a quoted mail', 'Re: figures', `Here it is.\n\n> Can you send it with the password ${KEY} please?`],
  ])('a password said in %s opens what is attached', async (_, subject, body) => {
    const text = body === null ? `Content-Type: text/html\n\n<p>Pass<b>word</b>: <i>Kestrel</i>-4161</p>` : `\n${body}`;
    const { findings, unread } = await searchMessage(
      createNodeRuntime(),
      toMessage(subject, [text, ...FILES.map(toPart)]),
      deps,
    );
    expect(unread).toEqual([]);
    const found = new Set(findings.filter(({ length }) => length === 'Harrier#5521'.length).map(({ part }) => part));
    expect(FILES.filter((__, at) => !found.has(`${at + 2}/text`))).toEqual([]);
  });

  test('without one it counts as a message with attachments that were not read, with their bytes', async () => {
    const { findings, unread } = await searchMessage(
      createNodeRuntime(),
      toMessage('Figures', ['\nThe password follows by telephone.', toPart('agile.docx'), toPart('aes256.pdf')]),
      deps,
    );
    expect(findings).toEqual([]);
    const bytes = load('agile.docx').length + load('aes256.pdf').length;
    expect(unread).toEqual([{ reason: 'encrypted', parts: 2, bytes }]);
  });
});
