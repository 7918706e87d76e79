import { createPrivateKey, createPublicKey } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../lab/src/adapters/process/runtime.ts';
import { browserCryptography } from '../src/platform/browser-cryptography.ts';
import { browserInflate } from '../src/platform/browser-inflate.ts';
import { browserRuntime } from '../src/platform/browser-runtime.ts';
import { openSigner } from '../src/platform/browser-signer.ts';

const node = createNodeRuntime();
const bytes = fc.uint8Array({ maxLength: 300 });

test("the browser runtime gives the same as the lab's", () => {
  fc.assert(
    fc.property(bytes, bytes, fc.string({ unit: 'binary' }), fc.nat(40), (content, other, text, from) => {
      expect(browserRuntime.sha256Hex(content)).toBe(node.sha256Hex(content));
      const scalar = text.toWellFormed();
      expect(browserRuntime.sha256Hex(scalar)).toBe(node.sha256Hex(scalar));
      const [one, two] = [browserRuntime.createSha256(), node.createSha256()];
      for (const hash of [one, two]) hash.update(content);
      expect(Buffer.from(one.copy().digest())).toEqual(Buffer.from(two.copy().digest()));
      for (const hash of [one, two]) hash.update(other);
      expect(Buffer.from(one.digest())).toEqual(Buffer.from(two.digest()));
      expect(browserRuntime.isAscii(content)).toBe(node.isAscii(content));
      expect(browserRuntime.isUtf8(content)).toBe(node.isUtf8(content));
      expect(browserRuntime.utf8(content, 0, content.length)).toBe(node.utf8(content, 0, content.length));
      expect(browserRuntime.latin1(content, 0, content.length)).toBe(node.latin1(content, 0, content.length));
      const needle = content.slice(from, from + 2);
      if (needle.length > 0) expect(browserRuntime.indexOf(content, needle, 0)).toBe(node.indexOf(content, needle, 0));
    }),
  );
});

test('decodes base64 with line endings and a remainder alike', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ABCxyz019+/\r\n .'), maxLength: 120 });
  fc.assert(
    fc.property(letters, (text) => {
      const encoded = Buffer.from(text, 'latin1');
      expect(Buffer.from(browserRuntime.decodeBase64(encoded))).toEqual(Buffer.from(node.decodeBase64(encoded)));
    }),
  );
});

test('keys, seals and signatures of a browser match those of the lab', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (secret, content) => {
      const [key, same] = await Promise.all(
        [browserCryptography, nodeCryptography].map((each) => each.hkdfSha256(secret, 'candor notice v1 key', 32)),
      );
      expect(Buffer.from(key ?? '')).toEqual(Buffer.from(same ?? ''));
      const nonce = new Uint8Array(12).fill(3);
      const sealed = await nodeCryptography.sealAes256Gcm(same ?? content, nonce, content);
      const opened = await browserCryptography.openAes256Gcm(key ?? content, nonce, sealed);
      expect(Buffer.from(opened ?? '')).toEqual(Buffer.from(content));
      sealed[0] = (sealed[0] ?? 0) ^ 1;
      expect(await browserCryptography.openAes256Gcm(key ?? content, nonce, sealed)).toBeNull();
    }),
    { numRuns: 30 },
  );
  const wrong = new Uint8Array(64);
  for (const each of [browserCryptography, nodeCryptography]) {
    expect(await each.verifyEd25519(new Uint8Array(32).fill(1), wrong, wrong)).toBe(false);
    expect(await each.verifyEd25519(new Uint8Array(31), wrong, wrong)).toBe(false);
    expect(await each.verifyEd25519(new Uint8Array(32).fill(1), wrong.subarray(1), wrong)).toBe(false);
  }
});

test('a signer has the public half computed from its seed, and it verifies what was signed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), bytes, async (seed, message) => {
      const { publicKey, sign } = openSigner(seed);
      const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
      const theirs = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
      expect(Buffer.from(publicKey).toString('base64url')).toBe(theirs.export({ format: 'jwk' }).x);
      expect(await nodeCryptography.verifyEd25519(publicKey, await sign(message), message)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('unpacks data up to the limit; invalid data gives null', async () => {
  const packed = deflateRawSync(Buffer.alloc(10_000, 'a'));
  expect((await browserInflate(packed, 10_000))?.length).toBe(10_000);
  expect(await browserInflate(packed, 9_999)).toBeNull();
  expect(await browserInflate(Buffer.from('no deflate at all'), 10_000)).toBeNull();
  expect(await browserInflate(packed.subarray(0, packed.length - 4), 10_000)).toBeNull();
});
