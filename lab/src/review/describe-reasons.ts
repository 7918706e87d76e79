import { formatInstant } from '@candor/core/base';
import { OUTSIDE_SENTENCES } from '@candor/core/review/outside';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { Store } from '../adapters/store/store.ts';
import { findRecordTimes } from '../exposure/store/record-store.ts';
import type { KeptReason } from '../exposure/store/verdict-writer.ts';
import type { ChosenMessage, Quoting } from './chosen-message.ts';

/** Times that are listed for one reason: a client that fetches in bulk leaves thousands. */
const timesListed = 20;
const gapsListed = 5;

type Why = IndexedMessage['why'][number];

/** When the records were made that the messages' reasons cite, by record id. */
export async function readRecordTimes(
  store: Store,
  version: number,
  messages: readonly ChosenMessage[],
): Promise<ReadonlyMap<string, number>> {
  return findRecordTimes(
    store,
    version,
    messages.flatMap(({ reasons }) => reasons.flatMap(({ records }) => records)),
  );
}

/** Reasons as a party may read them: what happened and when, nothing of records, addresses or other mailboxes. */
export function describeReasons(reasons: readonly KeptReason[], times: ReadonlyMap<string, number>): readonly Why[] {
  return reasons.map(({ code, records, gaps }) => {
    const made = records.flatMap((id) => times.get(id) ?? []).sort((a, b) => a - b);
    const spans = [...new Set(gaps.map(({ from, to }) => `from ${from} to ${to}`))].sort().slice(0, gapsListed);
    const blind = spans.length === 0 ? '' : ` The log says nothing ${spans.join(', ')}.`;
    return {
      code,
      sentence: `${OUTSIDE_SENTENCES[code]}${blind}`,
      times: [...new Set(made)].slice(0, timesListed).map(formatInstant),
    };
  });
}

/** The party's own message attached to one of the organization's, of which only the date is stated (R7). */
export function toAttachedReason(date: number | null): Why {
  return {
    code: 'attached',
    sentence: OUTSIDE_SENTENCES.attached,
    times: date === null ? [] : [formatInstant(date)],
  };
}

/** The party's mail quoted by a message of the organization, of which only the date is stated (R7). */
export function toQuotedReasons(quotedBy: readonly Quoting[]): readonly Why[] {
  if (quotedBy.length === 0) return [];
  const dates = [...new Set(quotedBy.flatMap(({ date }) => date ?? []))].sort((a, b) => a - b);
  return [
    {
      code: 'quoted',
      sentence: OUTSIDE_SENTENCES.quoted,
      times: dates.slice(0, timesListed).map(formatInstant),
    },
  ];
}
