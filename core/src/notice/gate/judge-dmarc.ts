import { compareUtf8 } from '@candor/core/base';
import { type GateFinding, refuse, warn } from './gate-finding.ts';
import type { DmarcObservation } from './probe-observation.ts';
import { isOfVersion, readTags, toTextRecord } from './published-record.ts';

const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject']);
/** What a domain that tells victims should say: nobody else writes in its name. */
const STRICT = 'v=DMARC1; p=reject; adkim=s; aspf=s';

/** DMARC (RFC 9989) of the domain in `From`, with the record to publish. */
export function judgeDmarc(dmarc: DmarcObservation, fromDomain: string): readonly GateFinding[] {
  const name = `_dmarc.${fromDomain}`;
  const { published, result, policy } = dmarc;
  if (published.is === 'fault')
    return [refuse('gate-dns-fault', `DMARC of ${fromDomain} cannot be judged: ${published.text}; try again`)];
  const texts = published.is === 'texts' ? published.texts : [];
  const records = texts.filter((text) => isOfVersion(text, 'DMARC1')).sort(compareUtf8);
  if (records.length > 1) {
    const text = `${name} has ${records.length} DMARC records, and receivers then act as if there were none; keep one alone`;
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
      const text = `${fromDomain} publishes no DMARC record, so anybody's mail in its name looks like this; publish one (p=none is enough for the gate while other mail of the domain is not aligned yet)`;
      return [refuse('gate-dmarc-none', text, toTextRecord(name, STRICT))];
    }
    case 'temperror':
      return [refuse('gate-dns-fault', `DMARC of ${fromDomain} could not be looked up; try again`)];
    default: {
      const text = `DMARC of ${fromDomain} fails (${result}): neither SPF nor DKIM of that domain holds; what is said of them is the mend`;
      return [refuse('gate-dmarc-fails', text)];
    }
  }
}

function judgePolicy(policy: string | null, name: string, record: string | undefined): readonly GateFinding[] {
  if (policy !== 'none') return [];
  const text = `the DMARC policy is none: receivers deliver forged notices in this name too; say reject as soon as your other mail passes`;
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
