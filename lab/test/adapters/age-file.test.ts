import { makeSealingKey, openContent, openWith, sealContent, sealTo } from '@candor/core/review/seal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAgeRecipient } from '../../src/adapters/keys/age-file.ts';

const key = await makeSealingKey();
const own = openAgeRecipient(key.recipient);

describe("content sealed with the system's cryptography", () => {
  test('is opened by the published library, whatever it is', async () => {
    expect(own).not.toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (content) => {
        const sealed = await sealContent(key.recipient, content, () => own);
        expect(Buffer.from((await openContent(key.identity, sealed)) ?? [])).toEqual(Buffer.from(content));
      }),
      { numRuns: 25 },
    );
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 131_073])(
    'of %d bytes, at chunk boundaries, opens completely',
    async (length) => {
      const content = new Uint8Array(length).fill(7);
      const sealed = own?.(content) ?? new Uint8Array();
      expect(sealed.length).toBe((await sealTo(key.recipient, content)).length);
      expect((await openWith(key.identity, sealed))?.length).toBe(length);
    },
  );

  test("looks like the library's: one stanza of the same name and length, one recipient", async () => {
    const head = (sealed: Uint8Array) => Buffer.from(sealed).toString('latin1').split('\n---')[0]?.split('\n') ?? [];
    const ours = head(await sealTo(key.recipient, new Uint8Array(), () => own));
    const theirs = head(await sealTo(key.recipient, new Uint8Array()));
    expect(ours.map((line) => line.length)).toEqual(theirs.map((line) => line.length));
    expect(ours[1]?.split(' ')[1]).toBe('mlkem768x25519');
    expect(ours.filter((line) => line.startsWith('->')).length).toBe(1);
  });

  test('opens with no other key and never repeats', async () => {
    const other = await makeSealingKey();
    const first = await sealTo(key.recipient, new Uint8Array(10), () => own);
    expect(await openWith(other.identity, first)).toBeNull();
    const second = await sealTo(key.recipient, new Uint8Array(10), () => own);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(false);
  });
});

test('is refused for a text that is not a post-quantum recipient', () => {
  const last = key.recipient.at(-1) === 'q' ? 'p' : 'q';
  for (const text of [
    '',
    'age1pq1',
    'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
    `${key.recipient.slice(0, -1)}${last}`,
    key.recipient.slice(0, -10),
  ])
    expect(() => openAgeRecipient(text)).toThrow();
});
