import { join } from 'node:path';
import { type Instant, type Json, Refusal } from '@candor/core/base';
import type { ReviewSettings } from '@candor/core/incident';
import type { Hashing } from '@candor/core/ledger';
import {
  APP_LIST_FILE,
  APP_PROOF_FILE,
  APP_SETTINGS_FILE,
  type AppFile,
  toAppList,
  toAppSettingsText,
} from '@candor/core/review/app';
import type { SiteDescription } from '@candor/core/verify';
import { publicMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { removeOtherFiles } from '../../adapters/files/site-folder.ts';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';

/** As the builder names them: what they are, a digest, a kind. */
const assetName = /^[a-z.-]+-[\w-]{8}\.(?:js|css|svg)$/;

/** Where the built pages have the reviewer app. */
const BUILT_FOLDER = 'review/';
const PAGE_FILE = 'index.html';
/** Placeholder in the built page's policy; only here the incident's portal is known. */
const OWN_CONNECTIONS = "connect-src 'self';";

/** The app of one incident, as the site will serve it. */
export interface MadeApp {
  /** It lies below the site's root and has no slash at its ends. */
  readonly folder: string;
  readonly files: readonly AppFile[];
  /** The SHA-256 of this `files.sha256` is the digest of the app. */
  readonly list: string;
  readonly digest: string;
  readonly settings: string;
}

export function isAppFile({ path }: { readonly path: string }): boolean {
  return path.startsWith(BUILT_FOLDER);
}

/**
 * Makes the app from the built pages: inserts the portal's origin into the page's policy, and makes its references
 * absolute, since the page is served with and without a trailing slash.
 * @throws Refusal for a place where the app could not work.
 */
export function makeApp(
  runtime: { sha256Hex(content: Uint8Array | string): string },
  pages: readonly AppFile[],
  incident: string,
  review: ReviewSettings,
  site: SiteDescription,
): MadeApp {
  const folder = toFolder(review, site);
  const files = pages.filter(isAppFile).map(({ path, bytes }) => {
    const below = path.slice(BUILT_FOLDER.length);
    return { path: below, bytes: below === PAGE_FILE ? toServedPage(bytes, folder, review.portal) : bytes };
  });
  const list = toAppList(runtime, files);
  const digest = runtime.sha256Hex(list);
  const { organization, domain, page, log, telephone, report } = site;
  const { portal, passkeys, waitSeconds } = review;
  const settings = toAppSettingsText({
    incident,
    organization,
    domain,
    portal,
    passkeys,
    page,
    log,
    telephone,
    report,
    waitSeconds,
    app: digest,
  });
  return { folder, files, list, digest, settings };
}

function toServedPage(bytes: Uint8Array, folder: string, portal: string): Uint8Array {
  const built = new TextDecoder().decode(bytes);
  if (built.split(OWN_CONNECTIONS).length !== 2)
    throw new Error("the app's page has not exactly one list of connections");
  const served = built
    .replace(OWN_CONNECTIONS, () => `connect-src 'self' ${portal};`)
    .replaceAll('"./', `"/${folder}/`);
  return new TextEncoder().encode(served);
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** The app looks up notices and the log where the page for notices does: on its own host. */
function toFolder({ app }: ReviewSettings, { page, log }: SiteDescription): string {
  const { hostname, host, pathname } = new URL(app);
  const folder = pathname.replace(/^\/+|(?<!\/)\/+$/g, '');
  const [pageHost = '', ...pagePath] = page.split('/');
  if (host !== pageHost && !loopback.test(hostname))
    throw new Refusal('site-places', [
      `review.app is on ${host} and notice.page on ${pageHost}: the app may fetch only from its own host and the portal`,
    ]);
  const taken = [pagePath.join('/'), log.split('/').slice(1).join('/')];
  const overlaps = (one: string, other: string): boolean => `${one}/`.startsWith(`${other}/`);
  if (folder === '' || taken.some((other) => overlaps(folder, other) || overlaps(other, folder)))
    throw new Refusal('site-places', [
      `review.app must have its own path, such as ${pageHost}/review: the page for notices or the log is there`,
    ]);
  return folder;
}

interface AppLogging {
  readonly hashing: Hashing;
  readonly at: Instant;
}

/**
 * The position of the entry that names this app and these settings. Appends one if the last differs, before any file is
 * written: every app ever served is logged.
 */
export function logApp(
  store: Store,
  { digest, settings }: MadeApp,
  address: string,
  { hashing, at }: AppLogging,
): Promise<number> {
  const body: { readonly [member: string]: Json } = { address, digest, settings: hashing.sha256Hex(settings) };
  const what = JSON.stringify(body);
  return store.durableTransaction(async () => {
    const [known, position] = ((await readFact(store, 'site-app')) ?? '').split('\n');
    if (known === what && position !== undefined) return Number(position);
    const entry = await appendEntry(store, hashing, { kind: 'app', at, body });
    await writeFact(store, 'site-app', `${what}\n${entry}`);
    return entry;
  });
}

/**
 * Writes the app below the site's root. What the page needs is there before the page that names it; what only an older
 * page needed goes last.
 */
export function writeApp(root: string, { folder, files, list, settings }: MadeApp, proof: string | null): void {
  const place = join(root, folder);
  for (const { path, bytes } of files) if (path !== PAGE_FILE) writeDurableFile(join(place, path), bytes, publicMode);
  writeDurableFile(join(place, APP_SETTINGS_FILE), settings, publicMode);
  if (proof !== null) writeDurableFile(join(place, APP_PROOF_FILE), proof, publicMode);
  for (const { path, bytes } of files) if (path === PAGE_FILE) writeDurableFile(join(place, path), bytes, publicMode);
  writeDurableFile(join(place, APP_LIST_FILE), list, publicMode);
  const assets = files.filter(({ path }) => path.startsWith('assets/')).map(({ path }) => path.slice('assets/'.length));
  removeOtherFiles(join(place, 'assets'), new Set(assets), (name) => assetName.test(name));
}
