import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/runtime.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';

const deps = { settings: { sensitive: false, ocr: false }, valueKey: new Uint8Array(32) };
const search = (body: string) =>
  searchMessage(createNodeRuntime(), Buffer.from(`From: a@harbor.test\nSubject: x\n\n${body}\n`), deps);

test('a privilege mark has its place, and equal passages have equal hashes', async () => {
  const [first, second, other] = await Promise.all([
    search('Hello\n\nThis mail is privileged and confidential.'),
    search('Bye\n>> This mail is PRIVILEGED and confidential!'),
    search('The memo is privileged and confidential.'),
  ]);
  expect(first?.privilege).toEqual([
    { part: '1', offset: 20, length: 27, mark: 'privileged', passageHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(second?.privilege[0]?.passageHash).toBe(first?.privilege[0]?.passageHash);
  expect(other?.privilege[0]?.passageHash).not.toBe(first?.privilege[0]?.passageHash);
});
