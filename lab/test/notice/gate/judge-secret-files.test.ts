import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Disclosure } from '../../../src/notice/disclosure.ts';
import { judgeSecretFiles } from '../../../src/notice/gate/run-gate.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const folder = makeTemporaryFolder();
const names = ['dkim.pem', 'relay', 'imap', 'check'] as const;
for (const name of names) writeFileSync(join(folder, name), 'x', { mode: 0o600 });

const imap = (passwordFile: string) => ({ imap: { passwordFile }, maildir: null });
const look = () =>
  judgeSecretFiles({
    folder,
    notice: {
      dkim: { key: 'dkim.pem' },
      relay: { passwordFile: 'relay' },
      inbox: imap('imap'),
      check: { inbox: imap('check') },
    },
  } as unknown as Disclosure).map(({ code, weight, text }) => `${code} ${weight} ${text}`);

test('owner-only secrets give no finding', () => {
  expect(look()).toEqual([]);
});

test.each([
  ['dkim.pem', 0o640, 'key'],
  ['relay', 0o644, 'password'],
  ['imap', 0o604, 'password'],
  ['check', 0o660, 'password'],
])('warns about %s with the mode %i by path', (name, mode, what) => {
  chmodSync(join(folder, name), mode);
  expect(look()).toEqual([
    `gate-open-file warns ${join(folder, name)}: accounts other than its owner may read this ${what}; \`chmod 600\` it, and use another one if anybody did`,
  ]);
  chmodSync(join(folder, name), 0o600);
});

test('unnamed and missing files give no finding', () => {
  const notice = { dkim: { key: 'gone' }, relay: { passwordFile: null }, inbox: null, check: null };
  expect(judgeSecretFiles({ folder, notice } as unknown as Disclosure)).toEqual([]);
});
