import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openFernhill } from './fernhill.ts';

interface Checked {
  readonly problems: readonly { readonly code: string; readonly text: string }[];
  readonly links: number;
  readonly carriedOver: number;
}

test('deliveries of a former version are carried over, counted apart, and accused of nothing', async () => {
  const fernhill = openFernhill();
  const checked = await fernhill.json<Checked>('log', 'fsck');
  expect(checked.problems).toEqual([]);
  expect(checked.carriedOver).toBeGreaterThan(0);
  expect(await fernhill.done('log', 'fsck')).toContain('carried over from before deliveries were chained');
});

test('one that is changed after the update is found', async () => {
  const fernhill = openFernhill();
  await fernhill.done('notice', 'status');
  const store = new Database(fernhill.path('state/candor.sqlite'));
  store.exec("update notice_delivery set state = 'bounced', reason = 'x' where id = 1");
  store.close();
  const { text } = await fernhill.type('log', 'fsck');
  expect(text).toContain('delivery 1');
});
