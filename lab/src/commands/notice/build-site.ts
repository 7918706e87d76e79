import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { type Checkpoint, toProofText } from '@candor/core/ledger';
import { fingerprintKeySet, toKeyRecord } from '@candor/core/notice/operator';
import { DEFAULT_BUCKET_SHAPE, type SiteDescription, toSitePaths } from '@candor/core/verify';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { nodeDeflate } from '../../adapters/deflate.ts';
import { takeAlone } from '../../adapters/process-lock.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { writeFact } from '../../adapters/state-fact.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { readWebPages } from '../../adapters/web-pages.ts';
import { openLogSigner } from '../../ledger/start-log.ts';
import { requireStanding } from '../../notice/approval/standing.ts';
import { loadDisclosure } from '../../notice/disclosure.ts';
import { collectSealed } from '../../notice/site/collect-sealed.ts';
import { assertPlaces, writeSite } from '../../notice/site/write-site.ts';
import { findDomain } from '../../notice/wave/notice-facts.ts';
import { logApp } from '../../review/site/log-app.ts';
import { isAppFile, makeApp } from '../../review/site/make-app.ts';
import { writeApp } from '../../review/site/write-app.ts';
import { proveEntry } from '../../transparency/prove-entry.ts';
import { publishLog } from '../../transparency/publish-log.ts';
import { inState } from '../acting.ts';

/** What was built; nothing of it stands in the public files but what anyone may know. */
export interface BuiltSite {
  readonly out: string;
  readonly description: SiteDescription;
  readonly fingerprint: string;
  /** TXT records that DNS must have: of the key set in force, then of those before, so that older notices can still be checked. */
  readonly records: readonly string[];
  /** The reviewer app: where, which, and the log's entry that names it. Null when the incident file has no `review`. */
  readonly review: { readonly folder: string; readonly digest: string; readonly entry: number } | null;
  readonly notices: number;
  readonly checkpoint: Checkpoint;
  /** Entries that wait for a later period. */
  readonly waiting: number;
}

/** Two that write one folder at once would leave it with files of both. */
const processName = 'site';

/**
 * Builds the static site on which notices are checked: publishes the log, seals every approved notice anew, and writes buckets, page and keys. Meant to be called
 * on a schedule, so that builds tell nothing either.
 * @throws Refusal when the incident file does not say where the site is, its places cannot work, or another process is at it.
 */
export function buildSite(statePath: string, out: string): Promise<BuiltSite> {
  return inState(statePath, async (state) => {
    const lock = takeAlone(join(state.path, 'keys'), processName);
    if (lock === null)
      throw new Refusal('site-busy', [
        `${state.path}: another command builds the site of this state; wait until it ends`,
      ]);
    try {
      return await build(state, out);
    } finally {
      lock.release();
    }
  });
}

async function build(state: StateFolder, out: string): Promise<BuiltSite> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const disclosure = await loadDisclosure(store);
  const { incident, notice } = disclosure;
  const { keySet, fingerprint, former } = await requireStanding(state, runtime, at);
  const origin = keySet.log.slice(0, keySet.log.indexOf('+'));
  const description: SiteDescription = {
    organization: incident.organization.name,
    domain: findDomain(disclosure),
    page: notice.page,
    log: origin,
    review: incident.review === null ? null : incident.review.app.replace(/^https?:\/\//, ''),
    telephone: /\d{3}/.test(notice.telephone.replaceAll(/\D/g, '')) ? notice.telephone : null,
    report: notice.reply,
    shape: DEFAULT_BUCKET_SHAPE,
    built: at,
  };
  assertPlaces(description);
  const pages = await readWebPages();
  const app =
    incident.review === null ? null : makeApp(runtime, pages, incident.incident, incident.review, description);
  const appEntry =
    app === null || incident.review === null
      ? null
      : await logApp(store, app, incident.review.app, { hashing: runtime, at, freshBytes });
  const { checkpoint, waiting } = await publishLog(state, join(out, toSitePaths(description).log), {
    hashing: runtime,
    cryptography: nodeCryptography,
    signer: openLogSigner(state, origin),
    at,
    freshBytes,
  });
  const { shape } = description;
  const slots = await collectSealed(store, {
    runtime,
    cryptography: nodeCryptography,
    deflate: nodeDeflate,
    freshBytes,
    shape,
    checkpoint,
    listDays: notice.listDays,
    built: at,
  });
  const vouched = new Set([fingerprint, ...former.map((before) => fingerprintKeySet(runtime, before.keySet))]);
  const records = [...vouched].map((each) => toKeyRecord(description.domain, each, origin));
  const own = pages.filter((file) => !isAppFile(file));
  await writeSite(out, { description, keySet, former, records, slots, pages: own, freshBytes });
  if (app !== null && appEntry !== null) {
    // Before the log's next period the entry waits; the proof comes with a later build.
    const isProved = appEntry < checkpoint.size;
    writeApp(out, app, isProved ? toProofText(await proveEntry(store, runtime, appEntry, false)) : null);
  }
  await writeFact(store, 'site-built', String(checkpoint.size));
  await writeFact(store, 'site-built-at', String(at));
  const review = app === null || appEntry === null ? null : { folder: app.folder, digest: app.digest, entry: appEntry };
  return { out, description, fingerprint, records, review, notices: slots.length, checkpoint, waiting };
}
