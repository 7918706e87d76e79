import { describe, expect, test } from 'vitest';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import { KeyWorkerError } from '../../../src/reviewer/bridge/protocol.ts';
import type { Vault } from '../../../src/reviewer/worker/keys/vault.ts';
import { makeTableHandlers } from '../../../src/reviewer/worker/table/table-handlers.ts';
import { fillTable, makeMessage } from './filled-table.ts';

const id = (at: number): string => makeMessage({ at }).id;
const signal = new AbortController().signal;
const context = { signal };

/** A key worker in which one vault is open: bodies by the number of their message; a flaw where there is one. */
async function openWorker(bodies: readonly (KeyWorkerError | string)[]) {
  const messages = bodies.map((_, at) => makeMessage({ at, date: `2001-10-${10 + at}T00:00:00Z` }));
  const index = await fillTable(messages);
  const told: unknown[] = [];
  const read = async (wanted: string): Promise<Uint8Array> => {
    const body = bodies[Number.parseInt(wanted, 16)] ?? new KeyWorkerError('unknown-message');
    if (body instanceof KeyWorkerError) throw body;
    return new TextEncoder().encode(`Content-Type: text/plain\r\n\r\n${body}\r\n`);
  };
  const vault = {
    index,
    manifest: { domains: ['northwind.example'] },
    read,
    readAll: async (
      ids: Iterable<string>,
      take: (id: string, read: Uint8Array | KeyWorkerError) => void,
      stop: AbortSignal,
    ) => {
      for (const one of ids) {
        if (stop.aborted) throw new KeyWorkerError('cancelled');
        await read(one).then(
          (bytes) => take(one, bytes),
          (thrown: KeyWorkerError) => {
            if (thrown.flaw === 'portal-silent') throw thrown;
            take(one, thrown);
          },
        );
      }
    },
  } as unknown as Vault;
  let listener: (vault: Vault | null) => void = () => undefined;
  const handlers = makeTableHandlers(
    {
      runtime: browserRuntime,
      emit: (_, value) => told.push(value),
      requireVault: () => {
        throw new KeyWorkerError('locked');
      },
      onVault: (given) => {
        listener = given;
      },
    },
    async (ask) => ({ bytes: await read(ask.id) }),
  );
  listener(vault);
  return { handlers, told, close: () => listener(null) };
}

const search = (text: string) => ({ query: { ...NO_QUERY, text }, from: 0, count: 50 });
const settled = async (isDone: () => boolean): Promise<void> => {
  while (!isDone()) await new Promise((settle) => setTimeout(settle, 1));
};

