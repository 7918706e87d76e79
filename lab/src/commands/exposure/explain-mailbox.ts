import { compareUtf8, Refusal } from '@candor/core/base';
import type { Gap } from '@candor/core/exposure/coverage';
import { toGapSentence, toReasonSentence } from '@candor/core/exposure/explain';
import { type ReasonCode, toSaidCounts, VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type StrongRecords, StrongRecordTally } from '../../exposure/index.ts';
import { readMailboxSummary } from '../../exposure/store/mailbox-summary-store.ts';
import { streamStrongRecords } from '../../exposure/store/record-store.ts';
import { findJudgedCopies, type JudgedCopyRow, streamMailboxCopies } from '../../exposure/store/verdict-store.ts';
import { readReasons } from '../../exposure/store/verdict-writer.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { readRunSummary } from '../run-summary.ts';
import { type CitedRecord, citeRecord } from './explain-copies.ts';

export interface ExplainedMailbox {
  readonly custodian: string;
  readonly copies: Readonly<Record<Verdict, number>>;
  /** Rules that fired in the mailbox, with the copies that each took, most first. */
  readonly rules: readonly {
    readonly rule: string;
    readonly code: string;
    readonly text: string;
    readonly copies: number;
  }[];
  readonly gaps: readonly string[];
  /** They are the first intruder and ambiguous records of the mailbox. */
  readonly records: readonly CitedRecord[];
  readonly recordCount: number;
  readonly list: readonly {
    readonly location: string;
    readonly messageId: string | null;
    readonly verdict: Verdict;
    readonly codes: readonly string[];
  }[];
}

/**
 * One mailbox: verdicts, rules, gaps, records, and all or the first copies with their codes. The first of a million
 * copies appear at once; all take their time.
 */
export async function explainMailbox(state: StateFolder, custodian: string, whole: boolean): Promise<ExplainedMailbox> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const mailbox = toIncidentOf(last).mailboxes.find((one) => one.custodian === custodian);
  if (mailbox === undefined) {
    const known = toIncidentOf(last)
      .mailboxes.map((one) => one.custodian)
      .slice(0, 20);
    throw new Refusal('unknown-mailbox', [
      `"${custodian}" is not a custodian of this incident; known: ${known.join(', ')}`,
    ]);
  }
  const kept = await readMailboxSummary(store, last.version, custodian);
  const { copies, codes, list } =
    kept === null || whole
      ? await readWhole(store, last.version, custodian)
      : { ...kept, list: (await findJudgedCopies(store, last.version, kept.first)).map(toListed) };
  const ids = [mailbox.guids[0] ?? mailbox.address];
  const records = kept?.records ?? (await readRecords(store, last.version, ids));
  const summary = readRunSummary(last);
  return {
    custodian,
    copies: toCounts(copies, codes),
    rules: Object.entries(codes)
      .sort(([a, m], [b, n]) => n - m || compareUtf8(a, b))
      .map(([code, count]) => ({ ...toReasonSentence({ code: code as ReasonCode }), copies: count })),
    gaps: summary.gaps
      .filter((gap) => gap.custodian === custodian)
      .map(({ kind, from, to }) =>
        toGapSentence({ kind, from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 } as Gap),
      ),
    records: await Promise.all(records.first.map((id) => citeRecord(store, last.version, id))),
    recordCount: records.count,
    list,
  };
}

/** Only what an owner lets be said is counted as cleared or as later. */
function toCounts(copies: WholeMailbox['copies'], codes: WholeMailbox['codes']): ExplainedMailbox['copies'] {
  const said = toSaidCounts({ copies, codes });
  return { ...said.copies, 'no-evidence': said.cleared.value, absent: said.arrivedAfter.value };
}

interface WholeMailbox {
  readonly copies: Readonly<Partial<Record<Verdict, number>>>;
  readonly codes: Readonly<Record<string, number>>;
  readonly list: ExplainedMailbox['list'];
}

type ListedCopy = ExplainedMailbox['list'][number];

async function readWhole(store: Store, version: number, custodian: string): Promise<WholeMailbox> {
  const copies: Partial<Record<Verdict, number>> = {};
  const codes: Record<string, number> = {};
  const list: ListedCopy[] = [];

  for await (const rows of streamMailboxCopies(store, version, custodian)) {
    for (const row of rows) {
      const copy = toListed(row);
      copies[copy.verdict] = (copies[copy.verdict] ?? 0) + 1;
      for (const code of copy.codes) codes[code] = (codes[code] ?? 0) + 1;
      list.push(copy);
    }
  }
  // Strongest first; within a verdict as they lie.
  return { copies, codes, list: VERDICTS.flatMap((verdict) => list.filter((one) => one.verdict === verdict)) };
}

function toListed(row: Pick<JudgedCopyRow, 'location' | 'message_id' | 'verdict' | 'reasons'>): ListedCopy {
  const codes = readReasons(row.reasons, row.location).map(({ code }) => code);
  return { location: row.location, messageId: row.message_id, verdict: row.verdict as Verdict, codes };
}

/** Of a version that was judged before mailboxes kept them. */
async function readRecords(store: Store, version: number, mailboxes: readonly string[]): Promise<StrongRecords> {
  const tally = new StrongRecordTally();

  for await (const rows of streamStrongRecords(store, version, mailboxes)) for (const row of rows) tally.add('', row);
  return tally.listFor('');
}
