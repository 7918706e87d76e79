import type { AuditRecord } from '@candor/core/evidence/record';
import { FirstKeys } from '../records/first-keys.ts';

/**
 * Records linked later than 24 hours after containment, by what links them and by user (docs/formats/rules.md, A10b).
 */
export interface LinkedAfter {
  /** Their session, else their token; of several the first. */
  readonly link: string;
  readonly isSession: boolean;
  readonly user: string | null;
  readonly records: number;
}

export class LinkedWatch {
  readonly #kept: FirstKeys<LinkedAfter>;

  constructor(limit: number) {
    this.#kept = new FirstKeys(limit);
  }

  see({ sessions, tokens, userId }: AuditRecord): void {
    const [session] = sessions;
    const link = session ?? tokens[0] ?? '';
    const user = userId?.toLowerCase() ?? null;
    const key = JSON.stringify([link, user]);
    const records = (this.#kept.get(key)?.records ?? 0) + 1;
    this.#kept.set(key, { link, isSession: session !== undefined, user, records });
  }

  list(): readonly LinkedAfter[] {
    return this.#kept.values();
  }
}
