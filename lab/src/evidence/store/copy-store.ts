import type { ArrivalSource, ArrivalWitness, AttachedCopy, Copy } from '@candor/core/evidence/message';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { isNumbers, isText, isTexts, listOf, readStored, shapeOf } from '../../adapters/store/stored-json.ts';
import { BULK_FLAG, type CopyRow, DRAFT_FLAG, type ReaderItem, SENT_FLAG } from '../protocol.ts';
import { readLabels } from './label-list.ts';
import { unpackAddresses } from './packed-addresses.ts';
import { selectArrival } from './select-arrival.ts';

const columns = [
  'location',
  'position',
  'length',
  'sha256',
  'folder',
  'labels',
  'message_id',
  'date',
  'arrived',
  'arrived_from',
  'fingerprint',
  'draft',
  'bulk',
  'parents',
  'addresses',
  'arrival_source',
  'latest',
  'received',
  'answers',
  'sent',
  'names',
  'attached',
] as const;

const placeColumns = [...columns, 'file', 'members'] as const;

/** Writes copies as a reader process sent them. Shared values are bound once per statement. */
export function insertCopies(
  store: Store,
  shard: {
    readonly id: number;
    readonly custodian: string;
    readonly items: readonly ReaderItem[];
  },
  rows: readonly CopyRow[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const toFile = (row: CopyRow): string => shard.items[row[11]]?.location ?? '';
  const shared = { shard_id: shard.id, custodian: shard.custodian };
  if (rows.every((row) => row[11] === first[11] && row[12].length === 0)) {
    store.insertRows('evidence_copy', columns, rows.map(toValues), { ...shared, file: toFile(first), members: null });
    return;
  }
  const placed = rows.map((row) => {
    const values = toValues(row);
    values.push(toFile(row), row[12].length === 0 ? null : JSON.stringify(row[12]));
    return values;
  });
  store.insertRows('evidence_copy', placeColumns, placed, shared);
}

/**
 * Fields are read by their place (`CopyRow`): taking a row apart by names goes through an iterator, which takes longer
 * than the rest.
 */
function toValues(row: CopyRow): StoreValue[] {
  const labels = row[2];
  const flags = row[8];
  const parents = row[9];
  const sha256 = row[15];
  return [
    row[0],
    row[13],
    row[14],
    sha256 === '' ? null : Buffer.from(sha256, 'hex'),
    row[1],
    labels === null ? null : JSON.stringify(labels),
    row[3],
    row[4],
    row[5],
    row[6],
    Buffer.from(row[7], 'hex'),
    flags & DRAFT_FLAG ? 1 : 0,
    flags & BULK_FLAG ? 1 : 0,
    parents === '[]' ? null : parents,
    row[10],
    row[16],
    row[17],
    row[18],
    row[19],
    flags & SENT_FLAG ? 1 : 0,
    row[20],
    row[21],
  ];
}

/** What a judge needs of a stored copy; addresses are unpacked on first use. */
export interface StoredCopy extends Copy {
  readonly id: number;
  readonly shardId: number;
  /** It is empty before the text questions were asked. */
  readonly hits: readonly number[];
}

interface CopyTableRow {
  readonly id: number;
  readonly shard_id: number;
  readonly hits: string | null;
  readonly custodian: string;
  readonly location: string;
  readonly folder: string | null;
  readonly labels: string | null;
  readonly message_id: string | null;
  readonly date: number | null;
  readonly arrived: number | null;
  readonly arrived_from: string;
  readonly arrival_source: string | null;
  readonly latest: number | null;
  readonly received: number | null;
  readonly answered: number | null;
  readonly names: string | null;
  readonly attached: string | null;
  readonly fingerprint: Uint8Array;
  readonly draft: number;
  readonly bulk: number;
  readonly parents: string | null;
  readonly addresses: string;
}

const none: readonly string[] = [];
const noNumbers: readonly number[] = [];
const noAttached: readonly AttachedCopy[] = [];
const isAttached = listOf(shapeOf<AttachedCopy>({ fingerprint: isText, names: isTexts }));

class CopyOfRow implements StoredCopy {
  readonly id: number;
  readonly shardId: number;
  readonly hits: readonly number[];
  readonly custodian: string;
  readonly location: string;
  readonly folder: string | null;
  readonly labels: readonly string[] | null;
  readonly messageId: string | null;
  readonly names: readonly string[];
  readonly date: number | null;
  readonly arrived: number | null;
  readonly arrivedFrom: ArrivalWitness;
  readonly arrivalSource: ArrivalSource;
  readonly latest: number | null;
  readonly received: number | null;
  readonly answered: number | null;
  readonly attached: readonly AttachedCopy[];
  readonly draft: boolean;
  readonly bulk: boolean;
  readonly parents: readonly string[];
  readonly #fingerprint: Uint8Array;
  readonly #addresses: string;

  constructor(row: CopyTableRow) {
    this.id = row.id;
    this.shardId = row.shard_id;
    this.hits = row.hits === null ? noNumbers : readStored(isNumbers, row.hits, 'exposure_answer.hits', row.location);
    this.custodian = row.custodian;
    this.location = row.location;
    this.folder = row.folder;
    this.labels = readLabels(row.labels, row.location);
    this.messageId = row.message_id;
    this.names = toNames(row);
    this.date = row.date;
    this.arrived = row.arrived;
    this.arrivedFrom = row.arrived_from as ArrivalWitness;
    this.arrivalSource = (row.arrival_source ?? 'none') as ArrivalSource;
    this.latest = row.latest;
    this.received = row.received;
    this.answered = row.answered;
    this.attached =
      row.attached === null ? noAttached : readStored(isAttached, row.attached, 'evidence_copy.attached', row.location);
    this.draft = row.draft === 1;
    this.bulk = row.bulk === 1;
    this.parents =
      row.parents === null ? none : readStored(isTexts, row.parents, 'evidence_copy.parents', row.location);
    this.#fingerprint = row.fingerprint;
    this.#addresses = row.addresses;
  }

  get fingerprint() {
    return Buffer.from(this.#fingerprint).toString('hex');
  }

  get addresses() {
    return unpackAddresses(this.#addresses);
  }
}

function toNames({ names, message_id: messageId, location }: CopyTableRow): readonly string[] {
  if (names !== null) return readStored(isTexts, names, 'evidence_copy.names', location);
  return messageId === null ? none : [messageId];
}

/** Copies, and mailboxes, of one question about small mailboxes: there may be thousands of a few copies each. */
const HELD_COPIES = 1000;
const HELD_MAILBOXES = 256;

/** A mailbox with its copies in the order in which they were read; null of a large one, which is streamed by itself. */
export interface MailboxCopies {
  readonly custodian: string;
  readonly held: readonly StoredCopy[] | null;
}

/** Iterates over mailboxes in order, fetching small ones together. */
export async function* streamMailboxes(store: Store, custodians: readonly string[]): AsyncIterable<MailboxCopies> {
  const sizes = await countCopies(store);
  let small: string[] = [];
  let size = 0;
  for (const custodian of custodians) {
    const copies = sizes.get(custodian) ?? 0;
    if (size + copies > HELD_COPIES || small.length === HELD_MAILBOXES) {
      yield* hold(store, small);
      small = [];
      size = 0;
    }
    if (copies > HELD_COPIES) yield { custodian, held: null };
    else {
      small.push(custodian);
      size += copies;
    }
  }
  yield* hold(store, small);
}

/** As the store has them, also of readings that count no more. */
async function countCopies(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom('evidence_copy')
    .select(({ fn }) => ['custodian', fn.countAll<number>().as('copies')])
    .groupBy('custodian')
    .execute();
  return new Map(rows.map(({ custodian, copies }) => [custodian, Number(copies)]));
}

async function* hold(store: Store, custodians: readonly string[]): AsyncIterable<MailboxCopies> {
  const held = new Map(custodians.map((custodian): [string, StoredCopy[]] => [custodian, []]));
  if (custodians.length > 0)
    for await (const copies of streamCopies(store, custodians))
      for (const copy of copies) held.get(copy.custodian)?.push(copy);
  for (const [custodian, copies] of held) yield { custodian, held: copies };
}

/**
 * Streams the copies of some mailboxes, as far as the incident file leads to them; in the order in which they were
 * read.
 */
export async function* streamCopies(store: Store, custodians: readonly string[]): AsyncIterable<StoredCopy[]> {
  const query = selectCopies(store).where('evidence_copy.custodian', 'in', custodians);
  for await (const rows of store.stream(query)) yield rows.map((row) => new CopyOfRow(row));
}

/** Streams the copies that other messages are attached to, of one mailbox or of all. */
export async function* streamCarriers(store: Store, custodian: string | null = null): AsyncIterable<StoredCopy[]> {
  const all = selectCopies(store).where('evidence_copy.attached', 'is not', null);
  const query = custodian === null ? all : all.where('evidence_copy.custodian', '=', custodian);
  for await (const rows of store.stream(query)) yield rows.map((row) => new CopyOfRow(row));
}

function selectCopies(store: Store) {
  return store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .leftJoin('exposure_answer', 'exposure_answer.location', 'evidence_copy.location')
    .leftJoin('exposure_arrival', 'exposure_arrival.copy_id', 'evidence_copy.id')
    .select(selectArrival)
    .select([
      'evidence_copy.id',
      'evidence_copy.shard_id',
      'exposure_answer.hits',
      'evidence_copy.custodian',
      'evidence_copy.location',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'evidence_copy.message_id',
      'evidence_copy.date',
      'evidence_copy.received',
      'evidence_copy.names',
      'evidence_copy.attached',
      'evidence_copy.fingerprint',
      'evidence_copy.draft',
      'evidence_copy.bulk',
      'evidence_copy.parents',
      'evidence_copy.addresses',
    ])
    .where('evidence_shard.current', '=', 1)
    .orderBy('evidence_copy.id');
}
