import { type GateFinding, refuse, warn } from './gate-finding.ts';
import type { LookedUpTexts } from './probe-observation.ts';
import { isOfVersion, readTags, toTextRecord } from './published-record.ts';

/** What notices tell their readers to look for at `_candor.<domain>`. */
export interface KeyRecordExpectation {
  readonly domain: string;
  readonly fingerprint: string;
  /** Former key sets: their records may stay, so that older notices can still be checked. */
  readonly former: readonly string[];
  /** C2SP origin of the log. */
  readonly origin: string;
}

/**
 * The DNS record by which a reader checks a notice without tools: exactly one, as notices say, besides those of former
 * key sets.
 */
export function judgeKeyRecord(published: LookedUpTexts, expected: KeyRecordExpectation): readonly GateFinding[] {
  const name = `_candor.${expected.domain}`;
  const record = toTextRecord(name, `v=candor1; key=${expected.fingerprint}; log=${expected.origin}`);
  if (published.is === 'fault')
    return [refuse('gate-dns-fault', `${name} cannot be looked up: ${published.text}; try again`)];
  const texts = published.is === 'texts' ? published.texts.filter((text) => isOfVersion(text, 'candor1')) : [];
  const read = texts.map(readTags);
  const own = read.filter((tags) => tags.get('key') === expected.fingerprint);
  if (texts.length === 0) {
    const text = `${name} is not published, and every notice asks its reader to look it up; publish it`;
    return [refuse('gate-key-record', text, record)];
  }
  const isForeign = (tags: ReadonlyMap<string, string>): boolean =>
    tags.get('log') !== expected.origin || ![expected.fingerprint, ...expected.former].includes(tags.get('key') ?? '');
  if (own.length !== 1 || read.some(isForeign)) {
    const beside = expected.former.length === 0 ? '' : ', and keep those of earlier key sets';
    const text = `${name} differs from what notices will say; replace it with this record${beside}`;
    return [refuse('gate-key-record', text, record)];
  }
  if (published.is === 'texts' && !published.authentic)
    return [
      warn(
        'gate-unsigned-zone',
        `the zone of ${expected.domain} is not signed (DNSSEC), so anybody on the network path can change the record; sign it when you can`,
      ),
    ];
  return [];
}
