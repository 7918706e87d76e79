import type { ReleaseManifest } from '@candor/core/review/seal';

export type Mentioned = ReleaseManifest['figures']['mentioned'];

export const MENTIONED_KINDS = ['business', 'personal', 'secret'] as const;

/** Messages that only mention the party, of all kinds. */
export function sumMentioned(mentioned: Mentioned): number {
  return MENTIONED_KINDS.reduce((sum, kind) => sum + (mentioned?.[kind] ?? 0), 0);
}
