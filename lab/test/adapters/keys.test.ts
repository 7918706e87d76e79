import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { makeOperatorKey, openLogKey, openOperatorKey } from '../../src/adapters/keys/keys.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const passphrase = 'correct horse battery staple';
const cheap = { scryptWorkFactor: 6 };
const message = new TextEncoder().encode('what is approved');

test('an operator signs with a key that only the passphrase opens', async () => {
  const path = join(makeTemporaryFolder(), 'keys', 'ines.key');
  const publicKey = await makeOperatorKey(path, passphrase, cheap);
  expect(publicKey.length).toBe(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  const signer = await openOperatorKey(path, 'Ines Adler', passphrase);
  expect(signer.name).toBe('Ines Adler');
  expect(signer.publicKey).toEqual(publicKey);
  const signature = await signer.sign(message);
  expect(await nodeCryptography.verifyEd25519(publicKey, signature, message)).toBe(true);
  expect(await nodeCryptography.verifyEd25519(publicKey, signature, new Uint8Array(3))).toBe(false);
});

test('refuses another passphrase, a missing file and an existing file', async () => {
  const path = join(makeTemporaryFolder(), 'ines.key');
  await expect(openOperatorKey(path, 'Ines', passphrase)).rejects.toMatchObject({ code: 'no-key' });
  await makeOperatorKey(path, passphrase, cheap);
  const before = readFileSync(path);
  await expect(openOperatorKey(path, 'Ines', `${passphrase}!`)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await expect(makeOperatorKey(path, passphrase, cheap)).rejects.toMatchObject({ code: 'key-exists' });
  expect(readFileSync(path)).toEqual(before);
});

test('refuses a short passphrase, counted in characters', async () => {
  const path = join(makeTemporaryFolder(), 'ines.key');
  await expect(makeOperatorKey(path, '123456789', cheap)).rejects.toMatchObject({ code: 'short-passphrase' });
  await expect(makeOperatorKey(path, '🔑'.repeat(9), cheap)).rejects.toMatchObject({ code: 'short-passphrase' });
});

test.each([
  ['empty', ''],
  ['no armor', 'ssh-ed25519 AAAA'],
  ['armor with rubbish', '-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n'],
  ['too long', 'x'.repeat(20_000)],
])('refuses a file that is not a key: %s', async (_, text) => {
  const path = join(makeTemporaryFolder(), 'ines.key');
  writeFileSync(path, text, { mode: 0o600 });
  await expect(openOperatorKey(path, 'Ines', passphrase)).rejects.toMatchObject({
    code: expect.stringMatching(/^(no-key|wrong-passphrase)$/),
  });
});

test('refuses a key file without an Ed25519 key', async () => {
  const path = join(makeTemporaryFolder(), 'ines.key');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(6);
  writeFileSync(path, armor.encode(await encrypter.encrypt('nothing')), { mode: 0o600 });
  await expect(openOperatorKey(path, 'Ines', passphrase)).rejects.toMatchObject({ code: 'no-key' });
});

test('the log key is made once, for its owner only, and refused when others may read it', async () => {
  const path = join(makeTemporaryFolder(), 'keys', 'log.key');
  const first = openLogKey(path, 'harbor.example/log');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const again = openLogKey(path, 'harbor.example/log');
  expect(again.publicKey).toEqual(first.publicKey);
  const signature = await first.sign(message);
  expect(await nodeCryptography.verifyEd25519(again.publicKey, signature, message)).toBe(true);
  chmodSync(path, 0o640);
  expect(() => openLogKey(path, 'harbor.example/log')).toThrow(expect.objectContaining({ code: 'open-key' }));
  chmodSync(path, 0o600);
  writeFileSync(path, 'rubbish');
  expect(() => openLogKey(path, 'harbor.example/log')).toThrow(expect.objectContaining({ code: 'no-key' }));
});

test('a key that others may read is refused despite its passphrase', async () => {
  const path = join(makeTemporaryFolder(), 'ines.key');
  await makeOperatorKey(path, passphrase, { scryptWorkFactor: 10 });
  await openOperatorKey(path, 'Ines', passphrase);
  for (const mode of [0o640, 0o604, 0o620]) {
    chmodSync(path, mode);
    await expect(openOperatorKey(path, 'Ines', passphrase)).rejects.toMatchObject({
      code: 'open-key',
      reasons: [expect.stringContaining(`${path}: accounts other than its owner may read this key; \`chmod 600\` it`)],
    });
  }
});
