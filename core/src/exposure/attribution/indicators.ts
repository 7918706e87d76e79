import { toIdKey } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Intruder } from '@candor/core/incident';
import type { Traits } from './traits.ts';

type Keys = Pick<AuditRecord, 'sessions' | 'tokens' | 'appId' | 'clientAppId'>;

const NONE: readonly string[] = [];

/** Sessions, tokens and applications that the incident file lists as the intruder's. */
export class Indicators {
  readonly #sessions: ReadonlySet<string>;
  readonly #tokens: ReadonlySet<string>;
  readonly #applications: ReadonlySet<string>;

  constructor({ sessions, tokens, applications }: Intruder) {
    this.#sessions = new Set(sessions.map(toIdKey));
    this.#tokens = new Set(tokens);
    this.#applications = new Set(applications.map(toIdKey));
  }

  isSession(id: string): boolean {
    return this.#sessions.has(id);
  }

  hasApplication({ appId, clientAppId }: Pick<Keys, 'appId' | 'clientAppId'>): boolean {
    if (this.#applications.size === 0) return false;
    return (
      (appId !== null && this.#applications.has(appId)) || (clientAppId !== null && this.#applications.has(clientAppId))
    );
  }

  /** Asked of millions of records, with mostly empty sets. */
  hasAny(keys: Keys): boolean {
    return (
      holdsOneOf(this.#sessions, keys.sessions) || holdsOneOf(this.#tokens, keys.tokens) || this.hasApplication(keys)
    );
  }

  pick({ sessions, tokens, appId, clientAppId }: Keys): Pick<Traits, 'sessions' | 'tokens' | 'applications'> {
    const isListed = (id: string | null): id is string => id !== null && this.#applications.has(id);
    return {
      sessions: sessions.length === 0 ? NONE : sessions.filter((id) => this.#sessions.has(id)),
      tokens: tokens.length === 0 ? NONE : tokens.filter((id) => this.#tokens.has(id)),
      applications: this.#applications.size === 0 ? NONE : [...new Set([appId, clientAppId].filter(isListed))],
    };
  }
}

function holdsOneOf(listed: ReadonlySet<string>, ids: readonly string[]): boolean {
  if (listed.size === 0) return false;
  for (const id of ids) if (listed.has(id)) return true;
  return false;
}
