import { Refusal } from '@candor/core/base';
import {
  type Gap,
  type ReasonCode,
  toGapSentence,
  toReasonSentence,
  VERDICTS,
  type Verdict,
} from '@candor/core/exposure';
import { toIncidentOf } from '../incident-place.ts';
import { withLastVersion } from '../open-version.ts';
import type { RunSummary } from '../run-summary.ts';
import { type CitedRecord, citeRecord, selectCopies } from './explain-copies.ts';

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
  /** Where its log is blind, as sentences. */
  readonly gaps: readonly string[];
  /** Records of the mailbox that have any strength: the intruder's and ambiguous ones, by time; the first of them. */
  readonly records: readonly CitedRecord[];
  readonly recordCount: number;
  readonly list: readonly {
    readonly location: string;
    readonly messageId: string | null;
    readonly verdict: Verdict;
    readonly codes: readonly string[];
  }[];
}

/** Records that are shown one by one. */
const recordsLimit = 100;

/** One mailbox: verdicts, rules, gaps, records, and every copy with its codes. */
export function explainMailbox(statePath: string, custodian: string): Promise<ExplainedMailbox> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const mailbox = toIncidentOf(last).mailboxes.find((one) => one.custodian === custodian);
    if (mailbox === undefined) {
      const known = toIncidentOf(last)
        .mailboxes.map((one) => one.custodian)
        .slice(0, 20);
      throw new Refusal('unknown-mailbox', [
        `"${custodian}" is no custodian of this incident; known: ${known.join(', ')}`,
      ]);
    }
    const copies = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
    const codes = new Map<string, number>();
    const list: ExplainedMailbox['list'][number][] = [];
    for await (const rows of store.stream(
      selectCopies(store, last.version).where('custodian', '=', custodian).orderBy('location'),
    )) {
      for (const row of rows) {
        const verdict = row.verdict as Verdict;
        const fired = (JSON.parse(row.reasons) as { code: string }[]).map(({ code }) => code);
        copies[verdict] += 1;
        for (const code of fired) codes.set(code, (codes.get(code) ?? 0) + 1);
        list.push({ location: row.location, messageId: row.message_id, verdict, codes: fired });
      }
    }
    const ids = [mailbox.guids[0] ?? mailbox.address];
    const records = await store.db
      .selectFrom('exposure_record')
      .select('record_id')
      .where('version', '=', last.version)
      .where('mailbox', 'in', ids)
      .where('label', 'in', ['intruder', 'ambiguous'])
      .orderBy('time')
      .orderBy('record_id')
      .execute();
    const summary = JSON.parse(last.summary) as RunSummary;
    return {
      custodian,
      copies,
      rules: [...codes]
        .sort(([, a], [, b]) => b - a)
        .map(([code, count]) => ({ ...toReasonSentence({ code: code as ReasonCode }), copies: count })),
      gaps: summary.gaps
        .filter((gap) => gap.custodian === custodian)
        .map(({ kind, from, to }) =>
          toGapSentence({ kind, from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 } as Gap),
        ),
      records: await Promise.all(
        records.slice(0, recordsLimit).map(({ record_id }) => citeRecord(store, last.version, record_id)),
      ),
      recordCount: records.length,
      // Strongest first; within a verdict as they lie.
      list: VERDICTS.flatMap((verdict) => list.filter((one) => one.verdict === verdict)),
    };
  });
}
