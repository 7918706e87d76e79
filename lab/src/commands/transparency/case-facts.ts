import { formatTime, type Instant, Refusal } from '@candor/core/base';
import { type Awareness, findAwareness } from '@candor/core/transparency';
import { readTimeZone } from '../../adapters/process/clock.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { insertAwareFact, readAwareFacts } from '../../transparency/store/case-store.ts';

/** Characters: a name, or one sentence about a ticket, a call or a mail. */
const MOST_WORDS = 300;

export interface AwareOrder {
  readonly at: Instant;
  readonly by: string;
  readonly how: string;
  /** The account that records it. */
  readonly account: string;
  readonly recordedAt: Instant;
}

export interface CaseFacts {
  readonly incident: string | null;
  readonly aware: Awareness;
}

/**
 * Records when the organization became aware, beside everything that was recorded before.
 * @throws Refusal for a time that has not come yet, or without who and how.
 */
export async function setAware(
  { store }: StateFolder,
  { at, by, how, account, recordedAt }: AwareOrder,
): Promise<CaseFacts> {
  if (at > recordedAt)
    throw new Refusal('aware-later', [`${formatTime(at)} has not come yet: say when you became aware`]);
  await insertAwareFact(store, {
    at,
    by: toWords('--by', by),
    how: toWords('--how', how),
    recordedBy: account,
    recordedAt,
    zone: readTimeZone(),
    stated: await readDiscovered(store),
  });
  return readCase(store);
}

/** What only people know of this case, with all that was superseded. */
export async function readCase(store: Store): Promise<CaseFacts> {
  return {
    incident: await readFact(store, 'incident'),
    aware: findAwareness(await readAwareFacts(store), await readDiscovered(store)),
  };
}

/** What the incident file says now; null where it says nothing, or is gone. */
export async function readDiscovered(store: Store): Promise<Instant | null> {
  // A first run that was stopped may not have written down where its incident file is.
  if ((await readFact(store, 'incident-file')) === null) return null;
  try {
    return (await loadIncidentNow(store)).incident.notice?.discovered ?? null;
  } catch (cause) {
    // The incident file is gone, or of another incident: `candor status` of this state says so.
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

function toWords(option: string, text: string): string {
  const words = text.trim();
  if (words === '' || words.length > MOST_WORDS)
    throw new Refusal('aware-words', [`${option}: 1 to ${MOST_WORDS} characters are needed`]);
  return words;
}
