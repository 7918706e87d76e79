import type {
  AuthenticationResult,
  DkimKeyRecord,
  DkimSignatureObservation,
  ProbeObservation,
} from '@candor/core/notice/gate';
import type { AuthenticateResult, DKIMResult, ReceivedChainEntry } from 'mailauth';
import { isAddress, isLoopback, isPublicAddress } from '../../adapters/net/public-address.ts';
import { type DnsClient, lookUpTexts, type Resolver, toResolver } from './resolver.ts';

export interface ProbeToObserve {
  readonly received: Uint8Array;
  readonly from: string;
  /** The sent one stands here if the receiving server does not say. */
  readonly envelopeSender: string;
  readonly organizationDomains: readonly string[];
  readonly key: DkimKeyRecord | null;
  /** With a relay on this machine, mail comes from loopback. */
  readonly isLocal: boolean;
}

/** Shorter keys are broken in hours; receivers take them for none (RFC 8301, 3.2). */
const SHORTEST_KEY_BITS = 1024;

/** Judges received bytes as a recipient's server would, with names asked through the prober. */
export async function observeProbe(asker: DnsClient, probe: ProbeToObserve): Promise<ProbeObservation> {
  const resolver = toResolver(asker);
  const fromDomain = toDomain(probe.from);
  const senderDomain = toDomain(probe.envelopeSender);
  const bytes = Buffer.from(probe.received);
  // Loaded here, because it takes longer than most commands, and most judge no mail.
  const { authenticate } = await import('mailauth');
  const first = await authenticate(bytes, { resolver, disableArc: true, disableBimi: true, disableDmarc: true });
  const hop = await findHop(first.receivedChain ?? [], probe, resolver);
  const result = await authenticate(bytes, {
    resolver,
    sender: probe.envelopeSender,
    mta: 'gate',
    minBitLength: SHORTEST_KEY_BITS,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
    ...(hop === null ? {} : { ip: hop.address, helo: hop.helo }),
  });
  const { key } = probe;
  const [spfTexts, dmarcTexts, keyTexts] = await Promise.all([
    lookUpTexts(asker, senderDomain),
    lookUpTexts(asker, `_dmarc.${fromDomain}`),
    key === null ? null : lookUpTexts(asker, `${key.selector}._domainkey.${key.domain}`),
  ]);
  const dmarc = result.dmarc === false || result.dmarc.rr === undefined ? null : result.dmarc;
  return {
    fromDomain,
    spf: {
      domain: senderDomain,
      result: hop === null || result.spf === false ? 'none' : toResult(result.spf.status.result),
      isAligned: dmarc === null ? null : isSpfAligned(senderDomain, fromDomain, dmarc.alignment.spf.strict),
      clientAddress: hop?.address ?? null,
      published: spfTexts,
    },
    dkim: {
      signatures: result.dkim.results.flatMap((each) => toSignature(each, dmarc !== null)),
      key,
      published: keyTexts,
    },
    dmarc: {
      result: result.dmarc === false ? 'none' : toResult(result.dmarc.status.result),
      policy: dmarc?.policy ?? null,
      published: dmarcTexts,
    },
  };
}

interface Hop {
  readonly address: string;
  readonly helo: string;
}

/**
 * Where the mail left our side. Received fields are newest first, and a large receiver adds hops of its own; so the
 * first one for which SPF permits the sender counts. Fields of our own servers end the search.
 */
async function findHop(
  chain: readonly ReceivedChainEntry[],
  probe: ProbeToObserve,
  resolver: Resolver,
): Promise<Hop | null> {
  const { spf } = await import('mailauth');
  let newest: Hop | null = null;
  for (const entry of chain) {
    const by = (entry.by?.value ?? '').toLowerCase();
    if (probe.organizationDomains.some((domain) => by === domain || by.endsWith(`.${domain}`))) break;
    const hop = readHop(entry, probe.isLocal);
    if (hop === null) continue;
    newest ??= hop;
    const { status } = await spf({
      sender: probe.envelopeSender,
      ip: hop.address,
      helo: hop.helo,
      mta: 'gate',
      resolver,
    });
    if (status.result === 'pass') return hop;
  }
  return newest;
}

function readHop({ from, with: by }: ReceivedChainEntry, isLocal: boolean): Hop | null {
  if (from === undefined || /lmtp/i.test(by?.value ?? '')) return null;
  const words = `${from.comment ?? ''} ${from.value}`.replace(/IPv6:/gi, '').split(/[\s[\]()]+/);
  const address = words.find((word) => isAddress(word) && (isPublicAddress(word) || (isLocal && isLoopback(word))));
  return address === undefined ? null : { address, helo: from.value };
}

function toSignature(result: DKIMResult, hasPolicy: boolean): readonly DkimSignatureObservation[] {
  const { signingDomain, selector, status } = result;
  if (signingDomain === undefined || selector === undefined) return [];
  return [
    {
      domain: signingDomain.toLowerCase(),
      selector,
      result: toResult(status.result),
      isAligned: hasPolicy ? typeof status.aligned === 'string' : null,
      isBodyChanged: result.bodyHashExpecting !== undefined && result.bodyHash !== result.bodyHashExpecting,
      isPartial: (status.underSized ?? 0) > 0 || result.canonBodyLengthLimited === true,
      isTesting: status.testing === true,
    },
  ];
}

function isSpfAligned(domain: string, fromDomain: string, isStrict: boolean): boolean | null {
  return isStrict ? domain === fromDomain : null;
}

function toResult(result: NonNullable<AuthenticateResult['spf'] & object>['status']['result']): AuthenticationResult {
  switch (result) {
    case 'temperr':
      return 'temperror';
    case 'skipped':
    case 'declined':
      return 'none';
    default:
      return result;
  }
}

function toDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
