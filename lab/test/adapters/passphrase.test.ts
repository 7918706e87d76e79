import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPassphraseFile } from '../../src/adapters/keys/passphrase.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('reads a passphrase from an owner-only file', () => {
  const path = join(makeTemporaryFolder(), 'passphrase');
  writeFileSync(path, 'four words are enough\nnot this\n', { mode: 0o600 });
  expect(readPassphraseFile(path)).toBe('four words are enough');
  for (const mode of [0o640, 0o604, 0o622]) {
    chmodSync(path, mode);
    expect(() => readPassphraseFile(path)).toThrow(
      expect.objectContaining({
        code: 'open-passphrase',
        reasons: [
          expect.stringContaining(`${path}: accounts other than its owner may read this passphrase; \`chmod 600\` it`),
        ],
      }),
    );
  }
});

test('reads what the shell or the system provides in place of a file', () => {
  expect(readPassphraseFile('/dev/null')).toBe('');
});

test('refuses a missing file by name', () => {
  expect(() => readPassphraseFile('/nowhere/passphrase')).toThrow(
    expect.objectContaining({ code: 'no-passphrase', reasons: [expect.stringContaining('/nowhere/passphrase')] }),
  );
});