describe('bodies', () => {
  test('are searched once opened; one that does not open says so in its row', async () => {
    const { handlers } = await openWorker(['the pump', new KeyWorkerError('damaged-object'), 'a valve']);
    expect((await handlers.rows(search('pump'), context)).total).toBe(0);
    await handlers['open-message']({ id: id(0) }, context);
    const found = await handlers.rows(search('pump'), context);
    expect(found).toMatchObject({ total: 1, bodies: { read: 1, failed: 0, of: 3, state: 'resting' } });
    await expect(handlers['open-message']({ id: id(1) }, context)).rejects.toMatchObject({ flaw: 'damaged-object' });
    const { rows, bodies } = await handlers.rows(search(''), context);
    expect(rows.map((row) => [row.id, row.flaw])).toEqual([
      [id(2), null],
      [id(1), 'damaged-object'],
      [id(0), null],
    ]);
    expect(bodies).toMatchObject({ read: 1, failed: 1 });
  });

  test('that could not be fetched say nothing about the message', async () => {
    const bodies: (KeyWorkerError | string)[] = [new KeyWorkerError('portal-silent')];
    const { handlers } = await openWorker(bodies);
    await expect(handlers['open-message']({ id: id(0) }, context)).rejects.toMatchObject({ flaw: 'portal-silent' });
    expect(await handlers.rows(search(''), context)).toMatchObject({ rows: [{ flaw: null }], bodies: { failed: 0 } });
    bodies[0] = 'the pump';
    await handlers['open-message']({ id: id(0) }, context);
    expect((await handlers.rows(search('pump'), context)).total).toBe(1);
  });

  test('are all read in the background on request, and failures are counted', async () => {
    const { handlers, told } = await openWorker(['one', 'two', new KeyWorkerError('missing-object'), 'two']);
    expect(await handlers['read-bodies']({ want: 'read' }, context)).toMatchObject({ state: 'reading' });
    await settled(() => told.some((one) => (one as { state: string; read: number }).state === 'resting'));
    expect(told.at(-1)).toEqual({ state: 'resting', stoppedBy: null, read: 3, inPart: 0, failed: 1, of: 4 });
    expect((await handlers.rows(search('two'), context)).rows.map((row) => row.id)).toEqual([id(3), id(1)]);
  });

  test('stop when the portal does, keep what was read, and continue later', async () => {
    const bodies: (KeyWorkerError | string)[] = ['one', new KeyWorkerError('portal-silent'), 'two'];
    const { handlers, told } = await openWorker(bodies);
    await handlers['read-bodies']({ want: 'read' }, context);
    await settled(() => told.some((one) => (one as { state: string }).state === 'stopped'));
    expect(told.at(-1)).toMatchObject({ state: 'stopped', stoppedBy: 'portal-silent', read: 1, failed: 0 });
    bodies[1] = 'one and two';
    await handlers['read-bodies']({ want: 'read' }, context);
    await settled(() => (told.at(-1) as { read: number }).read === 3);
    expect((await handlers.rows(search('two'), context)).total).toBe(2);
  });

  test('are checked for the words of a phrase, so that only exact matches show', async () => {
    const { handlers } = await openWorker(['an old pump', 'a pump so old', 'old\r\npump']);
    for (const at of [0, 1, 2]) await handlers['open-message']({ id: id(at) }, context);
    const { rows, unsure, messages } = await handlers.rows(search('"old pump"'), context);
    expect(rows.map((row) => row.id)).toEqual([id(2), id(0)]);
    expect([unsure, messages]).toEqual([0, 2]);
  });

  test('that do not open stay in the results for a phrase, and are counted as not checked', async () => {
    const bodies: (KeyWorkerError | string)[] = ['a pump so old', 'an old pump'];
    const { handlers } = await openWorker(bodies);
    for (const at of [0, 1]) await handlers['open-message']({ id: id(at) }, context);
    bodies[0] = new KeyWorkerError('portal-silent');
    expect(await handlers.rows(search('"old pump"'), context)).toMatchObject({ total: 2, unsure: 1 });
  });
});

