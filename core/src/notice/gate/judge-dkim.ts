import { type GateFinding, refuse, warn } from './gate-finding.ts';
import { isAligned } from './judge-spf.ts';
import type { DkimKeyRecord, DkimObservation, DkimSignatureObservation } from './probe-observation.ts';
import { readTags, toTextRecord } from './published-record.ts';

/** DKIM (RFC 6376) of the probe as it arrived: one whole signature of the sender's own domain must hold. */
export function judgeDkim(dkim: DkimObservation, fromDomain: string): readonly GateFinding[] {
  const { signatures, key } = dkim;
  const aligned = signatures.filter((signature) => signature.isAligned ?? isAligned(signature.domain, fromDomain));
  const good = aligned.find(({ result, isPartial }) => result === 'pass' && !isPartial);
  if (good !== undefined) return good.isTesting ? [warnOfTesting(good)] : [];
  const keyFinding = key === null ? null : judgePublishedKey(dkim, key);
  if (keyFinding !== null) return [keyFinding];
  const partial = aligned.find(({ result, isPartial }) => result === 'pass' && isPartial);
  if (partial !== undefined)
    return [
      refuse(
        'gate-dkim-partial',
        `the signature of ${partial.domain} leaves the end of the mail unsigned (l=), so that anybody can add to a notice; make the relay sign all of it`,
      ),
    ];
  const [failed] = aligned;
  if (failed !== undefined) return [judgeFailed(failed, key)];
  const [foreign] = signatures;
  if (foreign !== undefined)
    return [
      refuse(
        'gate-dkim-unaligned',
        `the mail is signed by ${foreign.domain}, which vouches for nothing that comes from ${fromDomain}; let it be signed with a key of ${fromDomain} and publish that key`,
        toKeyLine(key, fromDomain),
      ),
    ];
  return [
    refuse(
      'gate-dkim-none',
      key === null
        ? `the mail arrived without a signature; let the relay sign for ${fromDomain}, or name a key under notice.dkim, and publish its public half`
        : `the mail arrived without the signature that it was sent with; the relay takes DKIM-Signature away: stop it from that`,
      toKeyLine(key, fromDomain),
    ),
  ];
}

/** What DNS has at the name of our own key. */
function judgePublishedKey({ published }: DkimObservation, key: DkimKeyRecord): GateFinding | null {
  const name = `${key.selector}._domainkey.${key.domain}`;
  const record = toTextRecord(name, key.record);
  if (published === null) return null;
  if (published.is === 'fault')
    return refuse('gate-dns-fault', `the key at ${name} cannot be judged: ${published.text}; try again`);
  if (published.is === 'none')
    return refuse('gate-dkim-no-key', `the key that signs is not published at ${name}; publish it`, record);
  const wanted = readTags(key.record).get('p') ?? '';
  const isThere = published.texts.some((text) => (readTags(text).get('p') ?? '').replace(/\s+/g, '') === wanted);
  if (isThere && published.texts.length === 1) return null;
  const text = isThere
    ? `there are ${published.texts.length} records at ${name}, and a receiver may take any of them; keep this one alone`
    : `the key published at ${name} is not the one that signs; publish this one in its place`;
  return refuse('gate-dkim-other-key', text, record);
}

function judgeFailed(signature: DkimSignatureObservation, key: DkimKeyRecord | null): GateFinding {
  const { domain, selector, result } = signature;
  const name = `${selector}._domainkey.${domain}`;
  if (result === 'temperror')
    return refuse(
      'gate-dns-fault',
      `the key at ${name} could not be looked up; nothing follows from that, so try again`,
    );
  if (signature.isBodyChanged)
    return refuse(
      'gate-dkim-fails',
      `the text was changed after it was signed by ${domain}; switch off what the relay adds or rewrites (footers, banners, links) for this sender, or let the relay sign last`,
    );
  return refuse(
    'gate-dkim-fails',
    `the signature of ${domain} does not hold with the key at ${name} (${result}); publish the key that signs there`,
    key === null ? null : toTextRecord(`${key.selector}._domainkey.${key.domain}`, key.record),
  );
}

function warnOfTesting({ domain, selector }: DkimSignatureObservation): GateFinding {
  return warn(
    'gate-dkim-testing',
    `the key at ${selector}._domainkey.${domain} says that it is only tried (t=y), and receivers may take the mail for unsigned; take t=y out of the record`,
  );
}

/** Our own key's record, at the sender's domain. What only the relay knows cannot be written out. */
function toKeyLine(key: DkimKeyRecord | null, fromDomain: string): string | null {
  return key === null ? null : toTextRecord(`${key.selector}._domainkey.${fromDomain}`, key.record);
}
