import { join } from 'node:path';
import { advise, hint, Refusal, type Runtime } from '@candor/core/base';
import { type Checkpoint, toProofText } from '@candor/core/ledger';
import { fingerprintKeySet, toKeyRecord } from '@candor/core/notice/operator';
import { DEFAULT_BUCKET_SHAPE, type SealedSlot, type SiteDescription, toSitePaths } from '@candor/core/verify';
import { nodeDeflate } from '../../adapters/files/deflate.ts';
import { readWebPages, type WebFile } from '../../adapters/files/web-pages.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { toLogKeys } from '../../adapters/store/log-home-place.ts';
import { type ProcessLock, tryProcessLock } from '../../adapters/store/process-lock.ts';
import { writeFact } from '../../adapters/store/state-fact.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { openLogSigner, writeHead } from '../../ledger/index.ts';
import { catchUp } from '../../ledger/store/catch-up.ts';
import { type ActiveOperators, requireActiveOperators } from '../../notice/approval/index.ts';
import { type Disclosure, loadDisclosure } from '../../notice/index.ts';
import { assertPlaces, collectSealed, writeSite } from '../../notice/site/index.ts';
import { findDomain } from '../../notice/wave/index.ts';
import { isAppFile, logApp, type MadeApp, makeApp, writeApp } from '../../review/site/index.ts';
import { proveEntry, publishLog } from '../../transparency/index.ts';
import type { ActIn } from '../acting.ts';

/** The site's description, which incidents of one domain share. */
const SAID_ONCE = ['organization', 'domain', 'page', 'log', 'telephone', 'report'] as const;

/** A reviewer app on the site: where, which, and the log's entry that names it. */
export interface BuiltApp {
  readonly folder: string;
  readonly digest: string;
  readonly entry: number;
}

/** The result; public files only contain public facts. */
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

/** Further states whose site is built with the first. */
export interface SiteOrder {
  /** States of the other incidents of the domain. */
  readonly others: readonly string[];
  /** Incidents that share the log and are not named are left out knowingly. */
  readonly leavesOut: boolean;
}

/**
 * Builds the static site for checking notices: publishes the log, seals every approved notice again, and writes
 * buckets, page and keys. Run it on a schedule, so that builds reveal nothing. Incidents of one domain share a site:
 * name their states together.
 * @throws Refusal when an incident file does not define the site, its places cannot work, or another process is
 * building.
 */
export function buildSite(
  actIn: ActIn,
  statePath: string,
  out: string,
  order: SiteOrder = { others: [], leavesOut: false },
): Promise<BuiltSite> {
  return openAll(actIn, [statePath, ...order.others], [], (states) =>
    withLocks(states, () => build(states, out, order)),
  );
}

function openAll<T>(
  actIn: ActIn,
  paths: readonly string[],
  opened: readonly StateFolder[],
  work: (states: readonly StateFolder[]) => Promise<T>,
): Promise<T> {
  const [path, ...rest] = paths;
  return path === undefined ? work(opened) : actIn(path, (state) => openAll(actIn, rest, [...opened, state], work));
}

