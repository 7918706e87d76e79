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
import { toTypedDomain, toTypedRecipient } from '../../../../ui/typed-domain.ts';
import type { PrintedCheckpoint } from '../../../bridge/protocol.ts';

/** Only the code is looked up; no message is compared here. */
const TOOLS: CheckTools = {
  runtime: browserRuntime,
  cryptography: browserCryptography,
  inflate: browserInflate,
  parseHtml: () => null,
  readOutlook: async () => null,
};

/** The organization's identity from here on: pinned inside the keys made next. */
export interface KnownOrganization {
  /** Fingerprint of its key set, to compare with the notice. */
  readonly keySet: string;
  /** The notice's checkpoint; null without a notice. */
  readonly log: PrintedCheckpoint | null;
}

export type LookedUp =
  | {
      readonly is: 'issued';
      /** The domain to prove, from the record; of a notice to a person that of the address. */
      readonly domain: string;
      readonly issued: Instant;
      readonly organization: KnownOrganization;
      /** The operators changed since the notice, so the fingerprint differs from the printed one. */
      readonly isOtherKeySet: boolean;
      readonly supersededAt: Instant | null;
    }
  | { readonly is: 'unknown' | 'other-domain' | 'address-asked' | 'withdrawn' | 'unproved' }
  /** The site's files did not load or are invalid. It says nothing about the code. */
  | { readonly is: 'silent' };

/**
 * Looks up the code like the page for notices: the site learns one of 4,096 names, and neither code nor domain leaves
 * the device. `code` as typed, complete; `recipient` the domain or address as typed.
 */
export async function lookUpNotice(code: string, recipient: string, site: SiteAccess = siteAccess): Promise<LookedUp> {
  const reading = readNoticeCode(code);
  if (reading.state !== 'code') return { is: 'unknown' };
  try {
    const description = await describe(site);
    if (description === null) return { is: 'silent' };
    const answer = await checkNotice(TOOLS, {
      code: reading.bytes,
      domain: toTypedRecipient(recipient),
      description,
      site,
      received: null,
      fingerprints: 'by-reader',
      isDomainGiven: true,
      now: now(),
    });
    if (answer.kind === 'unknown' || answer.kind === 'other-domain' || answer.kind === 'address-asked')
      return { is: answer.kind };
    if (answer.kind === 'withdrawn' || answer.kind === 'unproved') return { is: answer.kind };
    const keySet = await findKeySet(site, toSitePaths(description).keys);
    const { notice } = answer;
    if (keySet === null || notice.proof.fingerprint === null) return { is: 'silent' };
    return {
      is: 'issued',
      domain: toTypedDomain(notice.issuedTo.value),
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
 * For a person without a code who is vouched for by a colleague: the organization as described by its site, to compare
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
