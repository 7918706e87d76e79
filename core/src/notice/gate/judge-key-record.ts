import { type GateFinding, refuse, warn } from './gate-finding.ts';
import type { LookedUpTexts } from './probe-observation.ts';
import { isOfVersion, readTags, toTextRecord } from './published-record.ts';

/** What notices tell their readers to look for at `_candor.<domain>`. */
export interface KeyRecordExpectation {
  readonly domain: string;
  readonly fingerprint: string;
  /** C2SP origin of the log. */
  readonly origin: string;
}

/** The record by which a reader without any tool checks a notice: exactly one, and it says what notices say. */
export function judgeKeyRecord(published: LookedUpTexts, expected: KeyRecordExpectation): readonly GateFinding[] {
  const name = `_candor.${expected.domain}`;
  const record = toTextRecord(name, `v=candor1; key=${expected.fingerprint}; log=${expected.origin}`);
  if (published.is === 'fault')
    return [refuse('gate-dns-fault', `${name} cannot be looked up: ${published.text}; try again`)];
  const texts = published.is === 'texts' ? published.texts.filter((text) => isOfVersion(text, 'candor1')) : [];
  const [first] = texts;
  if (first === undefined) {
    const text = `${name} is not published, and every notice tells its reader to look for it; publish it`;
    return [refuse('gate-key-record', text, record)];
  }
  const tags = readTags(first);
  if (texts.length > 1 || tags.get('key') !== expected.fingerprint || tags.get('log') !== expected.origin) {
    const text = `${name} says something else than notices will; publish this record alone in its place`;
    return [refuse('gate-key-record', text, record)];
  }
  if (published.is === 'texts' && !published.authentic)
    return [
      warn(
        'gate-unsigned-zone',
        `the zone of ${expected.domain} is not signed (DNSSEC), so whoever stands between a reader and it can change the record; sign it when you can`,
      ),
    ];
  return [];
}
