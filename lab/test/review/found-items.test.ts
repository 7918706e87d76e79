import { expect, test } from 'vitest';
import type { FoundMessage, StoredFinding } from '../../src/impact/store/found-messages.ts';
import type { ChosenAs, ChosenMessage } from '../../src/review/chosen-message.ts';
import type { MessageOutcome } from '../../src/review/fill-vaults.ts';
import { createItemMaker, listPieces } from '../../src/review/found-items.ts';

const choose = (message: string, as: ChosenAs = 'told') => ({ message, as }) as ChosenMessage;
const finding = (part: string, valueHash: string, changes: Partial<StoredFinding> = {}): StoredFinding => ({
  ...{ id: 1, kind: 'credential', detector: 'd', confidence: 'likely', state: 'counted', value: 1, mask: '…' },
  ...{ offset: 3, length: 9, part, valueHash },
  ...changes,
});
const find = (fingerprint: string, ...findings: readonly StoredFinding[]): [string, FoundMessage] => [
  fingerprint,
  { fingerprint, sender: '', location: '', unread: [], attached: [], findings },
];
const found = new Map([
  find(
    'a',
    finding('1', 'around'),
    finding('2.1', 'inside'),
    finding('2.3.1/text', 'deeper', { kind: 'bank-account' }),
    finding('3.1', 'beside'),
    finding('22.1', 'far'),
  ),
  find('b', finding('1', 'inside', { confidence: 'certain' })),
  find('c', finding('1', 'twice', { confidence: 'certain' }), finding('2.1', 'twice')),
]);
const sealed = (...parts: readonly string[]): MessageOutcome => ({
  is: 'sealed',
  attached: parts.length > 0,
  messages: parts.length > 0 ? parts : ['whole'],
  ...(parts.length > 0 ? { parts } : {}),
});
const make = (messages: readonly ChosenMessage[], outcomes: readonly MessageOutcome[]) => {
  const pieces = listPieces(messages, outcomes);
  const toFindings = createItemMaker({ found, secret: 'ab'.repeat(32) }, { incident: 'i', party: 'p' }, pieces);
  return pieces.map((piece) => toFindings(piece));
};
const places = (given: ReturnType<typeof make>[number] | undefined) => given?.findings.map(({ part }) => part);

test('a party gets the items of what is attached for it, in the numbers of that message, and no others', () => {
  const [given] = make([choose('a')], [sealed('2')]);
  expect(places(given)).toEqual(['1', '3.1/text']);
  expect(given).toMatchObject({ hasSecret: true, hasPersonal: true });
  const [deeper] = make([choose('a')], [sealed('2.3')]);
  expect(places(deeper)).toEqual(['1/text']);
  expect(deeper).toMatchObject({ hasSecret: false, hasPersonal: true });
  const [whole] = make([choose('a')], [sealed()]);
  expect(places(whole)).toEqual(['1', '2.1', '2.3.1/text', '3.1', '22.1']);
});

test('of several attached messages each has its own items', () => {
  expect(make([choose('a')], [sealed('2', '3', '4')]).map(places)).toEqual([['1', '3.1/text'], ['1'], []]);
});

test('a quotation has none, and what is held or withheld is no piece', () => {
  expect(make([choose('a', 'block')], [sealed()]).map(places)).toEqual([[]]);
  expect(listPieces([choose('a')], [{ is: 'held', because: 'privilege' }])).toEqual([]);
});

test('a value has the strongest confidence of the places that the party gets', () => {
  const confidence = (given: ReturnType<typeof make>) => given[0]?.findings[0]?.confidence;
  expect(confidence(make([choose('a'), choose('b')], [sealed('2'), sealed()]))).toBe('certain');
  // One beside it in the same message tells the party nothing.
  expect(confidence(make([choose('c')], [sealed('2')]))).toBe('likely');
  const held: MessageOutcome = { is: 'held', because: 'privilege' };
  expect(confidence(make([choose('a'), choose('b')], [sealed('2'), held]))).toBe('likely');
});

test('without the key nothing can be named', () => {
  const pieces = listPieces([choose('a')], [sealed()]);
  const toFindings = createItemMaker({ found, secret: null }, { incident: 'i', party: 'p' }, pieces);
  expect(pieces.map((piece) => toFindings(piece).findings)).toEqual([[]]);
});
