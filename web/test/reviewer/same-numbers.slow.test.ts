import type { IndexedMessage } from '@candor/core/review/seal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { browserRuntime } from '../../src/platform/browser-runtime.ts';
import { type MessageQuery, NO_QUERY } from '../../src/reviewer/bridge/message-query.ts';
import { readMarked } from '../../src/reviewer/pages/secrets/secret-items.ts';
import { makeExportHandlers } from '../../src/reviewer/worker/export/export-handlers.ts';
import type { KeyHolder } from '../../src/reviewer/worker/keys/key-holder.ts';
import type { Vault } from '../../src/reviewer/worker/keys/vault.ts';
import { makeTableHandlers } from '../../src/reviewer/worker/table/table-handlers.ts';
import { fillTable, makeMessage } from './table/filled-table.ts';

const context = { signal: new AbortController().signal };
const MARKS: readonly IndexedMessage['marks'][] = [['secret'], ['secret', 'fraud'], ['bulk'], []];
const VERDICTS: readonly IndexedMessage['verdict'][] = ['accessed', 'presumed', 'possible', 'undetermined'];

/** A key worker in which these messages are open. */
async function openWorker(messages: readonly IndexedMessage[]) {
  const index = await fillTable(messages);
  const vault = {
    index,
    whole: Promise.resolve(),
    manifest: { domains: ['northwind.example'], objects: [] },
    sizeOf: () => 1000,
    read: async () => new TextEncoder().encode('Subject: x\r\n\r\nx\r\n'),
  } as unknown as Vault;
  const around = { requireVault: () => vault, onVault: (listener: (vault: Vault | null) => void) => listener(vault) };
  const table = makeTableHandlers({ ...around, runtime: browserRuntime, emit: () => undefined }, async () => ({
    bytes: new Uint8Array(0),
  }));
  return { table, exports: makeExportHandlers(around as unknown as KeyHolder, table) };
}
type Opened = Awaited<ReturnType<typeof openWorker>>;

async function saveAll({ exports }: Opened, kind: 'csv' | 'json' | 'mbox', query: MessageQuery): Promise<string> {
  const { export: number } = await exports['begin-export']({ kind, query }, context);
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const step = await exports['next-chunk']({ export: number }, context);
    if (step.state === 'done') return text;
    text += decoder.decode(step.chunk, { stream: true });
  }
}

/** What every page and every file says of one query. */
async function countEverywhere(opened: Opened, query: MessageQuery): Promise<Record<string, number>> {
  const { table, exports } = opened;
  const { messages, total } = await table.rows({ query, from: 0, count: 50 }, context);
  const { export: begun, of } = await exports['begin-export']({ kind: 'csv', query }, context);
  await exports['end-export']({ export: begun }, context);
  const csv = await saveAll(opened, 'csv', query);
  const json = JSON.parse(await saveAll(opened, 'json', query)) as { readonly messages: readonly unknown[] };
  const mbox = await saveAll(opened, 'mbox', query);
  const timeline = await table.timeline({ query }, context);
  const bars = timeline.bars.flatMap(({ verdicts }) => [...verdicts]).reduce((sum, n) => sum + n, 0);
  const { before, after, undated } = timeline.outside;
  return {
    messages,
    total,
    of,
    csv: csv.trimEnd().split('\n').length - 1,
    json: json.messages.length,
    mbox: mbox.match(/^From candor@localhost /gm)?.length ?? 0,
    timeline: bars + before + after + undated,
  };
}

describe.each([500, 501, 10_000, 10_001])('among %i messages', (n) => {
  test('every page, file and figure has the same number for the same query', async () => {
    // Each answer of the table has a limit; a number that is the limit itself is one of a page, not of all.
    const property = fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...VERDICTS)), { minLength: 1, maxLength: 7 }),
      async (shapes) => {
        const messages = Array.from({ length: n }, (_, at) => {
          const [marks, verdict] = shapes[at % shapes.length] ?? [[], 'accessed'];
          // Ids are digests: spread as the table expects them.
          const id = browserRuntime.sha256Hex(new TextEncoder().encode(String(at)));
          return makeMessage({ at, id, marks, verdict });
        });
        const count = (isWanted: (message: IndexedMessage) => boolean): number => messages.filter(isWanted).length;
        const secrets = count(({ marks }) => marks.includes('secret'));
        const opened = await openWorker(messages);
        const queries: readonly (readonly [MessageQuery, number])[] = [
          [NO_QUERY, n],
          [{ ...NO_QUERY, holds: ['secret'] }, secrets],
          [{ ...NO_QUERY, text: 'has:secret' }, secrets],
          [{ ...NO_QUERY, verdicts: ['accessed'] }, count(({ verdict }) => verdict === 'accessed')],
        ];
        for (const [query, expected] of queries)
          expect(new Set(Object.values(await countEverywhere(opened, query)))).toEqual(new Set([expected]));
        const marked = await readMarked({
          call: ((name: 'rows', ask: never) => opened.table[name](ask, context)) as never,
        });
        expect(marked.length).toBe(secrets);
        const overview = await opened.table.overview({}, context);
        const facts = await opened.exports['pack-facts']({}, context);
        const facets = await opened.table.facets({ query: NO_QUERY }, context);
        const byVerdict = Object.values(overview.verdicts).reduce((sum, one) => sum + one.secrets, 0);
        expect([overview.marks.secret, facts.marks.secret, facets.holds.secret, byVerdict]).toEqual(
          Array.from({ length: 4 }, () => secrets),
        );
        expect([overview.messages, facts.messages]).toEqual([n, n]);
      },
    );
    await fc.assert(property, { numRuns: n > 1000 ? 1 : 4, endOnFailure: true });
  });
});
