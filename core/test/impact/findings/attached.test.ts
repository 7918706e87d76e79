import { type AttachedMessage, isInAttached, selectAttached, toOwnPart } from '@candor/core/impact/findings';
import { expect, test } from 'vitest';

const attached = (part: string, ...addresses: readonly string[]): AttachedMessage => ({ part, addresses, unread: [] });
const parts = (all: readonly AttachedMessage[], address: string) =>
  selectAttached(all, (one) => one === address).map(({ part }) => part);

test('a party gets the outermost attached messages that it sent or was sent, and nothing beside them', () => {
  const all = [
    attached('2', 'jo@acme.test'),
    attached('2.3', 'jo@acme.test', 'al@bay.test'),
    attached('3', 'cy@cove.test'),
    attached('22', 'jo@acme.test'),
  ];
  expect(parts(all, 'jo@acme.test')).toEqual(['2', '22']);
  expect(parts(all, 'al@bay.test')).toEqual(['2.3']);
  expect(parts(all, 'di@dune.test')).toEqual([]);
});

test('a part belongs to the message that it is attached with, and not to one whose number begins alike', () => {
  expect(isInAttached('2.1', '2')).toBe(true);
  expect(isInAttached('2.3.1/text', '2')).toBe(true);
  expect(isInAttached('2.subject', '2')).toBe(true);
  expect(isInAttached('22.1', '2')).toBe(false);
  expect(isInAttached('2/text', '2')).toBe(false);
  expect(isInAttached('2', '2')).toBe(false);
  expect(toOwnPart('2.3.1/text', '2.3')).toBe('1/text');
});
