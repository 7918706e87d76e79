import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import {
  type AttachedMessage,
  createFindingJudge,
  type FindingDecision,
  type FindingState,
} from '@candor/core/impact/findings';
import type { Store } from '../../adapters/store/store.ts';
import { readDecisions } from './decision-store.ts';
import { readFindingRow, readFoundList, readUnreadReasons } from './found-rows.ts';

/** One value at one place of a message, with how it counts now. */
export interface StoredFinding {
  /** Of the row: another one once the message was searched again. */
  readonly id: number;
  readonly kind: FindingKind;
  readonly detector: string;
  /** As it was detected. */
  readonly confidence: Confidence;
  /** After what people decided. */
  readonly state: FindingState;
  /** Number of the value in this state: the same for equal values, in every run. */
  readonly value: number;
  /** HMAC of the value; nothing shows it or writes it to a file. */
  readonly valueHash: string;
  readonly part: string;
  /** Code points of the part's decoded text. */
  readonly offset: number;
  readonly length: number;
  readonly mask: string;
}

/** A message that holds findings. Every copy of it holds them. */
export interface FoundMessage {
  /** Hex. */
  readonly fingerprint: string;
  /** First address of `From`, lower case; empty where there is none. */
  readonly sender: string;
  /** The copy that was read. */
  readonly location: string;
  /** By part and offset. */
  readonly findings: readonly StoredFinding[];
  /** Why something of it was not searched. */
  readonly unread: readonly string[];
  /** Messages attached to it in which something was found, or was not searched. */
  readonly attached: readonly AttachedMessage[];
}

/** Rows of one batch. */
const BATCH_ROWS = 2_000;

/** Messages that hold something, with all that was found, one after the other. */
export async function* streamFoundMessages(
  store: Store,
  /** Those that count; null: all that were recorded. */
  decisions: readonly FindingDecision[] | null = null,
): AsyncIterable<FoundMessage> {
  const judge = createFindingJudge(decisions ?? (await readDecisions(store)));
  const query = store.db
    .selectFrom('impact_finding')
    .innerJoin('impact_value', 'impact_value.id', 'impact_finding.value_id')
    .innerJoin('impact_searched', 'impact_searched.fingerprint', 'impact_finding.fingerprint')
    .select(['impact_finding.id', 'impact_finding.fingerprint', 'part', 'position', 'length', 'kind', 'detector'])
    .select(['confidence', 'value_id', 'mask', 'hash', 'sender', 'location', 'unread', 'attached'])
    .orderBy('impact_finding.fingerprint')
    .orderBy('part')
    .orderBy('position')
    .orderBy('kind');
  let current: OpenMessage | undefined;
  for await (const rows of store.stream(query, BATCH_ROWS)) {
    for (const row of rows) {
      const fingerprint = Buffer.from(row.fingerprint).toString('hex');
      if (current?.fingerprint !== fingerprint) {
        if (current !== undefined) yield current;
        const { sender, location } = row;
        const unread = readUnreadReasons(row.unread, location);
        const attached = readFoundList('attached', row.attached, location);
        current = { fingerprint, sender, location, findings: [], unread, attached };
      }
      const { kind, confidence } = readFindingRow(row, row.location);
      const { detector, sender, hash: valueHash } = row;
      current.findings.push({
        id: row.id,
        kind,
        detector,
        confidence,
        state: judge({ kind, detector, confidence, value: row.value_id, sender }),
        value: row.value_id,
        valueHash,
        part: row.part,
        offset: row.position,
        length: row.length,
        mask: row.mask,
      });
    }
  }
  if (current !== undefined) yield current;
}

interface OpenMessage extends FoundMessage {
  readonly findings: StoredFinding[];
}

/** Messages that hold a finding that counts, by fingerprint (hex), with those findings only. */
export async function readCountedFindings(store: Store): Promise<ReadonlyMap<string, FoundMessage>> {
  const counted = new Map<string, FoundMessage>();
  for await (const message of streamFoundMessages(store)) {
    const findings = message.findings.filter(({ state }) => state === 'counted');
    if (findings.length > 0) counted.set(message.fingerprint, { ...message, findings });
  }
  return counted;
}

/** What people and detectors decided of one message's findings; those that wait for a person are in neither list. */
export interface DecidedFindings {
  readonly counted: FoundMessage['findings'];
  readonly dismissed: FoundMessage['findings'];
}

/** The same, with what people dismissed: a search that listed it did not find none. */
export async function readDecidedFindings(
  store: Store,
  decisions: readonly FindingDecision[] | null = null,
): Promise<ReadonlyMap<string, DecidedFindings>> {
  const decided = new Map<string, DecidedFindings>();
  for await (const { fingerprint, findings } of streamFoundMessages(store, decisions)) {
    const of = (wanted: StoredFinding['state']) => findings.filter(({ state }) => state === wanted);
    const [counted, dismissed] = [of('counted'), of('dismissed')];
    if (counted.length + dismissed.length > 0) decided.set(fingerprint, { counted, dismissed });
  }
  return decided;
}

/** What was searched, in messages of any version. */
export interface SearchState {
  readonly searched: number;
  /** Those whose findings were erased. They are not among `searched`. */
  readonly erased: number;
  /** Messages by what could not be read in them. */
  readonly unread: Readonly<Record<string, number>>;
}

/** Null where nothing was searched: it is switched off, or no run has come to it. */
export async function readSearchState(store: Store): Promise<SearchState | null> {
  const { messages, erased } = await store.db
    .selectFrom('impact_searched')
    .select(({ fn }) => [fn.countAll<number>().as('messages'), fn.count<number>('erased_at').as('erased')])
    .executeTakeFirstOrThrow();
  if (Number(messages) === 0) return null;
  const rows = await store.db
    .selectFrom('impact_searched')
    .select(({ fn }) => ['unread', fn.countAll<number>().as('messages')])
    .where('unread', 'is not', null)
    .groupBy('unread')
    .execute();
  const unread: Record<string, number> = {};
  for (const row of rows)
    for (const reason of readUnreadReasons(row.unread, 'a message'))
      unread[reason] = (unread[reason] ?? 0) + Number(row.messages);
  return { searched: Number(messages) - Number(erased), erased: Number(erased), unread };
}
