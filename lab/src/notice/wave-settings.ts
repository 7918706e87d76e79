import type { Instant } from '@candor/core/base';
import type { LocalText, NoticeWave } from '@candor/core/notice/text';

/** What a wave was ordered with and what was edited since: the wave's `settings`, JSON. */
export interface WaveSettings {
  readonly wave: NoticeWave | 'reminder' | 'announcement';
  /** Null means all parties. */
  readonly only: readonly string[] | null;
  readonly except: readonly string[];
  readonly nextUpdate: Instant | null;
  readonly readableFrom: Instant | null;
  /** Edited story, measures and unknowns; null: as in the incident file. Early waves have no measures. */
  readonly happened: LocalText | null;
  readonly measures?: LocalText | null;
  readonly unknown: LocalText | null;
  readonly added: Readonly<Record<string, string>>;
}

/**
 * The paragraph that a person added for a party; its id is any word of a directory, also one that every object knows,
 * as "constructor".
 */
export function findAdded({ added }: Pick<WaveSettings, 'added'>, party: string): string | null {
  return Object.hasOwn(added, party) ? (added[party] ?? null) : null;
}
