import { formatInstant, Refusal } from '@candor/core/base';
import { readVerifierKey } from '@candor/core/ledger';
import { fingerprintKeySet, readKeySet } from '@candor/core/notice/operator';
import {
  RECENT_SECONDS,
  readSiteDescription,
  SITE_DESCRIPTION_PATH,
  type SiteAccess,
  type SiteDescription,
  toSitePaths,
} from '@candor/core/verify';
import { inspectPath } from '../../adapters/files/files.ts';
import { openDownloadedSite, openServedSite, readSiteAddress } from '../../adapters/net/site-access.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { type CheckedApp, checkApp } from '../../transparency/index.ts';

export interface CheckedSite extends CheckedApp {
  /** The address has no scheme. */
  readonly review: string;
  /** Fingerprint of the key set that the site publishes: to be compared with DNS or a notice. */
  readonly fingerprint: string;
  /** The files themselves say when they were built. */
  readonly built: string;
  /** Too old to confirm a notice: builds or uploads stopped, or an older copy is served. */
  readonly isOld: boolean;
}

/**
 * Whether the served reviewer app is the logged one. Needs no state: anybody may check.
 * @param app its place, on a site of several incidents
 * @throws Refusal without site, key set or app.
 */
export async function checkSite(place: string, app: string | null = null): Promise<CheckedSite> {
  const runtime = createNodeRuntime();
  const site = openSite(place);
  const description = await describeSite(site, place);
  const { built } = description;
  const review = description.review ?? app?.replace(/^https?:\/\//, '') ?? null;
  if (review === null)
    throw new Refusal('no-review', [
      `${place}: this site names no reviewer app; if it serves several incidents, name your app with --app, as in your notice`,
    ]);
  const bytes = await site(toSitePaths(description).keys);
  const keySet = bytes === null ? null : readKeySet(bytes);
  const log = keySet === null ? null : readVerifierKey(runtime, keySet.log);
  if (keySet === null || log === null) throw new Refusal('no-site', [`${place}: keys.json is missing or not readable`]);
  const folder = review.slice(review.indexOf('/') + 1);
  const checked = await checkApp(runtime, site, folder, log);
  const isOld = now() - built > RECENT_SECONDS;
  return { ...checked, review, fingerprint: fingerprintKeySet(runtime, keySet), built: formatInstant(built), isOld };
}

/**
 * A site's files: from its host, or from a downloaded folder.
 * @throws Refusal
 */
export function openSite(site: string): SiteAccess {
  if (inspectPath(site).is === 'folder') return openDownloadedSite(site);
  const address = readSiteAddress(site);
  if (address !== null) return openServedSite(address);
  throw new Refusal('no-site', [
    `${site}: this is neither a folder nor an https address; name the organization's own site, or the folder it was downloaded to`,
  ]);
}

/**
 * The site's description; only a domain's own host may speak for it.
 * @throws Refusal
 */
export async function describeSite(site: SiteAccess, place: string): Promise<SiteDescription> {
  const bytes = await site(SITE_DESCRIPTION_PATH);
  const description = bytes === null ? null : readSiteDescription(bytes);
  if (description === null)
    throw new Refusal('no-site', [
      `${place}: there is no site for checking notices here (${SITE_DESCRIPTION_PATH} is missing or not readable)`,
    ]);
  const address = readSiteAddress(place);
  const isHere = address === null || address.protocol === 'http:';
  const { domain } = description;
  if (isHere || address.hostname === domain || address.hostname.endsWith(`.${domain}`)) return description;
  throw new Refusal('foreign-site', [
    `${place}: the site says that it belongs to ${domain}, but this host does not; only a domain's own site can prove its notices`,
  ]);
}
