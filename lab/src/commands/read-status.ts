import { formatTime, type Problem, Refusal } from '@candor/core/base';
import { findEndingDelays, type Hold } from '@candor/core/notice/contact';
import { now } from '../adapters/clock.ts';
import type { Store } from '../adapters/store.ts';
import { loadIncidentNow } from '../notice/disclosure.ts';
import { readHolds } from '../notice/store/hold-store.ts';
import { readNoticeNeeds } from './notice/notice-needs.ts';
import { withLastVersion } from './open-version.ts';
import { readReviewNeeds } from './review/review-needs.ts';
import type { Need, RunSummary } from './run-summary.ts';
import { readRunSummary } from './run-summary.ts';
import { readArrivalNeeds } from './watch/arrival-needs.ts';

export interface Status {
  readonly summary: RunSummary;
  readonly problems: readonly Problem[];
  /** The incident file, as it is now, says how parties are told. */
  readonly canTell: boolean;
}

/** The newest complete version's summary, with what needs a person at this moment before what needed one at its end. */
export function readStatus(statePath: string): Promise<Status> {
  return withLastVersion(statePath, async (state, last) => {
    const { store } = state;
    const summary = readRunSummary(last);
    const at = now();
    const delays = findEndingDelays(await readHolds(store), at).map((hold) => toDelayNeed(hold, at));
    const canTell = await saysHowToTell(store);
    const notice = await readNoticeNeeds(store, at);
    const review = await readReviewNeeds(store);
    const arrivals = await readArrivalNeeds(state, at);
    return {
      summary: { ...summary, needs: [...arrivals, ...delays, ...notice, ...review, ...summary.needs] },
      problems: last.problems,
      canTell,
    };
  });
}

async function saysHowToTell(store: Store): Promise<boolean> {
  try {
    return (await loadIncidentNow(store)).incident.notice !== null;
  } catch (cause) {
    // A status is shown even where the file is gone by now.
    if (cause instanceof Refusal) return false;
    throw cause;
  }
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
