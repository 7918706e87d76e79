import { readNoticeCode } from '@candor/core/notice/code';
import type { NoticeAnswer, SiteAccess, SiteDescription } from '@candor/core/verify';
import type { CodeAndDomains, UnreadableReason } from '@candor/core/verify/received';
import { now } from '../../platform/clock.ts';
import { fetchChecked } from '../../platform/later-files.ts';
import { siteAccess } from '../../platform/site-access.ts';
import type { Source } from './page-state.ts';
import { READING_TOOLS } from './reading-tools.ts';

/** The browser is too old for the checks, or the page is not served over https. */
export class UnsupportedBrowserError extends Error {}

/** A message's own code and domain; nothing of it leaves the page. The reader of messages is fetched with the first. */
export async function findInMessage(
  source: Source,
  organization: string,
): Promise<CodeAndDomains | { readonly unreadable: UnreadableReason }> {
  await fetchChecked('comparison');
  const { findCodeAndDomains } = await import('@candor/core/verify/received');
  return findCodeAndDomains(READING_TOOLS, source, organization);
}

export class LookUp {
  readonly #description: SiteDescription;
  readonly #code: string;
  readonly #domain: string;
  readonly #files = new Map<string, Uint8Array | null>();

  constructor(description: SiteDescription, code: string, domain: string) {
    this.#description = description;
    this.#code = code;
    this.#domain = domain;
  }

  /**
   * Requests the same number of files for any code, so that the host cannot distinguish answers.
   * @throws UnsupportedBrowserError, or an Error when the site does not answer
   */
  async check(source: Source | null): Promise<NoticeAnswer> {
    assertAbleBrowser();
    const code = readNoticeCode(this.#code);
    if (code.state !== 'code') throw new Error('the code was not read');
    await fetchChecked('checks');
    const { checkInBrowser } = await import('./checks.ts');
    return checkInBrowser({
      code: code.bytes,
      domain: this.#domain,
      description: this.#description,
      site: this.#fetch,
      received: source,
      fingerprints: 'by-reader',
      isDomainGiven: true,
      now: now(),
    });
  }

  readonly #fetch: SiteAccess = async (path) => {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const bytes = await siteAccess(path);
    this.#files.set(path, bytes);
    return bytes;
  };
}

function assertAbleBrowser(): void {
  try {
    // Missing on a page served over http.
    if (crypto.subtle === undefined) throw new UnsupportedBrowserError();
    new DecompressionStream('deflate-raw');
  } catch {
    throw new UnsupportedBrowserError();
  }
}
