import { type Problem, Refusal, toCanonicalJson, toObject } from '@candor/core/base';
import { FIGURES_VERSION } from '@candor/core/impact';
import { readEntry } from '@candor/core/ledger';
import {
  claimNotifiedOfAll,
  NOTIFIED_FIGURE,
  NOTIFIED_FORMULA,
  type NotifiedDocument,
  type NotifiedStatement,
  readNotifiedDocument,
  toNotifiedDocument,
  toNotifiedOfAllWords,
} from '@candor/core/transparency';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { listEntriesOfKind, readStoredEntry } from '../../ledger/store/entry-store.ts';
import { listOpenProposals } from '../../notice/store/proposal-store.ts';
import { countNow, recountNotified } from '../../transparency/notified/index.ts';
import { readRunSummary, toNotifySaying } from '../run-summary.ts';

/** The figure of the set of parties now, or why it cannot be stated. */
export type NotifiedReading =
  | {
      readonly is: 'stated';
      /** The sentence, as its owner lets it be said. */
      readonly words: string;
      readonly document: NotifiedDocument;
    }
  | { readonly is: 'not-stated'; readonly because: string };

/** Counted from the set of the newest approved wave, the log and the chain of deliveries. Stores nothing. */
export async function readNotified({ store }: Pick<StateFolder, 'store'>): Promise<NotifiedReading> {
  const counted = await countNow(store, createNodeRuntime());
  if (typeof counted === 'string') return { is: 'not-stated', because: counted };
  const { basis, exposure, parties } = counted;
  const version = await findVersion(store, exposure.version);
  if (version === null || version.digest !== exposure.digest)
    return {
      is: 'not-stated',
      because: `exposure ${exposure.version} is not the one that wave ${basis.wave} was approved for`,
    };
  const toNotify = toNotifySaying(readRunSummary(version));
  const claim = claimNotifiedOfAll({ parties, readUntil: basis.bouncesRead, toNotify });
  if (claim.is === 'not-stated') return claim;
  return {
    is: 'stated',
    words: toNotifiedOfAllWords(claim.said),
    document: {
      ...{ name: NOTIFIED_FIGURE, value: claim.said.value, formula: NOTIFIED_FORMULA, set: basis },
      rules: { exposure: version.rules, figures: FIGURES_VERSION },
      exposure: { ...exposure, inputs: version.inputDigest },
    },
  };
}

/**
 * What the next person approves: what another one proposed, if its numbers still hold and it still follows from log and
 * chain as of then; else the figure as it is now.
 * @throws Refusal for a figure that cannot be stated.
 */
export async function requireNotified(state: StateFolder): Promise<NotifiedDocument> {
  const reading = await readNotified(state);
  if (reading.is === 'not-stated')
    throw new Refusal('figure-not-stated', [`${NOTIFIED_FIGURE} cannot be stated: ${reading.because}`]);
  const { document } = reading;
  for (const { document: open } of await listOpenProposals(state.store, 'publication')) {
    const proposed = readWithoutReason(toObject(open));
    if (proposed === null || toComparable(proposed) !== toComparable(document)) continue;
    const [faults = []] = await recount(state.store, [{ document: proposed, position: null, at: now() }]);
    if (faults.length === 0) return proposed;
  }
  return document;
}

/** All but how far log, chain and inbox were read: between two approvals they move on. */
function toComparable({ set, ...document }: NotifiedDocument): string {
  const { wave, manifest, root } = set;
  return toCanonicalJson({
    ...toNotifiedDocument({ ...document, set }),
    set: { wave, manifest, root },
  });
}

function readWithoutReason(members: ReturnType<typeof toObject>): NotifiedDocument | null {
  const { why: _why, ...rest } = members ?? {};
  return readNotifiedDocument(rest);
}

const recount = (store: Store, published: Parameters<typeof recountNotified>[2]) =>
  recountNotified(
    store,
    {
      hashing: createNodeRuntime(),
      findToNotify: async (number) => {
        const version = await findVersion(store, number);
        return version === null ? null : toNotifySaying(readRunSummary(version));
      },
    },
    published,
  );

/** What in a statement does not follow from set, log and chain of this state. */
export async function listNotifiedFaults(store: Store, statement: NotifiedStatement): Promise<readonly string[]> {
  const stored = await readStoredEntry(store, statement.position);
  const at = stored?.opening == null ? now() : (readEntry(stored.opening.entry)?.at ?? now());
  const [faults = []] = await recount(store, [{ document: statement, position: statement.position, at }]);
  return faults;
}

/** Counts every published figure of a set of parties again, for `candor log fsck`. */
export async function checkPublished(store: Store): Promise<readonly Problem[]> {
  const published = (await listEntriesOfKind(store, ['publication'])).flatMap(({ position, entry: text }) => {
    const entry = text === null ? null : readEntry(text);
    const document = readWithoutReason(toObject(entry?.body['document'] ?? null));
    return entry === null || document === null ? [] : [{ document, position, at: entry.at }];
  });
  const faults = await recount(store, published);
  return published.flatMap(({ position }, at) =>
    (faults[at] ?? []).map((fault): Problem => {
      const text = `it publishes ${NOTIFIED_FIGURE}, and ${fault}`;
      return { code: 'log-figure', place: `entry ${position}`, text, weight: 'person' };
    }),
  );
}
