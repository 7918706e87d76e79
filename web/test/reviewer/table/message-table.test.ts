import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyMessages, fillTable } from './filled-table.ts';

test('columns give back a message as in the index', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessages, async (messages) => {
      const table = await fillTable(messages);
      expect(table.count).toBe(messages.length);
      for (const message of messages) {
        const row = table.findRow(message.id);
        expect(table.indexed(row ?? -1)).toEqual(message);
        expect(table.findObject(message.id)).toBe(message.object);
      }
      expect([...table.ids()].toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
    }),
    { numRuns: 50 },
  );
});

test('an unknown id is found nowhere, also in an empty table', async () => {
  const [empty, full] = [await fillTable([]), await fillTable(fc.sample(anyMessages, 1)[0] ?? [])];
  for (const table of [empty, full]) {
    expect(table.findRow(`${'0'.repeat(63)}g`)).toBeNull();
    expect(table.findObject('1234'.repeat(16))).toBeNull();
  }
});
