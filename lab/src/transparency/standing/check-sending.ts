import { formatInstant, type Problem, toCanonicalJson } from '@candor/core/base';
import { type Hashing, readEntry, toHex } from '@candor/core/ledger';
import { commitNotice } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { listEntriesOfKind } from '../../ledger/store/entry-store.ts';
import { digestRow } from '../../notice/store/chain-store.ts';
import {
  listCheckedDeliveries,
  listCheckedGates,
  listCheckedLetters,
  listCheckedNotices,
  listCheckedPostings,
} from '../../notice/store/checked-store.ts';
import { digestGateRow } from '../../notice/store/gate-store.ts';
import type { FollowedChain, PlacedLink } from './check-chain.ts';

/**
 * What surrounds the deliveries: approvals by the entry of their own wave, probes of the gate, relays that no gate
 * judged, and posted letters.
 */
export async function checkSending(store: Store, hashing: Hashing, chain: FollowedChain): Promise<readonly Problem[]> {
  return [
    ...(await checkApproved(store, chain)),
    ...(await checkGates(store, chain)),
    ...(await checkPostings(store, hashing, chain)),
  ];
}

async function checkApproved(store: Store, { marks }: FollowedChain): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const waves = new Map((await listCheckedDeliveries(store)).map(({ message_id, entry }) => [message_id, entry]));
  for (const { event, entry, delivery, position } of marks) {
    if (event.event !== 'approve' || delivery === null || !waves.has(delivery)) continue;
    if (entry === null || waves.get(delivery) !== entry)
      find(problems, 'delivery-chain', `link ${position}`, 'it approves a delivery by another entry than its wave has');
  }
  return problems;
}

interface Judged {
  readonly isPassed: boolean;
  readonly settings: string;
  /** It is unknown (null) for deliveries from before the chain. */
  readonly host: string | null;
}

async function checkGates(store: Store, { marks }: FollowedChain): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const rows = new Map((await listCheckedGates(store)).map(({ id, ...row }) => [Number(id), row]));
  const linked = new Set<number>();
  const judged: Judged[] = [];
  for (const { event, gate, host, position } of marks) {
    if (event.event === 'data') {
      // The dot itself needs a probe that passed with these settings, through this relay, before it.
      const isJudged = judged.some(
        (probe) => probe.isPassed && probe.settings === gate && (probe.host === null || probe.host === host),
      );
      if (!isJudged)
        find(
          ...([problems, 'delivery-gate', `link ${position}`] as const),
          `a message went to the relay ${host ?? '(none)'}, and no probe had passed through it with these settings`,
        );
      continue;
    }
    const link = toGateLink({ event, gate, host });
    if (link === null) continue;
    const row = rows.get(link.row);
    linked.add(link.row);
    if (row === undefined) find(problems, 'gate', `probe ${link.row}`, 'the chain has it, and this state does not');
    else if (digestGateRow(row) !== link.digest)
      find(problems, 'gate', `probe ${link.row}`, 'it says something else than when it was judged');
    else judged.push({ isPassed: link.isPassed ?? row.passed === 1, settings: row.settings, host: link.host });
  }
  for (const id of rows.keys())
    if (!linked.has(id)) find(problems, 'gate', `probe ${id}`, 'this state has it, and the chain has no such probe');
  return problems;
}

function toGateLink({ event, host }: Pick<PlacedLink, 'event' | 'gate' | 'host'>) {
  if (event.event === 'gate') return { row: event.row, digest: event.result, isPassed: event.isPassed, host };
  if (event.event !== 'carried-row' || event.table !== 'gate') return null;
  return { row: event.row, digest: event.digest, isPassed: null, host: null };
}

async function checkPostings(store: Store, hashing: Hashing, { marks }: FollowedChain): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const rows = await listCheckedPostings(store);
  const letters = Map.groupBy(await listCheckedLetters(store), ({ posting_id }) => Number(posting_id));
  const entries = new Map(
    (await listEntriesOfKind(store, ['letters'])).map(({ position, entry }) => [position, entry]),
  );
  const linked = new Set<number>();
  for (const { event } of marks) {
    if (event.event === 'posting') linked.add(event.posting);
    else if (event.event === 'carried-row' && event.table === 'posting') linked.add(event.row);
  }
  const standing = new Map<number, number | null>();
  for (const row of rows) {
    const id = Number(row.id);
    const own = letters.get(id) ?? [];
    for (const { notice_id } of own) standing.set(Number(notice_id), row.act === 'posted' ? id : null);
    const text = entries.get(row.entry);
    const fault = !linked.delete(id)
      ? 'this state has it, and the chain does not'
      : text === undefined
        ? 'the log has no entry of it'
        : text === null || isSamePosting(text, row, digestOwn(hashing, own))
          ? null
          : `entry ${row.entry} of the log says something else`;
    if (fault !== null) find(problems, 'posting', `posting ${id}`, fault);
  }
  for (const id of linked) find(problems, 'posting', `posting ${id}`, 'the chain has it, and this state does not');
  for (const { id, posting } of await listCheckedNotices(store))
    if ((standing.get(id) ?? null) !== posting)
      find(problems, 'posting', `notice ${id}`, 'whether its letter was posted is not what the postings say');
  return problems;
}

type Posting = Awaited<ReturnType<typeof listCheckedPostings>>[number];

function isSamePosting(text: string, row: Posting, letters: string): boolean {
  const body = readEntry(text)?.body;
  const on = row.posted_at === null ? null : formatInstant(row.posted_at);
  const { act, made_by: by, takes_back: of, service, why } = row;
  const said = { act, by, letters, of, on, posting: Number(row.id), service, why };
  return body !== undefined && digestRow(body) === digestRow(said);
}

/** As `digestLetters` makes it, from rows that may have been altered. */
function digestOwn(hashing: Hashing, letters: Awaited<ReturnType<typeof listCheckedLetters>>): string {
  const list = letters
    .toSorted((a, b) => Number(a.notice_id) - Number(b.notice_id))
    .map(({ notice_id: notice, record, salt, reference }) => ({
      notice: Number(notice),
      record: record === null || salt === null ? '' : toHex(commitNotice(hashing, salt, record)),
      reference,
    }));
  return hashing.sha256Hex(toCanonicalJson(list));
}

function find(problems: Problem[], code: string, place: string, text: string): void {
  problems.push({ code, place, text, weight: 'person' });
}