async function withLocks<T>(states: readonly StateFolder[], work: () => Promise<T>): Promise<T> {
  const locks: ProcessLock[] = [];
  try {
    // Only one of the incidents that share a log builds the site.
    for (const folder of new Set(states.flatMap((state) => [join(state.path, 'keys'), toLogKeys(state)]))) {
      const lock = tryProcessLock(folder, processName);
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
  const deps = { hashing: runtime, at };
  const [firstState, ...otherStates] = states;
  if (firstState === undefined) throw new Error('a site is of one incident at least');
  const first = await readSitePart(firstState, runtime, at);
  const parts: [SitePart, ...SitePart[]] = [first];
  for (const state of otherStates) parts.push(await readSitePart(state, runtime, at));
  const description = describeTogether(parts, order);
  assertPlaces(description);
  const entries = new Map<SitePart, number>();
  for (const part of parts)
    if (part.app !== null) entries.set(part, await logApp(part.state.store, part.app.made, part.app.address, deps));
  const { checkpoint, note, waiting } = await publishLog(firstState, join(out, toSitePaths(description).log), {
    ...deps,
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

/** What one incident adds to its domain's site. */
interface SitePart {
  readonly state: StateFolder;
  readonly disclosure: Disclosure;
  readonly standing: ActiveOperators;
  readonly description: SiteDescription;
  /** With where it is served; null when the incident file has no `review`. */
  readonly app: { readonly made: MadeApp; readonly address: string } | null;
}

/** @throws Refusal when the incident file does not say where the site is, or does not belong to its log. */
async function readSitePart(state: StateFolder, runtime: Runtime, at: number): Promise<SitePart> {
  const disclosure = await loadDisclosure(state.store);
  const { incident, notice } = disclosure;
  const standing = await requireActiveOperators(state, runtime, at);
  const { log } = standing.keySet;
  const description: SiteDescription = {
    organization: incident.organization.name,
    domain: findDomain(disclosure),
    page: notice.page,
    log: log.slice(0, log.indexOf('+')),
    review: incident.review === null ? null : incident.review.app.replace(/^https?:\/\//, ''),
    telephone: /\d{3}/.test(notice.telephone.replaceAll(/\D/g, '')) ? notice.telephone : null,
    report: notice.reply,
    shape: DEFAULT_BUCKET_SHAPE,
    built: at,
  };
  const pages: readonly WebFile[] = incident.review === null ? [] : await readWebPages();
  const app =
    incident.review === null
      ? null
      : {
          made: makeApp(runtime, pages, incident.incident, incident.review, description),
          address: incident.review.app,
        };
  return { state, disclosure, standing, description, app };
}

/**
 * The description of the site that answers for several incidents. It names no reviewer app then: each incident has its
 * own, which its notices name.
 * @throws Refusal where they differ in what a site says once, do not share a log, or one that shares it is missing.
 */
function describeTogether(
  parts: readonly [SitePart, ...SitePart[]],
  order: { readonly leavesOut: boolean },
): SiteDescription {
  const [first, ...others] = parts;
  const { home } = first.state.store;
  const reasons = others.flatMap((other) => [
    ...SAID_ONCE.filter((key) => other.description[key] !== first.description[key]).map(
      (key) =>
        `${other.state.path}: its site says "${other.description[key] ?? 'nothing'}" as ${key}, that of ${first.state.path} "${first.description[key] ?? 'nothing'}"; one site has one value: make both incident files alike`,
    ),
    ...(home !== null && other.state.store.home?.folder === home.folder
      ? []
      : [
          `${other.state.path}: it does not share its log with ${first.state.path}: name the same log.home in both incident files (docs/runbooks/second-incident.md)`,
        ]),
  ]);
  if (reasons.length > 0) throw new Refusal('site-places', reasons);
  assertOwnApps(parts);
  const members = home?.countMembers() ?? 1;
  if (members > parts.length && !order.leavesOut)
    throw new Refusal('site-incomplete', [
      advise`${members} incidents share this log, and ${parts.length} of them ${parts.length === 1 ? 'is' : 'are'} named: every code of the others would be unknown on this site. Name the state of each (${hint('incidents')} lists them), or use --leave-out`,
    ]);
  return others.length === 0 ? first.description : { ...first.description, review: null };
}

function assertOwnApps(parts: readonly SitePart[]): void {
  const known = new Map<string, string>();
  for (const { app, state } of parts) {
    if (app === null) continue;
    const before = known.get(app.made.folder);
    if (before !== undefined)
      throw new Refusal('site-places', [
        `${state.path}: its reviewer app is at ${app.address}, as is that of ${before}; each incident's app has a path of its own (review.app)`,
      ]);
    known.set(app.made.folder, state.path);
  }
}
