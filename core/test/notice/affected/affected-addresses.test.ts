import {
  type AddressVisibility,
  AffectedAddressTally,
  type AffectedMessage,
  isQuietMessage,
  selectShownAddresses,
} from '@candor/core/notice/affected';
import { expect, test } from 'vitest';

function toMessage(own: Record<string, AddressVisibility>, more: Partial<AffectedMessage> = {}): AffectedMessage {
  return { own: new Map(Object.entries(own)), isWithheld: false, isQuiet: false, ...more };
}

function count(...messages: AffectedMessage[]) {
  const tally = new AffectedAddressTally();
  for (const message of messages) tally.add(message);
  return tally.list();
}

const jo = 'jo@northwind.example';
const ed = 'ed@northwind.example';

test('lists addresses by number of messages, then by bytes', () => {
  const own = { [jo]: 'visible', [ed]: 'visible' } as const;
  expect(count(toMessage(own), toMessage({ [jo]: 'visible' })).listed).toEqual([
    { address: jo, messages: 2 },
    { address: ed, messages: 1 },
  ]);
  expect(count(toMessage(own)).listed.map(({ address }) => address)).toEqual([ed, jo]);
});

test.each([
  ['withheld', toMessage({ [jo]: 'visible' }, { isWithheld: true })],
  ['of quiet mailboxes', toMessage({ [jo]: 'visible' }, { isQuiet: true })],
  ['sent to it blind', toMessage({ [jo]: 'blind' })],
])(
  'counts an address whose only message is %s without listing it; with another message only that one is named',
  (_, hidden) => {
    expect(count(hidden)).toEqual({ listed: [], total: 1 });
    expect(count(hidden, toMessage({ [jo]: 'visible' }))).toEqual({ listed: [{ address: jo, messages: 1 }], total: 1 });
  },
);

test("a message is quiet when all its mailboxes, or all the organization's addresses in it, are", () => {
  expect(isQuietMessage([true, true], [false])).toBe(true);
  expect(isQuietMessage([false], [true, true])).toBe(true);
  expect(isQuietMessage([true, false], [true, false])).toBe(false);
  expect(isQuietMessage([false], [])).toBe(false);
  expect(isQuietMessage([], [])).toBe(false);
});

test('shows the first plain addresses; one that could be read as a sentence or a link is only counted', () => {
  const strange = [
    '"call +1 900"@northwind.example',
    'a b@northwind.example',
    'x@y\u202e.example',
    'https://evil.example/@northwind.example',
    `${'a'.repeat(63)}@${'b'.repeat(30)}.example`,
  ];
  const listed = [...strange, jo, ed].map((address) => ({ address, messages: 1 }));
  expect(selectShownAddresses({ listed, total: 9 }, 30).map(({ address }) => address)).toEqual([jo, ed]);
  expect(selectShownAddresses({ listed, total: 9 }, 1).map(({ address }) => address)).toEqual([jo]);
});
