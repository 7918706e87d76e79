import {
  followReceipts,
  hashReceipt,
  NO_PREVIOUS_RECEIPT,
  readReceipt,
  toReceiptText,
  type ViewReceipt,
} from '@candor/core/review/access';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const start = { number: 0, hash: NO_PREVIOUS_RECEIPT };

function makeChain(length: number): readonly ViewReceipt[] {
  const chain: ViewReceipt[] = [];
  for (let number = 1; number <= length; number += 1) {
    const before = chain.at(-1);
    chain.push({
      v: 1,
      party: 'northwind.example',
      number,
      previous: before === undefined ? NO_PREVIOUS_RECEIPT : hashReceipt(runtime, before),
      at: '2001-10-05T08:00:00Z',
      reviewer: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
      act: 'object',
      release: 'a'.repeat(64),
      object: 'b'.repeat(64),
    });
  }
  return chain;
}

test('a complete chain verifies at once and in parts', () => {
  const chain = makeChain(5);
  const whole = followReceipts(runtime, 'northwind.example', start, chain);
  const half = followReceipts(runtime, 'northwind.example', start, chain.slice(0, 2));
  expect(whole?.number).toBe(5);
  expect(half === null ? null : followReceipts(runtime, 'northwind.example', half, chain.slice(2))).toEqual(whole);
});

test('a missing, repeated, moved, altered or foreign record is detected', () => {
  const [a, b, c] = makeChain(3) as [ViewReceipt, ViewReceipt, ViewReceipt];
  const follow = (...records: ViewReceipt[]) => followReceipts(runtime, 'northwind.example', start, records);
  expect(follow(a, c)).toBeNull();
  expect(follow(a, a)).toBeNull();
  expect(follow(b, a)).toBeNull();
  expect(follow({ ...a, act: 'index' }, b)).toBeNull();
  expect(follow({ ...a, party: 'contoso.example' })).toBeNull();
  expect(follow(a, b, c)).not.toBeNull();
});

test('a record has one canonical form', () => {
  const [record] = makeChain(1) as [ViewReceipt];
  const text = toReceiptText(record);
  expect(readReceipt(text)).toEqual(record);
  for (const wrong of ['', '{}', 'null', `${text} `, text.replace('"v":1', '"v":2'), text.replace('{', '{"x":1,')])
    expect(readReceipt(wrong)).toBeNull();
  const named = (length: number): string => toReceiptText({ ...record, party: 'a'.repeat(length) });
  expect(readReceipt(named(1000))).not.toBeNull();
  expect(readReceipt(named(4096))).toBeNull();
});
