import { compareUtf8 } from '@candor/core/base';
import { type GateFinding, refuse, warn } from './gate-finding.ts';
import type { SpfObservation } from './probe-observation.ts';
import { isOfVersion, toTextRecord } from './published-record.ts';

/** SPF (RFC 7208) of the envelope sender as the probe arrived, with the record that would have let it pass. */
export function judgeSpf(spf: SpfObservation, fromDomain: string): readonly GateFinding[] {
  const { domain, result, published, clientAddress } = spf;
  if (published.is === 'fault') return [refuse('gate-dns-fault', toFault(domain, published.text))];
  const records = published.is === 'texts' ? published.texts.filter((text) => isOfVersion(text, 'spf1')) : [];
  const unaligned =
    (spf.isAligned ?? isAligned(domain, fromDomain))
      ? []
      : [
          refuse(
            'gate-spf-unaligned',
            `bounces go to ${domain}, which is not aligned with ${fromDomain} as its DMARC record requires; set notice.bounce to an address at ${fromDomain}`,
          ),
        ];
  const [first] = records;
  if (first === undefined) {
    const text = `${domain} publishes no SPF record, so receivers cannot see that this relay may send for it; publish one`;
    return [...unaligned, refuse('gate-spf-none', text, toRecord(domain, [], clientAddress))];
  }
  if (records.length > 1) {
    const text = `${domain} publishes ${records.length} SPF records, and receivers treat that as an error (RFC 7208, 4.5); keep only this one`;
    return [...unaligned, refuse('gate-spf-several', text, toRecord(domain, records, clientAddress))];
  }
  const open = /(?:^|\s)[+?]?all(?:\s|$)/i.test(first)
    ? [
        warn(
          'gate-spf-open',
          `the SPF record of ${domain} lets everybody send for it; end it with -all`,
          toRecord(domain, records, null),
        ),
      ]
    : [];
  switch (result) {
    case 'pass':
      return [...unaligned, ...open];
    case 'temperror':
      return [...unaligned, refuse('gate-dns-fault', toFault(domain, 'SPF could not be looked up completely'))];
    case 'permerror':
      return [
        ...unaligned,
        refuse(
          'gate-spf-invalid',
          `the SPF record of ${domain} cannot be used: it is malformed, or needs more than 10 look-ups; publish this one and add what else sends for ${domain}`,
          toRecord(domain, [], clientAddress),
        ),
      ];
    default:
      return [
        ...unaligned,
        refuse(
          'gate-spf-fails',
          `the SPF record of ${domain} does not name ${clientAddress ?? 'the address'} from where the relay sends (${result}); publish it with that address`,
          toRecord(domain, records, clientAddress),
        ),
      ];
  }
}

/** A domain that is the other one or below it: relaxed alignment as far as it needs no list of suffixes. */
export function isAligned(domain: string, fromDomain: string): boolean {
  return domain === fromDomain || domain.endsWith(`.${fromDomain}`) || fromDomain.endsWith(`.${domain}`);
}

/**
 * The records there are, as one, with the relay's address in it and everybody else out. Resolvers give records in any
 * order.
 */
function toRecord(domain: string, records: readonly string[], clientAddress: string | null): string | null {
  const terms: string[] = [];
  for (const record of [...records].sort(compareUtf8)) {
    for (const written of record.trim().split(/\s+/).slice(1)) {
      // `all` would keep a redirect from being followed (RFC 7208, 6.1).
      const term = written.replace(/^redirect=/i, 'include:');
      if (!/^[-+~?]?all$/i.test(term) && !terms.includes(term)) terms.push(term);
    }
  }
  if (clientAddress !== null) {
    const term = `${clientAddress.includes(':') ? 'ip6' : 'ip4'}:${clientAddress}`;
    if (!terms.includes(term)) terms.unshift(term);
  }
  return terms.length === 0 ? null : toTextRecord(domain, ['v=spf1', ...terms, '-all'].join(' '));
}

function toFault(domain: string, text: string): string {
  return `SPF of ${domain} cannot be judged: ${text}; that proves nothing, so try again`;
}
