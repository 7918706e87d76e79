import { compareUtf8 } from '@candor/core/base';
import PostalMime from 'postal-mime';
import { isAtOrBelow, listLinkHosts } from '../text/link-hosts.ts';
import { type GateFinding, refuse, warn } from './gate-finding.ts';
import { isAligned, judgeSpf } from './judge-spf.ts';
import type {
  DkimKeyRecord,
  DkimObservation,
  DkimSignatureObservation,
  DmarcObservation,
  ProbeObservation,
} from './probe-observation.ts';
import { isOfVersion, readTags, toTextRecord } from './published-record.ts';

/** Deeper nesting does not come from a relay. */
const MAX_NESTING = 10;

const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject']);

/** The DMARC policy that a notifying domain should have: nobody else may send in its name. */
const STRICT = 'v=DMARC1; p=reject; adkim=s; aspf=s';

/** A probe as it was sent and as it came out at the other end; texts without the transfer encoding. */
export interface ProbePassage {
  readonly sent: {
    readonly from: string;
    readonly envelopeSender: string;
    readonly text: string;
    readonly html: string;
  };
  readonly received: {
    readonly from: string;
    /** From Return-Path; null when the receiving server does not say. */
    readonly envelopeSender: string | null;
    readonly text: string;
    readonly html: string;
  };
}

export function judgeAuthentication(probe: ProbeObservation): readonly GateFinding[] {
  const { fromDomain, spf, dkim, dmarc } = probe;
  return [...judgeSpf(spf, fromDomain), ...judgeDkim(dkim, fromDomain), ...judgeDmarc(dmarc, fromDomain)];
}

/** Whether the mail arrives as it was sent: a system that changes a word on the way makes every notice look forged. */
export function judgePassage({ sent, received }: ProbePassage): readonly GateFinding[] {
  const findings: GateFinding[] = [];
  if (received.from.toLowerCase() !== sent.from.toLowerCase())
    findings.push(
      refuse('gate-from-changed', `the relay changes the sender to ${received.from}; let it keep ${sent.from}`),
    );
  if (received.envelopeSender !== null && received.envelopeSender.toLowerCase() !== sent.envelopeSender.toLowerCase())
    findings.push(
      refuse(
        'gate-sender-changed',
        'the relay changes the envelope sender, so that bounces could not be matched to their notice; switch off sender rewriting (SRS, VERP of its own) for this sender',
      ),
    );
  if (toWords(received.text) !== toWords(sent.text) || toWords(received.html) !== toWords(sent.html))
    findings.push(
      refuse(
        'gate-text-changed',
        'the relay changes the text (a footer, a banner, rewritten links); every notice would differ from what was approved: switch that off for this sender',
      ),
    );
  return findings;
}

/** Every address that a mail program may link is at the organization's own domains. */
export function judgeLinks(text: string, domains: readonly string[]): readonly GateFinding[] {
  const foreign = listLinkHosts(text).filter((host) => !isAtOrBelow(host, domains));
  return foreign.length === 0
    ? []
    : [
        refuse(
          'gate-foreign-link',
          `the text leads to ${foreign.slice(0, 3).join(', ')}, which is not the organization's; a notice may name only its own domains (check notice.page, telephone, happened, measures and unknown)`,
        ),
      ];
}

/** Mail systems may change line ends and spaces. */
function toWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** DMARC (RFC 9989) of the domain in `From`, with the record to publish. */
function judgeDmarc(dmarc: DmarcObservation, fromDomain: string): readonly GateFinding[] {
  const name = `_dmarc.${fromDomain}`;
  const { published, result, policy } = dmarc;
  if (published.is === 'fault')
    return [refuse('gate-dns-fault', `DMARC of ${fromDomain} cannot be judged: ${published.text}; try again`)];
  const texts = published.is === 'texts' ? published.texts : [];
  const records = texts.filter((text) => isOfVersion(text, 'DMARC1')).sort(compareUtf8);
  if (records.length > 1) {
    const text = `${name} has ${records.length} DMARC records, and receivers then act as if there were none; keep only one`;
    return [refuse('gate-dmarc-several', text, toTextRecord(name, toStrict(records[0] ?? STRICT)))];
  }
  const [record] = records;
  if (record !== undefined && !POLICIES.has((readTags(record).get('p') ?? '').toLowerCase())) {
    const text = `the DMARC record at ${name} has no policy that receivers know; publish this one`;
    return [refuse('gate-dmarc-invalid', text, toTextRecord(name, toStrict(record)))];
  }
  switch (result) {
    case 'pass':
      return judgePolicy(policy, name, record);
    case 'none': {
      const text = `${fromDomain} publishes no DMARC record, so forged mail in its name looks the same; publish one (p=none is enough for the gate while other mail of the domain is not aligned yet)`;
      return [refuse('gate-dmarc-none', text, toTextRecord(name, STRICT))];
    }
    case 'temperror':
      return [refuse('gate-dns-fault', `DMARC of ${fromDomain} could not be looked up; try again`)];
    default: {
      const text = `DMARC of ${fromDomain} fails (${result}): neither SPF nor DKIM of that domain passes; fix what is listed for them`;
      return [refuse('gate-dmarc-fails', text)];
    }
  }
}

