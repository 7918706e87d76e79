import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe("Node's primitives", () => {
  test('a copied running hash continues without changing the first', () => {
    const first = runtime.createSha256();
    first.update(Buffer.from('a'));
    const second = first.copy();
    second.update(Buffer.from('b'));
    expect(toHex(first.digest())).toBe(runtime.sha256Hex('a'));
    expect(toHex(second.digest())).toBe(runtime.sha256Hex('ab'));
  });

  test('the one-shot digest is equal for short, long and non-ASCII content', () => {
    for (const text of ['', 'é', 'x'.repeat(3_000_000)]) {
      expect(runtime.sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      expect(runtime.sha256Hex(Buffer.from(text))).toBe(runtime.sha256Hex(text));
    }
  });

  test('decodes long base64 with lines of any length, junk between them and a remainder', () => {
    const body = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 37) % 256));
    const text = body.toString('base64').replace(/=+$/, '');
    for (const width of [64, 76, 75, 1_000_000]) {
      const lines = text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\r\n');
      expect(Buffer.from(runtime.decodeBase64(Buffer.from(lines))).equals(body)).toBe(true);
      expect(Buffer.from(runtime.decodeBase64(Buffer.from(`!\0${lines}A`))).equals(body)).toBe(false);
      expect(Buffer.from(runtime.decodeBase64(Buffer.from(`!\0${lines}\xff`, 'latin1'))).equals(body)).toBe(true);
    }
  });

  test('a search starts at the given offset and works on any Uint8Array', () => {
    const bytes = new Uint8Array([1, 2, 3, 1, 2]);
    const needle = new Uint8Array([1, 2]);
    expect([0, 1, 4].map((from) => runtime.indexOf(bytes, needle, from))).toEqual([0, 3, -1]);
    expect(runtime.latin1(new Uint8Array([0x80, 0x41]), 0, 1)).toBe('\x80');
    expect(runtime.utf8(new Uint8Array([0xef, 0xbb, 0xbf, 0xff]), 0, 4)).toBe('\ufeff\ufffd');
  });
});
