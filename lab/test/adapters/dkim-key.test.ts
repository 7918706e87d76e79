import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { describe, expect, it } from 'vitest';
import { openDkimKey } from '../../src/adapters/keys/dkim-key.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const toPem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string =>
  (key as unknown as { export(options: object): string }).export({ type: 'pkcs8', format: 'pem' });
const codeOf = (path: string): string => {
  try {
    openDkimKey(path, 'harbor.example', 'candor');
    return 'opened';
  } catch (cause) {
    return cause instanceof Refusal ? cause.code : 'fault';
  }
};
const message = Buffer.from('signed');

describe('the mail signing key', () => {
  it('is RSA, and its record has the public half', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = openDkimKey(write('rsa.pem', toPem(privateKey)), 'harbor.example', 'candor');
    const published = Buffer.from(/^v=DKIM1; k=rsa; p=(\S+)$/.exec(key.record)?.[1] ?? '', 'base64');
    const publicKey = createPublicKey({ key: published, format: 'der', type: 'spki' });
    expect(key.algorithm).toBe('rsa-sha256');
    expect(verify('sha256', message, publicKey, key.sign(message))).toBe(true);
  });

  it('is Ed25519, published as the raw key (RFC 8463)', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = openDkimKey(write('ed.pem', toPem(privateKey)), 'harbor.example', 'candor');
    const raw = Buffer.from(/^v=DKIM1; k=ed25519; p=(\S+)$/.exec(key.record)?.[1] ?? '', 'base64');
    expect(raw).toHaveLength(32);
    expect(verify(null, message, createPublicKey(privateKey), key.sign(message))).toBe(true);
  });

  it.each([
    ['is not there', () => join(folder, 'none.pem')],
    ['is no key', () => write('text.pem', 'no key')],
    ['is too short', () => write('short.pem', toPem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey))],
    [
      'is of a kind that DKIM does not know',
      () => write('ec.pem', toPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)),
    ],
  ])('is refused when it %s', (_, make) => expect(codeOf(make())).toBe('no-dkim-key'));
});
