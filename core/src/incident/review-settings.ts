import { toALabels } from '@candor/core/base';
import { readMailDomain } from '@candor/core/evidence/address';
import { z } from 'zod';
import type { NoticeSettings } from './disclosure.ts';
import { readDuration } from './duration.ts';
import { toEvidencePath } from './evidence-path.ts';
import { type Finding, refuse } from './finding.ts';

/** `review` of the incident file: where parties read, and how long an enrollment waits. It never changes a verdict. */
export interface ReviewSettings {
  /** Origin of the portal: `https://review.harbor.example`. */
  readonly portal: string;
  /** Relying party of passkeys: the app's domain, or a parent. */
  readonly passkeys: string;
  /**
   * Where the static site serves the reviewer app, with scheme, without trailing slash:
   * `https://harbor.example/review`.
   */
  readonly app: string;
  /** Waiting time of an enrollment after every contact of its party was told. */
  readonly waitSeconds: number;
  /** Minimum number of resolvers for a domain proof. */
  readonly leastResolvers: number;
  /** Key file for the lab's calls to the portal, relative to the incident file; null: in the state. */
  readonly key: string | null;
}

const text = z.string().min(1);

export const reviewSchema = z.strictObject({
  portal: text,
  passkeys: text.optional(),
  app: text.optional(),
  wait: text.optional(),
  leastResolvers: text.optional(),
  key: text.optional(),
});

export type WrittenReview = z.infer<typeof reviewSchema>;

/** Time for a contact who reads the announcement after a weekend. */
const DEFAULT_WAIT_SECONDS = 72 * 3600;
/** After a month the zone's challenge is too old (docs/formats/proof.md). */
const MAX_WAIT_SECONDS = 29 * 86_400;
/** With only one, its operator could decide who reads. */
const DEFAULT_LEAST_RESOLVERS = 2;
const MAX_LEAST_RESOLVERS = 9;
const MAX_PORT = 65_535;

/** Defaults come from `notice` and the organization's first domain. */
export function toReviewSettings(
  written: WrittenReview,
  notice: NoticeSettings | null,
  domain: string,
): ReviewSettings {
  const [host = domain] = notice?.page.split('/') ?? [];
  return {
    portal: toAddress(written.portal),
    passkeys: toALabels((written.passkeys ?? host).toLowerCase()),
    app: toAddress(
      /^https?:\/\//.test(written.app ?? '') ? (written.app ?? '') : `https://${written.app ?? `${host}/review`}`,
    ),
    waitSeconds: written.wait === undefined ? DEFAULT_WAIT_SECONDS : (readDuration(written.wait) ?? Number.NaN),
    leastResolvers: toLeast(written.leastResolvers),
    key: written.key === undefined ? null : toEvidencePath(written.key),
  };
}

/**
 * Checks of `review` beyond its shape. Browsers bind passkeys and cookies to one site, so app and portal must share it.
 */
export function checkReview(review: ReviewSettings | null, ownDomains: readonly string[]): Finding[] {
  if (review === null) return [];
  const findings: Finding[] = [];
  const say = (key: string, sentence: string) => findings.push(refuse(['review', key], sentence));
  const [portal, app] = [readWebAddress(review.portal), readWebAddress(review.app)];
  if (portal === null || portal.path !== '')
    say('portal', `"${review.portal}" is not the address of a portal; write it like https://review.harbor.example`);
  if (app === null || app.path === '')
    say('app', `"${review.app}" is not the address of a page; write it like harbor.example/review`);
  if (!(review.waitSeconds >= 1 && review.waitSeconds <= MAX_WAIT_SECONDS))
    say('wait', 'review.wait must be 1s to 29d: a number and s, m, h or d');
  if (Number.isNaN(review.leastResolvers))
    say('leastResolvers', `review.leastResolvers must be a whole number from 1 to ${MAX_LEAST_RESOLVERS}`);
  if (portal === null || app === null) return findings;
  if (!isAtOrBelow(app.host, review.passkeys))
    say('passkeys', `"${review.passkeys}" is not the domain of ${app.host} or one above it; browsers would refuse it`);
  const site = [...ownDomains, ...loopbackHosts].find((own) => isAtOrBelow(app.host, own));
  if (site === undefined) say('app', `"${app.host}" is not one of the organization's domains; nobody would trust it`);
  else if (!isAtOrBelow(portal.host, site))
    say(
      'portal',
      `"${portal.host}" is not below ${site} as the app is; browsers would not keep anybody signed in there`,
    );
  return findings;
}

function toLeast(written: string | undefined): number {
  if (written === undefined) return DEFAULT_LEAST_RESOLVERS;
  const least = /^\d$/.test(written) ? Number(written) : Number.NaN;
  return least >= 1 && least <= MAX_LEAST_RESOLVERS ? least : Number.NaN;
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];
const webAddress = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([1-9]\d{0,4}))?((?:\/[A-Za-z0-9._~-]+)*)$/;

interface WebAddress {
  readonly host: string;
  readonly path: string;
}

/** Null unless a browser may be sent there: over TLS or on this machine, without escapes. */
function readWebAddress(written: string): WebAddress | null {
  const [, scheme, host = '', port, path = ''] = webAddress.exec(written) ?? [];
  const isNear = loopbackHosts.includes(host);
  if (scheme === undefined || (scheme === 'http' && !isNear) || Number(port ?? 1) > MAX_PORT) return null;
  if (!isNear && readMailDomain(host) === null) return null;
  return path.split('/').some((step) => step === '.' || step === '..') ? null : { host, path };
}

/**
 * Scheme and host in canonical form, path as written, without trailing slashes. An invalid address stays, to be
 * refused.
 */
function toAddress(written: string): string {
  const [, start, host, rest = ''] = /^(https?:\/\/)([^/:[]+)(.*)$/i.exec(written) ?? [];
  if (start === undefined || host === undefined) return written;
  return `${start.toLowerCase()}${toALabels(host.toLowerCase())}${rest.replace(/(?<!\/)\/+$/, '')}`;
}

function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
