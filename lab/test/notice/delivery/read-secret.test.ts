import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNamedText, readSecret } from '../../../src/notice/delivery/smtp-relay.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

test('a secret that other accounts may read is refused; a certificate is not', () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'password'), 'sesame\n', { mode: 0o600 });
  expect(readSecret(folder, 'password')).toBe('sesame');
  chmodSync(join(folder, 'password'), 0o644);
  expect(() => readSecret(folder, 'password')).toThrow(expect.objectContaining({ code: 'open-secret' }));
  expect(readNamedText(folder, 'password')).toBe('sesame');
  expect(readSecret(folder, null)).toBe('');
});
