import { compareUtf8, compareUtf16, type Instant, type Runtime } from '@candor/core/base';

/**
 * The parts of a fingerprint (docs/formats/rules.md, Message-ID and fingerprint). Addresses are lower case; lists may
 * have repetitions and any order.
 */
export interface FingerprintParts {
  readonly date: Instant | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** SHA-256 of the text, hex. */
  readonly text: string;
  /** SHA-256 of each attachment, hex; two equal attachments are listed twice. */
  readonly attachments: readonly string[];
}

/**
 * SHA-256 of the RFC 8785 JSON of the parts. Written out by hand, keys in order, because it is made for every message.
 */
export function toFingerprint(runtime: Runtime, parts: FingerprintParts): string {
  const attachments = parts.attachments.length > 1 ? [...parts.attachments].sort(compareUtf16) : parts.attachments;
  return runtime.sha256Hex(
    `{"attachments":${attachments.length === 0 ? '[]' : `["${attachments.join('","')}"]`},"cc":${toList(parts.cc)},"date":${parts.date},"from":${toList(parts.from)},` +
      `"subject":${JSON.stringify(parts.subject)},"text":"${parts.text}","to":${toList(parts.to)}}`,
  );
}

function toList(addresses: readonly string[]): string {
  if (addresses.length === 0) return '[]';
  if (addresses.length === 1) return `[${JSON.stringify(addresses[0])}]`;
  return JSON.stringify([...new Set(addresses)].sort(compareUtf8));
}
