import { createHash } from 'node:crypto';
import { advise, hint, type Json, type Reason, toCanonicalJson } from '@candor/core/base';
import type { AuthenticationResult, GateFinding } from '@candor/core/notice/gate';
import type { SpamScore } from '../adapters/mail/spam-filter.ts';
import type { Disclosure } from './disclosure.ts';

/** Result of a probe through the relay, as stored and shown to approvers. */
export interface GateResult {
  readonly at: number;
  readonly isPassed: boolean;
  readonly findings: readonly GateFinding[];
  /** Recipients' servers see these results; null means that the probe did not arrive. */
  readonly authentication: {
    readonly spf: AuthenticationResult;
    readonly dkim: AuthenticationResult;
    readonly dmarc: AuthenticationResult;
    readonly clientAddress: string | null;
  } | null;
  readonly spam: SpamScore | null;
  /** `sha256` is the digest of the judged bytes, in hex. */
  readonly probe: { readonly to: string; readonly messageId: string; readonly receivedSha256: string | null };
}

/** A passed gate says how relay and DNS were then: after a day it is asked again. */
const GATE_FRESH_SECONDS = 24 * 3600;

/**
 * Of everything in the incident file and the key set that a gate's result depends on: another relay, sender or key
 * needs another probe. Hex.
 */
export function digestGateSettings({ notice, incident }: Disclosure, fingerprint: string): string {
  const { page, from, reply, bounce, relay, dkim, check, resolvers, telephone } = notice;
  const judged = {
    ...{ page, from, reply, bounce, telephone, fingerprint },
    relay: relay === null ? null : { host: relay.host, port: relay.port, tls: relay.tls, user: relay.user },
    dkim: dkim === null ? null : { ...dkim },
    check: check === null ? null : check.address,
    resolvers: [...resolvers],
    domains: [...incident.organization.domains],
  };
  return createHash('sha256')
    .update(toCanonicalJson(judged as unknown as Json))
    .digest('hex');
}

/** Why a gate's result lets nothing out, or null when it does. */
export function findGateObstacle(
  newest: { readonly result: GateResult; readonly settingsDigest: string } | null,
  settingsDigest: string,
  at: number,
): Reason | null {
  if (newest === null) return advise`no probe has gone through the relay yet: run ${hint('notice.gate')}`;
  if (!newest.result.isPassed)
    return advise`the last probe through the relay did not pass: ${hint('notice.gate')} says which record to publish`;
  if (newest.settingsDigest !== settingsDigest)
    return advise`sender, relay, keys or page have changed since the last probe passed: run ${hint('notice.gate')} again`;
  // A clock that was put back must not keep an old result fresh.
  if (Math.abs(at - newest.result.at) > GATE_FRESH_SECONDS)
    return advise`the last probe through the relay is more than a day old: run ${hint('notice.gate')} again`;
  return null;
}