function judgePolicy(policy: string | null, name: string, record: string | undefined): readonly GateFinding[] {
  if (policy !== 'none') return [];
  const text = `the DMARC policy is none: receivers also deliver forged notices in this name; publish p=reject as soon as your other mail passes`;
  return [warn('gate-dmarc-policy', text, toTextRecord(name, toStrict(record ?? STRICT)))];
}

/** The same record with `p=reject` where its policy stood, everything else kept. */
function toStrict(record: string): string {
  const parts = record
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:v|p)\s*=/i.test(part));
  return ['v=DMARC1', 'p=reject', ...parts].join('; ');
}

/** DKIM (RFC 6376) of the probe as it arrived: one whole signature of the sender's own domain must hold. */
function judgeDkim(dkim: DkimObservation, fromDomain: string): readonly GateFinding[] {
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
        `the mail is signed by ${foreign.domain}, which authenticates no mail from ${fromDomain}; sign it with a key of ${fromDomain} and publish that key`,
        toKeyLine(key, fromDomain),
      ),
    ];
  return [
    refuse(
      'gate-dkim-none',
      key === null
        ? `the mail arrived without a signature; let the relay sign for ${fromDomain}, or name a key under notice.dkim, and publish its public half`
        : `the mail arrived without the signature that it was sent with; the relay removes DKIM-Signature: switch that off`,
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
    ? `there are ${published.texts.length} records at ${name}, and a receiver may use any of them; keep only this one`
    : `the key published at ${name} is not the one that signs; publish this one in its place`;
  return refuse('gate-dkim-other-key', text, record);
}

function judgeFailed(signature: DkimSignatureObservation, key: DkimKeyRecord | null): GateFinding {
  const { domain, selector, result } = signature;
  const name = `${selector}._domainkey.${domain}`;
  if (result === 'temperror')
    return refuse('gate-dns-fault', `the key at ${name} could not be looked up; that proves nothing, so try again`);
  if (signature.isBodyChanged)
    return refuse(
      'gate-dkim-fails',
      `the text was changed after it was signed by ${domain}; switch off what the relay adds or rewrites (footers, banners, links) for this sender, or let the relay sign last`,
    );
  return refuse(
    'gate-dkim-fails',
    `the signature of ${domain} is not valid with the key at ${name} (${result}); publish the key that signs there`,
    key === null ? null : toTextRecord(`${key.selector}._domainkey.${key.domain}`, key.record),
  );
}

function warnOfTesting({ domain, selector }: DkimSignatureObservation): GateFinding {
  return warn(
    'gate-dkim-testing',
    `the key at ${selector}._domainkey.${domain} is marked as a test (t=y), and receivers may treat the mail as unsigned; remove t=y from the record`,
  );
}

/** Our own key's record, at the sender's domain. What only the relay knows cannot be written out. */
function toKeyLine(key: DkimKeyRecord | null, fromDomain: string): string | null {
  return key === null ? null : toTextRecord(`${key.selector}._domainkey.${fromDomain}`, key.record);
}

/** What arrived, as a mail program would show it. Null for bytes that are no mail. */
export async function readReceived(bytes: Uint8Array): Promise<ProbePassage['received'] | null> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING });
    return {
      from: mail.from?.address ?? '',
      envelopeSender: mail.returnPath === undefined || mail.returnPath === '' ? null : mail.returnPath,
      text: mail.text ?? '',
      html: mail.html ?? '',
    };
  } catch {
    return null;
  }
}
