import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import type { PlacedFinding } from '../finding/finding-task.ts';
import { type ExposedScope, selectExposed } from './exposed-copies.ts';
import { settleMisread } from './misread-store.ts';
import type { SearchedMessage, UnsearchedMessage } from './searched-message.ts';

const BATCH_ROWS = 1_000;
/** Values of one query. */
const HASHES_AT_ONCE = 500;

/**
 * Exposed messages that were not searched with `search` yet, one copy each, in the order in which they lie in the
 * evidence. What was erased is not searched again.
 */
export async function* streamUnsearched(
  store: Store,
  scope: ExposedScope,
  search: string,
): AsyncIterable<readonly UnsearchedMessage[]> {
  const query = store.db
    .selectFrom('evidence_copy')
    .select(['fingerprint', 'shard_id', 'location', 'file', 'members', 'position', 'length', 'sha256', 'addresses'])
    .where('id', 'in', selectUnsearched(store, scope, search).groupBy('evidence_copy.fingerprint'))
    .orderBy('shard_id')
    .orderBy('id');
  for await (const rows of store.stream(query, BATCH_ROWS))
    yield rows.map(({ shard_id: shardId, members, sha256, addresses, ...copy }) => ({
      ...copy,
      shardId,
      isPacked: members !== null,
      sha256: sha256 === null ? null : Buffer.from(sha256).toString('hex'),
      sender: toSender(addresses),
    }));
}

export async function countUnsearched(store: Store, scope: ExposedScope, search: string): Promise<number> {
  const messages = selectUnsearched(store, scope, search).groupBy('evidence_copy.fingerprint');
  const { count } = await store.db
    .selectFrom(messages.as('unsearched'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function selectUnsearched(store: Store, scope: ExposedScope, search: string) {
  return selectExposed(store, scope)
    .leftJoin('impact_searched', 'impact_searched.fingerprint', 'evidence_copy.fingerprint')
    .select(({ fn }) => fn.min('evidence_copy.id').as('id'))
    .where('evidence_copy.sha256', 'is not', null)
    .where('impact_searched.erased_at', 'is', null)
    .where((where) =>
      where.or([where('impact_searched.search', 'is', null), where('impact_searched.search', '!=', search)]),
    );
}

function toSender(packed: string): string {
  const from = unpackAddresses(packed).find(({ role, unreadable }) => role === 'from' && unreadable === null);
  return from?.address.toLowerCase() ?? '';
}

/** Keeps the findings of messages in place of those that they had: all of them or none. */
export async function keepSearched(
  store: Store,
  search: string,
  searched: readonly SearchedMessage[],
  at: number,
): Promise<void> {
  if (searched.length === 0) return;
  await store.transaction(async () => {
    const fingerprints = searched.map(({ message }) => message.fingerprint);
    await settleMisread(store, searched);
    await renameValues(store, searched);
    await store.db.deleteFrom('impact_finding').where('fingerprint', 'in', fingerprints).execute();
    await store.db.deleteFrom('impact_searched').where('fingerprint', 'in', fingerprints).execute();
    const numbers = await numberValues(
      store,
      searched.flatMap(({ answer }) => answer.findings),
    );
    store.insertRows(
      'impact_finding',
      ['fingerprint', 'part', 'position', 'length', 'kind', 'detector', 'confidence', 'value_id', 'mask'],
      searched.flatMap(({ message, answer }) =>
        answer.findings.map((finding) => [
          message.fingerprint,
          finding.part,
          finding.offset,
          finding.length,
          finding.kind,
          finding.detector,
          finding.confidence,
          numbers.get(finding.valueHash) ?? 0,
          finding.mask,
        ]),
      ),
    );
    store.insertRows(
      'impact_searched',
      ['fingerprint', 'location', 'sender', 'names', 'persons', 'unread', 'privilege', 'attached'],
      searched.map(({ message, answer }) => [
        message.fingerprint,
        message.location,
        message.sender,
        answer.names.length === 0 ? null : JSON.stringify(answer.names),
        answer.persons,
        answer.unread.length === 0 ? null : JSON.stringify(answer.unread),
        toList(answer.privilege.map(({ passageHash }) => passageHash)),
        answer.attached.length === 0 ? null : JSON.stringify(answer.attached),
      ]),
      { search, searched_at: at, erased_at: null },
    );
  });
}

/** Distinct texts as JSON; null where there are none. */
function toList(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : JSON.stringify([...new Set(texts)].sort());
}

/**
 * A value that stood at the same place before is the same value under another key: it keeps its number, and so what
 * was decided about it.
 */
async function renameValues(store: Store, searched: readonly SearchedMessage[]): Promise<void> {
  const found = searched.filter(({ answer }) => answer.findings.length > 0);
  if (found.length === 0) return;
  const before = await store.db
    .selectFrom('impact_finding')
    .innerJoin('impact_value', 'impact_value.id', 'impact_finding.value_id')
    .select(['fingerprint', 'part', 'position', 'length', 'kind', 'hash', 'value_id'])
    .where(
      'fingerprint',
      'in',
      found.map(({ message }) => message.fingerprint),
    )
    .execute();
  const toPlace = (fingerprint: Uint8Array, ...rest: readonly (string | number)[]): string =>
    [Buffer.from(fingerprint).toString('hex'), ...rest].join(' ');
  const known = new Map(
    before.map((row) => [toPlace(row.fingerprint, row.part, row.position, row.length, row.kind), row]),
  );
  for (const { message, answer } of found) {
    for (const { part, offset, length, kind, valueHash } of answer.findings) {
      const row = known.get(toPlace(message.fingerprint, part, offset, length, kind));
      if (row === undefined || row.hash === valueHash) continue;
      await store.db
        .updateTable('impact_value')
        .set({ hash: valueHash })
        .where('id', '=', row.value_id)
        .where('hash', '=', row.hash)
        .where((where) =>
          where.not(
            where.exists(where.selectFrom('impact_value as other').select('id').where('other.hash', '=', valueHash)),
          ),
        )
        .execute();
    }
  }
}

/** The number of each value by its hash; a value that was met before keeps its number. */
async function numberValues(store: Store, findings: readonly PlacedFinding[]): Promise<ReadonlyMap<string, number>> {
  const hashes = [...new Set(findings.map(({ valueHash }) => valueHash))];
  const numbers = new Map<string, number>();
  for (let at = 0; at < hashes.length; at += HASHES_AT_ONCE) {
    const some = hashes.slice(at, at + HASHES_AT_ONCE);
    await store.db
      .insertInto('impact_value')
      .values(some.map((hash) => ({ hash })))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    const rows = await store.db.selectFrom('impact_value').select(['id', 'hash']).where('hash', 'in', some).execute();
    for (const { id, hash } of rows) numbers.set(hash, id);
  }
  return numbers;
}
