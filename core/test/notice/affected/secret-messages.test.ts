import { chooseMessageId, isShownMessageId, selectSecretMessages } from '@candor/core/notice/affected';
import { expect, test } from 'vitest';

const seen = (date: number | null, ...named: readonly string[]) => ({
  date,
  named: new Map(named.map((address) => [address, `${date}@mail.example`])),
  isHidden: false,
});

test('lists the newest first, and those without a date last', () => {
  const candidates = [
    seen(null, 'a@x.example'),
    seen(5, 'b@x.example'),
    seen(9, 'c@x.example'),
    seen(5, 'a@x.example'),
  ];
  expect(selectSecretMessages(candidates)).toEqual([
    { date: 9, address: 'c@x.example', messageId: '9@mail.example' },
    { date: 5, address: 'a@x.example', messageId: '5@mail.example' },
    { date: 5, address: 'b@x.example', messageId: '5@mail.example' },
    { date: null, address: 'a@x.example', messageId: 'null@mail.example' },
  ]);
});

test('has one order for messages of one moment and address, whatever the order of the mailboxes', () => {
  const candidates = ['2@x', '1@x', null].map((id) => ({
    date: 1,
    named: new Map([['a@x.example', id]]),
    isHidden: false,
  }));
  const ids = (all: typeof candidates) => selectSecretMessages(all).map(({ messageId }) => messageId);
  expect(ids(candidates)).toEqual([null, '1@x', '2@x']);
  expect(ids(candidates.toReversed())).toEqual([null, '1@x', '2@x']);
});

test('of several own addresses it names the first plain one', () => {
  expect(selectSecretMessages([seen(1, 'z@x.example', '"odd name"@x.example', 'm@x.example')])).toEqual([
    { date: 1, address: 'm@x.example', messageId: '1@mail.example' },
  ]);
});

test('never lists what would betray somebody, or has no address to show', () => {
  const hidden = { ...seen(1, 'a@x.example'), isHidden: true };
  expect(selectSecretMessages([hidden, seen(2), seen(3, `${'a'.repeat(90)}@x.example`)])).toEqual([]);
});

test.each([
  ['usual', 'CAF2x.1+b=Q@mail.example', true],
  ['as long as may be', 'a'.repeat(128), true],
  ['in other letters', 'björn@bücher.example', true],
  ['too long', 'a'.repeat(129), false],
  ['empty', '', false],
  ['a sentence', 'Call +1 555 0100 at once', false],
  ['with a blank of another kind', 'a\u00a0b@x.example', false],
  ['with a line end', 'a\nb@x.example', false],
  ['with a control character', 'a\u0007b@x.example', false],
  ['with a line separator', 'a\u2028b@x.example', false],
])('a Message-ID that is %s is shown or left out', (_, id, isShown) => {
  expect(isShownMessageId(id)).toBe(isShown);
  expect(chooseMessageId(null, id)).toBe(isShown ? id : null);
});

test('of several copies the first Message-ID counts, and none that may not be shown', () => {
  expect(['b@x', null, 'a@x', 'a b', 'c@x'].reduce(chooseMessageId, null)).toBe('a@x');
});
