import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { type Checkpoint, toProofText } from '@candor/core/ledger';
import { fingerprintKeySet, toKeyRecord } from '@candor/core/notice/operator';
import { type SealedSlot, type SiteDescription, toSitePaths } from '@candor/core/verify';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { nodeDeflate } from '../../adapters/deflate.ts';
import { toLogKeys } from '../../adapters/log-home-place.ts';
import { type ProcessLock, takeAlone } from '../../adapters/process-lock.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { writeFact } from '../../adapters/store/state-fact.ts';
import { readWebPages } from '../../adapters/web-pages.ts';
import { writeHead } from '../../ledger/signed-head.ts';
import { openLogSigner } from '../../ledger/start-log.ts';
import { catchUp } from '../../ledger/store/catch-up.ts';
import { collectSealed } from '../../notice/site/collect-sealed.ts';
import { assertPlaces, writeSite } from '../../notice/site/write-site.ts';
import { logApp } from '../../review/site/log-app.ts';
import { isAppFile } from '../../review/site/make-app.ts';
import { writeApp } from '../../review/site/write-app.ts';
import { proveEntry } from '../../transparency/prove-entry.ts';
import { publishLog } from '../../transparency/publish-log.ts';
import { inState } from '../acting.ts';
import { describeTogether, readSitePart, type SitePart } from './site-part.ts';

/** A reviewer app on the site: where, which, and the log's entry that names it. */
export interface BuiltApp {
  readonly folder: string;
  readonly digest: string;
  readonly entry: number;
}

/** What was built; nothing of it stands in the public files but what anyone may know. */
export interface BuiltSite {
  readonly out: string;
  readonly description: SiteDescription;
  readonly fingerprint: string;
  /**
   * TXT records that DNS must have: of the key set in force, then of those before, so that older notices can still be
   * checked.
   */
  readonly records: readonly string[];
  /** The reviewer app of the first incident with one; null when no incident file has `review`. */
  readonly review: BuiltApp | null;
  /** Those of all incidents. */
  readonly apps: readonly BuiltApp[];
  readonly notices: number;
  readonly checkpoint: Checkpoint;
  /** Entries that wait for a later period. */
  readonly waiting: number;
}

/** Two that write one folder at once would leave it with files of both. */
const processName = 'site';

/** Whose site is built beside that of the first state. */
export interface SiteOrder {
  /** States of the other incidents of the domain. */
  readonly others: readonly string[];
  /** Incidents that share the log and are not named are left out knowingly. */
  readonly leavesOut: boolean;
}

/**
 * Builds the static site on which notices are checked: publishes the log, seals every approved notice anew, and writes
 * buckets, page and keys. Meant to be called on a schedule, so that builds tell nothing either. Incidents of one domain
 * have one site: their states are named together.
 * @throws Refusal when an incident file does not say where the site is, its places cannot work, or another process is
 * at it.
 */
export function buildSite(
  statePath: string,
  out: string,
  order: SiteOrder = { others: [], leavesOut: false },
): Promise<BuiltSite> {
  return openAll([statePath, ...order.others], [], (states) => withLocks(states, () => build(states, out, order)));
}

function openAll<T>(
  paths: readonly string[],
  opened: readonly StateFolder[],
  work: (states: readonly StateFolder[]) => Promise<T>,
): Promise<T> {
  const [path, ...rest] = paths;
  return path === undefined ? work(opened) : inState(path, (state) => openAll(rest, [...opened, state], work));
}

async function withLocks<T>(states: readonly StateFolder[], work: () => Promise<T>): Promise<T> {
  const locks: ProcessLock[] = [];
  try {
    // Of incidents that share a log one alone builds the site, with whichever others.
    for (const folder of new Set(states.flatMap((state) => [join(state.path, 'keys'), toLogKeys(state)]))) {
      const lock = takeAlone(folder, processName);
      if (lock === null)
        throw new Refusal('site-busy', [`${folder}: another command builds this site; wait until it ends`]);
      locks.push(lock);
    }
    return await work();
  } finally {
    for (const lock of locks) lock.release();
  }
}

async function build(states: readonly StateFolder[], out: string, order: SiteOrder): Promise<BuiltSite> {
  const runtime = createNodeRuntime();
  const at = now();
  const means = { hashing: runtime, at, freshBytes };
  const [firstState, ...otherStates] = states;
  if (firstState === undefined) throw new Error('a site is of one incident at least');
  const first = await readSitePart(firstState, runtime, at);
  const parts: [SitePart, ...SitePart[]] = [first];
  for (const state of otherStates) parts.push(await readSitePart(state, runtime, at));
  const description = describeTogether(parts, order);
  assertPlaces(description);
  const entries = new Map<SitePart, number>();
  for (const part of parts)
    if (part.app !== null) entries.set(part, await logApp(part.state.store, part.app.made, part.app.address, means));
  const { checkpoint, note, waiting } = await publishLog(firstState, join(out, toSitePaths(description).log), {
    ...means,
    cryptography: nodeCryptography,
    signer: openLogSigner(firstState, description.log),
  });
  const slots: SealedSlot[] = [];
  for (const { state, disclosure } of parts) {
    const { store } = state;
    if (state !== firstState) await store.durableTransaction(() => catchUp(store, runtime));
    writeHead(state, note);
    slots.push(
      ...(await collectSealed(store, {
        runtime,
        cryptography: nodeCryptography,
        deflate: nodeDeflate,
        freshBytes,
        shape: description.shape,
        checkpoint,
        listDays: disclosure.notice.listDays,
        built: at,
      })),
    );
  }
  const { keySet, fingerprint, former } = first.standing;
  const vouched = new Set([fingerprint, ...former.map((before) => fingerprintKeySet(runtime, before.keySet))]);
  const records = [...vouched].map((each) => toKeyRecord(description.domain, each, description.log));
  const own = (await readWebPages()).filter((file) => !isAppFile(file));
  await writeSite(out, { description, keySet, former, records, slots, pages: own, freshBytes });
  const apps: BuiltApp[] = [];
  for (const [{ app, state }, entry] of entries) {
    if (app === null) continue;
    // Before the log's next period the entry waits; the proof comes with a later build.
    const isProved = entry < checkpoint.size;
    writeApp(out, app.made, isProved ? toProofText(await proveEntry(state.store, runtime, entry, false)) : null);
    apps.push({ folder: app.made.folder, digest: app.made.digest, entry });
  }
  for (const { store } of states) {
    await writeFact(store, 'site-built', String(checkpoint.size));
    await writeFact(store, 'site-built-at', String(at));
  }
  const [review = null] = apps;
  return { out, description, fingerprint, records, review, apps, notices: slots.length, checkpoint, waiting };
}
