import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { composeMail, type DkimKey } from '@candor/core/notice/message';
import { composeNotice, LANGUAGES } from '@candor/core/notice/text';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, test } from 'vitest';
import { toFacts } from '../../../core/test/notice/text/fictional-facts.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const DATE = 1_002_720_000;

interface SigningKey {
  readonly key: DkimKey;
  readonly record: string;
}

function toKey(algorithm: DkimKey['algorithm'], privateKey: KeyObject, publicKey: KeyObject): SigningKey {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const raw = algorithm === 'rsa-sha256' ? spki : spki.subarray(-32);
  const hash = algorithm === 'rsa-sha256' ? 'sha256' : null;
  return {
    key: { domain: 'harbor.example', selector: 'candor', algorithm, sign: (bytes) => sign(hash, bytes, privateKey) },
    record: `v=DKIM1; k=${algorithm === 'rsa-sha256' ? 'rsa' : 'ed25519'}; p=${raw.toString('base64')}`,
  };
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const keys: Readonly<Record<DkimKey['algorithm'], SigningKey>> = {
  'rsa-sha256': toKey('rsa-sha256', rsa.privateKey, rsa.publicKey),
  'ed25519-sha256': toKey('ed25519-sha256', ed25519.privateKey, ed25519.publicKey),
};

function compose(
  language: (typeof LANGUAGES)[number],
  key: DkimKey,
  replyTo: string | null = 'answers@harbor.example',
): Buffer {
  const content = {
    ...composeNotice(toFacts({ language })),
    language,
    from: { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' },
    replyTo,
    to: 'security@northwind.example',
    date: DATE,
    messageId: '<abcdefghijklmnopqrstuvwxyz@harbor.example>',
  };
  return Buffer.from(composeMail(content, key, runtime));
}

/** What mailauth makes of it; only our own record can be asked for. */
async function verify(mail: Buffer, record: string): Promise<string> {
  const asked: string[] = [];
  const resolver = async (name: string, type: string): Promise<string[][]> => {
    asked.push(`${type} ${name}`);
    return [[record]];
  };
  const { results } = await dkimVerify(mail, { resolver });
  // Where the body's digest differs it does not even ask.
  expect(asked.filter((question) => question !== 'TXT candor._domainkey.harbor.example')).toEqual([]);
  const [first] = results;
  expect(results).toHaveLength(1);
  expect(first?.signingDomain).toBe('harbor.example');
  return first?.status.result ?? 'none';
}

describe.each(['rsa-sha256', 'ed25519-sha256'] as const)('a mail signed with %s', (algorithm) => {
  const { key, record } = keys[algorithm];

  test('passes an independent verifier in every language, with and without a reply address', async () => {
    for (const language of LANGUAGES) {
      expect(await verify(compose(language, key), record)).toBe('pass');
      expect(await verify(compose(language, key, null), record)).toBe('pass');
    }
  });

  test('has the same bytes each time', () => {
    expect(compose('de', key).equals(compose('de', key))).toBe(true);
  });

  test('fails when a figure, a header field or the HTML part differs', async () => {
    const mail = compose('en', key).toString('latin1');
    const changes: readonly (readonly [string, string])[] = [
      ['- 312 opened', '- 313 opened'],
      ['16px">- 312 opened', '16px">- 313 opened'],
      ['To: security@', 'To: other@'],
      ['Auto-Submitted: auto-generated', 'Auto-Submitted: no'],
      ['\r\nDate: ', '\r\nFrom: x@evil.example\r\nDate: '],
      ['\r\nDate: ', '\r\nSubject: other\r\nDate: '],
    ];
    for (const [from, to] of changes) {
      expect(mail).toContain(from);
      expect(await verify(Buffer.from(mail.replace(from, to), 'latin1'), record), to).not.toBe('pass');
    }
  });

  test('without a reply address fails when one is added', async () => {
    const mail = compose('en', key, null).toString('latin1');
    const changed = mail.replace('\r\nDate: ', '\r\nReply-To: x@evil.example\r\nDate: ');
    expect(await verify(Buffer.from(mail, 'latin1'), record)).toBe('pass');
    expect(await verify(Buffer.from(changed, 'latin1'), record)).not.toBe('pass');
  });

  test('still passes after a relay refolds fields and spaces and adds its own', async () => {
    const mail = compose('es', key).toString('latin1');
    const relayed = `Received: from a by b;\r\n Wed, 10 Oct 2001 13:20:01 +0000\r\n${mail.replace('\r\nDate: ', '\r\nDATE:   ').replace(/\r\n boundary/, '\r\n\t boundary')}\r\n\r\n`;
    expect(await verify(Buffer.from(relayed, 'latin1'), record)).toBe('pass');
  });

  test('fails with another key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(await verify(compose('en', key), toKey('rsa-sha256', other.privateKey, other.publicKey).record)).not.toBe(
      'pass',
    );
  });
});
