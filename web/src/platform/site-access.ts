import type { SiteAccess } from '@candor/core/verify';

const NOT_FOUND = 404;
/** These files are small: a slower site counts as unreachable. */
const LONGEST_MS = 30_000;

/**
 * Fetches files of the site that served the page: no cookie, no referrer, no redirect elsewhere, and only the file's
 * name. Throws on no answer or anything but a file.
 */
export const siteAccess: SiteAccess = async (path) => {
  const address = new URL(`/${path}`, location.origin);
  const response = await fetch(address, {
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (response.status === NOT_FOUND) return null;
  if (!response.ok) throw new Error(`the site answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
