import { Refusal } from '@candor/core/base';
import { inspectPath } from '../../adapters/files/files.ts';
import { readPortalStatus } from '../../adapters/net/portal.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { PartyPlaces } from '../../review/enrollment/index.ts';
import {
  type LastStatement,
  listDifferences,
  readLastStatement,
  requirePortalPlace,
} from '../../review/portal/index.ts';
import { readHeads } from '../../review/store/access-store.ts';
import { type ReviewNeed, readOpenNeeds } from '../../review/store/need-store.ts';
import { readReleases, type StoredRelease } from '../../review/store/release-store.ts';
import { readRequests } from '../../review/store/request-store.ts';
import { readReviewers } from '../../review/store/reviewer-store.ts';

export interface PortalView {
  readonly portal: string;
  /** Null: it answers. Otherwise why not. */
  readonly silent: string | null;
  /** Where it was started with other settings than the incident file has. */
  readonly differences: readonly string[];
  /** It was restarted since the last statement: it serves nothing until the next push. */
  readonly isRestarted: boolean;
  readonly hasKey: boolean;
  readonly said: Pick<LastStatement, 'number' | 'at' | 'until'> | null;
  readonly reviewers: number;
  readonly asking: number;
  readonly requests: { readonly waiting: number; readonly decided: number };
  readonly releases: { readonly there: number; readonly toPush: number };
  readonly access: { readonly parties: number; readonly records: number };
  readonly needs: readonly ReviewNeed[];
}

/** The lab's relation to its portal. An unreachable one is part of the answer. */
export async function readPortalView(state: StateFolder): Promise<PortalView> {
  const { store } = state;
  const place = await requirePortalPlace(state);
  const asked = await ask(place.review.portal);
  const said = await readLastStatement(store);
  const [requests, releases, reviewers] = [
    await readRequests(store),
    await readReleases(store, null),
    await readReviewers(store, null),
  ];
  const heads = await readHeads(store);
  const places = await PartyPlaces.open(store);
  const count = <One>(list: readonly One[], test: (one: One) => boolean): number => list.filter(test).length;
  return {
    portal: place.review.portal,
    silent: asked.silent,
    differences: asked.status === null ? [] : listDifferences(place, asked.status),
    isRestarted: said !== null && asked.status !== null && said.boot !== asked.status.boot,
    hasKey: inspectPath(place.keyFile).is !== 'missing',
    said: said === null ? null : { number: said.number, at: said.at, until: said.until },
    reviewers: count(reviewers, (one) => one.state === 'approved'),
    asking: count(reviewers, (one) => one.state === 'asked'),
    requests: {
      waiting: count(requests, (one) => one.state === 'waiting'),
      decided: count(requests, (one) => one.state !== 'waiting'),
    },
    releases: {
      there: countThere(releases, places),
      toPush: count(releases, (one) => one.state === 'approved'),
    },
    access: { parties: heads.length, records: heads.reduce((sum, head) => sum + head.number, 0) },
    needs: await readOpenNeeds(store),
  };
}

/** What a later one took the place of was taken away there. */
function countThere(releases: readonly StoredRelease[], places: PartyPlaces): number {
  return new Set(releases.filter(({ state }) => state === 'pushed').map(({ party }) => places.toCurrent(party))).size;
}

async function ask(url: string) {
  try {
    return { silent: null, status: await readPortalStatus(url) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { silent: cause.reasons.join(' '), status: null };
  }
}
