import { formatTime, type Problem } from '@candor/core/base';
import { findEndingDelays, type Hold } from '@candor/core/notice';
import { now } from '../adapters/clock.ts';
import { readHolds } from '../notice/holds-store.ts';
import { withLastVersion } from './open-version.ts';
import type { Need, RunSummary } from './run-summary.ts';

export interface Status {
  readonly summary: RunSummary;
  readonly problems: readonly Problem[];
}

/** The newest complete version's summary, with what needs a person at this moment before what needed one at its end. */
export function readStatus(statePath: string): Promise<Status> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const summary = JSON.parse(last.summary) as RunSummary;
    const at = now();
    const delays = findEndingDelays(await readHolds(store), at).map((hold) => toDelayNeed(hold, at));
    return { summary: { ...summary, needs: [...delays, ...summary.needs] }, problems: last.problems };
  });
}

function toDelayNeed({ id, party, askedBy, until }: Hold, at: number): Need {
  const end = until ?? at;
  const whom = party ?? 'everybody';
  return {
    kind: 'delay',
    subject: `delay ${id}`,
    text: `the disclosure delay for ${whom} that ${askedBy} asked for ${end > at ? 'ends' : 'ended'} ${formatTime(end)}: prepare the notice, or set it anew.`,
    command: 'candor delay list',
  };
}
