import { Refusal } from '@candor/core/base';
import { readSiteDescription, SITE_DESCRIPTION_PATH, type SiteAccess, type SiteDescription } from '@candor/core/verify';
import { inspectPath } from '../../adapters/files.ts';
import { openDownloadedSite, openServedSite, readSiteAddress } from '../../adapters/site-access.ts';

/** The files of a site: of its host, or of the folder that it was downloaded to. @throws Refusal */
export function openSite(site: string): SiteAccess {
  if (inspectPath(site).is === 'folder') return openDownloadedSite(site);
  const address = readSiteAddress(site);
  if (address !== null) return openServedSite(address);
  throw new Refusal('no-site', [
    `${site}: this is neither a folder nor an https address; name the organization's own site, or the folder it was downloaded to`,
  ]);
}

/** What the site says of itself; only a domain's own host may speak for it. @throws Refusal */
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