describe('what a search covered', () => {
  const coverage = async ({ handlers }: Awaited<ReturnType<typeof openWorker>>, text: string, change = {}) =>
    (await handlers.rows({ ...search(text), query: { ...NO_QUERY, text, ...change } }, context)).coverage.value;
  const readAll = async (worker: Awaited<ReturnType<typeof openWorker>>, want: 'read' | 'retry' = 'read') => {
    worker.told.length = 0;
    await worker.handlers['read-bodies']({ want }, context);
    await settled(() => worker.told.some((one) => (one as { state: string }).state !== 'reading'));
  };

  test('is every text only after every text was opened and searched', async () => {
    const worker = await openWorker(['one', 'two']);
    const none = { kind: 'some-texts', searched: 0, of: 2, failed: 0, inPart: 0, unread: 2 };
    expect(await coverage(worker, 'three')).toEqual(none);
    await worker.handlers['open-message']({ id: id(0) }, context);
    expect(await coverage(worker, 'three')).toEqual({ ...none, searched: 1, unread: 1 });
    await readAll(worker);
    expect(await coverage(worker, 'three')).toEqual({ kind: 'every-text', of: 2 });
  });

  test('is never every text while one is missing or damaged; those are found, and read on request', async () => {
    const bodies = ['one', new KeyWorkerError('missing-object'), new KeyWorkerError('damaged-object')];
    const worker = await openWorker(bodies);
    await readAll(worker);
    const some = { kind: 'some-texts', searched: 1, of: 3, failed: 2, inPart: 0, unread: 0 };
    expect(await coverage(worker, 'three')).toEqual(some);
    expect((await worker.handlers.rows(search('has:unopened'), context)).rows.map((row) => row.id)).toEqual([
      id(2),
      id(1),
    ]);
    bodies[1] = 'three';
    await readAll(worker);
    expect(await coverage(worker, 'three')).toEqual(some);
    await readAll(worker, 'retry');
    expect(await coverage(worker, 'three')).toEqual({ ...some, searched: 2, failed: 1 });
    expect((await worker.handlers.rows(search('three'), context)).total).toBe(1);
    bodies[2] = 'three';
    await worker.handlers['open-message']({ id: id(2) }, context);
    expect(await coverage(worker, 'three')).toEqual({ kind: 'every-text', of: 3 });
    expect((await worker.handlers.rows(search('has:unopened'), context)).total).toBe(0);
  });

  test.for<readonly [string, string]>([
    ['a text that is longer than the search keeps', `${'word '.repeat(100_000)}end`],
    ['a word that is longer than the search keeps', 'x'.repeat(300)],
  ])('counts %s as searched in part', async ([, body]) => {
    const worker = await openWorker([body]);
    await readAll(worker);
    expect(await coverage(worker, 'other')).toMatchObject({ kind: 'some-texts', searched: 1, inPart: 1 });
  });

  test('needs no text where none is asked for, and says when notes are not known', async () => {
    const worker = await openWorker(['one']);
    expect(await coverage(worker, '')).toEqual({ kind: 'index' });
    expect(await coverage(worker, 'from:nobody subject:nothing')).toEqual({ kind: 'index' });
    expect(await coverage(worker, '-body:one')).toMatchObject({ kind: 'some-texts' });
    for (const asked of [coverage(worker, 'has:note'), coverage(worker, '', { holds: ['note'] })])
      expect(await asked).toEqual({ kind: 'unread-notes' });
    await worker.handlers['set-noted']({ ids: [] }, context);
    expect(await coverage(worker, 'has:note')).toEqual({ kind: 'index' });
  });
});

describe('phrases', () => {
  const find = async (bodies: readonly string[], text: string) => {
    const { handlers } = await openWorker(bodies);
    for (const at of bodies.keys()) await handlers['open-message']({ id: id(at) }, context);
    const { rows, unsure } = await handlers.rows(search(text), context);
    return { found: rows.map((row) => Number.parseInt(row.id, 16)).sort(), unsure };
  };

  test('are found across quoted line ends and punctuation', async () => {
    expect(await find(['> the old\r\n> pump', 'old, pump', 'pump old'], '"old pump"')).toEqual({
      found: [0, 1],
      unsure: 0,
    });
  });

  test('that are excluded leave only the messages without them', async () => {
    expect(await find(['an old pump', 'a pump so old'], '-"old pump"')).toEqual({ found: [1], unsure: 0 });
  });

  test('are also words with a hyphen or an address, which may be in the index instead of the text', async () => {
    expect(await find(['an e-mail', 'mail e'], 'e-mail')).toEqual({ found: [0], unsure: 0 });
    expect((await find(['an old pump'], '"old pump" novak@northwind.example')).found).toEqual([0]);
  });
});

describe('a shown message', () => {
  test('has neighbours, or none at the ends', async () => {
    const { handlers } = await openWorker(['', '', '']);
    const at = (number: number) => handlers['position-of']({ query: NO_QUERY, id: id(number) }, context);
    expect(await at(2)).toEqual({ position: 0, total: 3, previous: null, next: id(1) });
    expect(await at(0)).toEqual({ position: 2, total: 3, previous: id(1), next: null });
    expect(await at(7)).toBeNull();
    const query = { ...NO_QUERY, only: [id(1), 'f'.repeat(64)] };
    expect(await handlers['position-of']({ query, id: id(1) }, context)).toMatchObject({ total: 1 });
    expect(await handlers['position-of']({ query, id: id(0) }, context)).toBeNull();
    expect((await handlers.ids({ query, from: 0, count: 9 }, context)).ids).toEqual([id(1)]);
  });
});

test('gives no answer without a release, and forgets a closed one', async () => {
  const { handlers, close } = await openWorker(['one']);
  close();
  await expect(handlers.rows(search(''), context)).rejects.toMatchObject({ flaw: 'locked' });
  await expect(handlers.overview({}, context)).rejects.toMatchObject({ flaw: 'locked' });
});
