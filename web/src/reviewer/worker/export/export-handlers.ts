import { portalPaths } from '@candor/core/contract';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { ExportCalls, ExportKind } from '../../bridge/export-calls.ts';
import type { PackFacts } from '../../bridge/pack-facts.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { CallHandlers } from '../../bridge/serve-calls.ts';
import type { TableCalls } from '../../bridge/table-calls.ts';
import { yieldToOthers } from '../keys/index-reading.ts';
import type { KeyHolder } from '../keys/key-holder.ts';
import { canReadAhead } from '../keys/object-queue.ts';
import { makePortalSource } from '../keys/sealed-objects.ts';
import type { Vault } from '../keys/vault.ts';
import { MessageTable } from '../table/message-table.ts';
import { collectPackFacts } from '../table/pack-facts.ts';
import { type ExportJob, startExport, startSealedExport } from './export-job.ts';
import { readAhead } from './exported-file.ts';
import type { TarMember } from './release-tar.ts';

/** Ids of one answer of the table. */
const IDS_TOGETHER = 10_000;
/** A person runs one at a time; another tab has its own holder. */
const MOST_EXPORTS = 4;
const MOST_NAMED = 1000;

/** Exports and the report's figures: what leaves the holder at a person's request. */
export function makeExportHandlers(
  holder: KeyHolder,
  table: Pick<CallHandlers<TableCalls>, 'ids'>,
): CallHandlers<ExportCalls> {
  const running = new Map<number, ExportJob>();
  let begun = 0;
  let facts: PackFacts | null = null;
  holder.onVault(() => {
    for (const job of running.values()) job.cancel();
    running.clear();
    facts = null;
  });
  const start = async (kind: ExportKind | 'release', ids: readonly string[]): Promise<ExportJob> => {
    const vault = holder.requireVault();
    if (kind === 'release')
      return startSealedExport(vault.manifest.objects.length, (signal) => listMembers(holder, vault, signal));
    return startExport(kind, listIndexed(await requireTable(vault), ids), ids.length, {
      open: (message, signal) => openOrNull(vault, message.id, signal),
      toSize: ({ id }) => vault.sizeOf(id),
    });
  };
  return {
    'begin-export': async ({ kind, query }, context) => {
      if (running.size >= MOST_EXPORTS) throw new KeyWorkerError('too-many');
      const all = { ...query, isThreaded: false };
      const ids: string[] = [];
      for (let isMore = kind !== 'release'; isMore; ) {
        const some = await table.ids({ query: all, from: ids.length, count: IDS_TOGETHER }, context);
        ids.push(...some.ids);
        isMore = some.ids.length === IDS_TOGETHER;
      }
      begun += 1;
      const job = await start(kind, ids);
      running.set(begun, job);
      return { export: begun, of: job.of };
    },
    'next-chunk': async ({ export: number }) => {
      const job = running.get(number);
      if (job === undefined) throw new KeyWorkerError('cancelled');
      try {
        const step = await job.next();
        if (step.state === 'done') running.delete(number);
        return step;
      } catch (thrown) {
        running.delete(number);
        job.cancel();
        throw thrown;
      }
    },
    'end-export': async ({ export: number }) => {
      running.get(number)?.cancel();
      running.delete(number);
      return {};
    },
    'pack-facts': async () => {
      const vault = holder.requireVault();
      const index = await requireTable(vault);
      if (facts !== null) return facts;
      const messages = listIndexed(index, index.ids());
      const counted = await collectPackFacts(messages, vault.manifest.domains, index.statement, yieldToOthers);
      if (vault !== holder.requireVault()) throw new KeyWorkerError('no-vault');
      facts = counted;
      return facts;
    },
    'release-proofs': async () => holder.requireVault().papers,
    'name-objects': async ({ objects }) => {
      const index = await requireTable(holder.requireVault());
      const wanted = new Set(objects.slice(0, MOST_NAMED));
      const named: { object: string; id: string; subject: string }[] = [];
      for (const id of index.ids()) {
        if (named.length === wanted.size) break;
        const object = index.findObject(id);
        if (object === null || !wanted.has(object)) continue;
        named.push({ object, id, subject: indexedOf(index, id)?.subject ?? '' });
      }
      return { named };
    },
  };
}

/** Reads to the end: an export is never partial. */
async function requireTable({ index, whole }: Vault): Promise<MessageTable> {
  await whole;
  if (!(index instanceof MessageTable)) throw new KeyWorkerError('fault');
  return index;
}

function indexedOf(table: MessageTable, id: string): IndexedMessage | null {
  const row = table.findRow(id);
  return row === null ? null : table.indexed(row);
}

function* listIndexed(table: MessageTable, ids: Iterable<string>): Iterable<IndexedMessage> {
  for (const id of ids) {
    const message = indexedOf(table, id);
    if (message !== null) yield message;
  }
}

/** Null for an error of this one message; anything that ends everything is thrown. */
async function openOrNull(vault: Vault, id: string, signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    return await vault.read(id, signal, 'one-of-many');
  } catch (thrown) {
    const ofOne: readonly unknown[] = ['missing-object', 'damaged-object', 'unknown-message'];
    if (thrown instanceof KeyWorkerError && ofOne.includes(thrown.flaw)) return null;
    throw thrown;
  }
}

/** The files of the release in order (docs/formats/release.md, File), only with the reader's own grant. */
async function* listMembers(holder: KeyHolder, vault: Vault, signal: AbortSignal): AsyncGenerator<TarMember> {
  const get = async (target: string): Promise<Uint8Array> => {
    const bytes = await holder.portal.getBytes(target, signal);
    if (bytes === null) throw new KeyWorkerError('missing-object');
    return bytes;
  };
  for (const [name, text] of Object.entries(vault.papers)) yield { name, bytes: new TextEncoder().encode(text) };
  yield { name: 'index.age', bytes: await get(portalPaths.releaseIndex(vault.manifestDigest)) };
  yield {
    name: `grants/${holder.requireOwn().fingerprint}.age`,
    bytes: await get(portalPaths.releaseGrant(vault.manifestDigest)),
  };
  const source = makePortalSource(holder, vault.manifestDigest);
  const hasRoom = canReadAhead(({ size }: { readonly size: number }) => size);
  for await (const [{ digest }, bytes] of readAhead(vault.manifest.objects, hasRoom, (object) =>
    source(object.digest, signal, object.size),
  ))
    yield { name: `objects/${digest}.age`, bytes };
}
