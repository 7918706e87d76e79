import { selectSecretMessages } from '@candor/core/notice/affected';
import { expect, test } from 'vitest';

const seen = (date: number | null, ...named: readonly string[]) => ({ date, named, isHidden: false });

test('lists the newest first, those without a date last, and no more than asked', () => {
  const candidates = [
    seen(null, 'a@x.example'),
    seen(5, 'b@x.example'),
    seen(9, 'c@x.example'),
    seen(5, 'a@x.example'),
  ];
  const all = selectSecretMessages(candidates, 10);
  expect(all.map(({ date, address }) => [date, address])).toEqual([
    [9, 'c@x.example'],
    [5, 'a@x.example'],
    [5, 'b@x.example'],
    [null, 'a@x.example'],
  ]);
  expect(selectSecretMessages(candidates, 2)).toEqual(all.slice(0, 2));
});

test('of several own addresses it names the first plain one', () => {
  expect(selectSecretMessages([seen(1, 'z@x.example', '"odd name"@x.example', 'm@x.example')], 9)).toEqual([
    { date: 1, address: 'm@x.example' },
  ]);
});

test('never lists what would betray somebody, or has no address to show', () => {
  const hidden = { date: 1, named: ['a@x.example'], isHidden: true };
  expect(selectSecretMessages([hidden, seen(2), seen(3, `${'a'.repeat(90)}@x.example`)], 9)).toEqual([]);
});
