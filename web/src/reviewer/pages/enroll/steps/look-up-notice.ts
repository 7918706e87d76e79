import type { Instant } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice/code';
import { fingerprintKeySet, readKeySet } from '@candor/core/notice/operator';
import {
  type CheckTools,
  checkNotice,
  readSiteDescription,
  SITE_DESCRIPTION_PATH,
  type SiteAccess,
  toSitePaths,
} from '@candor/core/verify';
import { browserCryptography } from '../../../../platform/browser-cryptography.ts';
import { browserInflate } from '../../../../platform/browser-inflate.ts';
import { browserRuntime } from '../../../../platform/browser-runtime.ts';
import { now } from '../../../../platform/clock.ts';
import { siteAccess } from '../../../../platform/site-access.ts';
import { toTypedDomain } from '../../../../ui/typed-domain.ts';
import type { PrintedCheckpoint } from '../../../bridge/protocol.ts';

/** Nothing received is compared here: the code alone is looked up. */
const TOOLS: CheckTools = {
  runtime: browserRuntime,
  cryptography: browserCryptography,
  inflate: browserInflate,
  parseHtml: () => null,
  readOutlook: async () => null,
};

/** What the organization is known by from here on: pinned inside the keys that are made next. */
export interface KnownOrganization {
  /** Fingerprint of its key set, to be compared with the notice. */
  readonly keySet: string;
  /** The checkpoint that the notice prints; null without a notice. */
  readonly log: PrintedCheckpoint | null;
}

export type LookedUp =
  | {
      readonly is: 'issued';
      /** As the record has it: the domain to prove. */
      readonly domain: string;
      readonly issued: Instant;
      readonly organization: KnownOrganization;
      /** Its operators changed since the notice: the fingerprint is not the one that it prints. */
      readonly isOtherKeySet: boolean;
      readonly supersededAt: Instant | null;
    }
  | { readonly is: 'unknown' | 'other-domain' | 'withdrawn' | 'unproved' }
  /** The files of the site did not load, or are none. It says nothing about the code. */
  | { readonly is: 'silent' };

/**
 * Looks the code up as the page for notices does: the site learns one of 4,096 names, and neither code nor domain
 * leaves the device. `code` as typed, and whole.
 */
export async function lookUpNotice(code: string, domain: string, site: SiteAccess = siteAccess): Promise<LookedUp> {
  const reading = readNoticeCode(code);
  if (reading.state !== 'code') return { is: 'unknown' };
  try {
    const description = await describe(site);
    if (description === null) return { is: 'silent' };
    const answer = await checkNotice(TOOLS, {
      code: reading.bytes,
      domain: toTypedDomain(domain),
      description,
      site,
      received: null,
      fingerprints: 'by-reader',
      isDomainGiven: true,
      now: now(),
    });
    if (answer.kind === 'unknown' || answer.kind === 'other-domain') return { is: answer.kind };
    if (answer.kind === 'withdrawn' || answer.kind === 'unproved') return { is: answer.kind };
    const keySet = await findKeySet(site, toSitePaths(description).keys);
    const { notice } = answer;
    if (keySet === null || notice.proof.fingerprint === null) return { is: 'silent' };
    return {
      is: 'issued',
      domain: notice.domain,
      issued: notice.issued,
      organization: { keySet, log: notice.printed },
      isOtherKeySet: keySet !== notice.proof.fingerprint,
      supersededAt: notice.supersededAt,
    };
  } catch {
    return { is: 'silent' };
  }
}

/**
 * For somebody without a code, whom a colleague vouches for: the organization as its site says it is, to be compared
 * with the colleague.
 */
export async function findOrganization(site: SiteAccess = siteAccess): Promise<KnownOrganization | null> {
  try {
    const description = await describe(site);
    const keySet = description === null ? null : await findKeySet(site, toSitePaths(description).keys);
    return keySet === null ? null : { keySet, log: null };
  } catch {
    return null;
  }
}

async function describe(site: SiteAccess): Promise<ReturnType<typeof readSiteDescription>> {
  const bytes = await site(SITE_DESCRIPTION_PATH);
  return bytes === null ? null : readSiteDescription(bytes);
}

async function findKeySet(site: SiteAccess, path: string): Promise<string | null> {
  const bytes = await site(path);
  const keySet = bytes === null ? null : readKeySet(bytes);
  return keySet === null ? null : fingerprintKeySet(browserRuntime, keySet);
}
