import { type NotifyFacts, sayToNotify, toNotifyWords } from '@candor/core/impact';
import { expect, test } from 'vitest';

const CLEAR: NotifyFacts = {
  exposed: { organization: 2, person: 1, list: 0 },
  bars: { mailboxes: [], notSupplied: 0, emptyLogs: [] },
  undetermined: 0,
  intruders: 5,
};
const NOBODY = { organization: 0, person: 0, list: 0 };
const words = (some: Partial<NotifyFacts>) => toNotifyWords(sayToNotify({ ...CLEAR, ...some }));

test('a count is all only if every mailbox was read and every log has records', () => {
  expect(sayToNotify(CLEAR)).toMatchObject({ state: 'all', said: { value: CLEAR.exposed } });
  expect(words({})).toBe('2 organizations and 1 person to notify · 0 lists recorded');
});

test.each([
  ['a mailbox that was set aside whole', { mailboxes: ['ben'] }, 'the mailbox of ben, of which no message was read'],
  ['records about no supplied mailbox', { notSupplied: 2 }, "2 mailboxes of the intruder's records, not supplied"],
  ['a log without a record', { emptyLogs: ['a.csv'] }, 'what a.csv should cover, without a record'],
])('%s makes it "at least", and nobody is not said to be the result', (_, bar, said) => {
  const bars = { ...CLEAR.bars, ...bar };
  expect(words({ bars })).toBe(
    `at least 2 organizations and 1 person to notify · 0 lists recorded; not known yet for ${said}`,
  );
  expect(words({ bars, exposed: NOBODY })).toBe(`not known yet who must be notified: nothing is known of ${said}`);
});

test('nobody is a result only if a copy could be judged and the intruder was seen', () => {
  expect(words({ exposed: NOBODY })).toBe('0 organizations and 0 people to notify · 0 lists recorded');
  expect(words({ exposed: NOBODY, undetermined: 2 })).toBe(
    'not known yet who must be notified: 2 copies are undetermined',
  );
  expect(words({ exposed: NOBODY, intruders: 0 })).toBe(
    "not known yet who must be notified: no record is the intruder's",
  );
});
