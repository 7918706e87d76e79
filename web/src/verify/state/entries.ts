/**
 * Stores the page's history entries in the browser for reloads (docs/decisions/0045-page-history.md). They stay on this
 * device: the address never changes, so no request or host log contains them. Messages are not stored.
 */
export interface KeptEntry {
  readonly id: string;
  readonly code: string;
  readonly domain: string;
  readonly stage: 'form' | 'answer';
  readonly hadMessage: boolean;
}

/** Entries with messages in memory; older ones are looked up again. */
const MOST_MOMENTS = 30;
const MOST_CHARACTERS = 300;

/** One entry per state, so that Back leads to the previous state and not off the page. */
export class Entries<Moment> {
  readonly #history: History;
  readonly #moments = new Map<string, Moment>();
  #count = 0;
  #id: string;

  constructor(history: History) {
    this.#history = history;
    this.#id = readKeptEntry(history.state)?.id ?? this.#newId();
  }

  keep(moment: Moment, kept: Omit<KeptEntry, 'id'>): void {
    this.#remember(moment);
    try {
      this.#history.replaceState({ ...kept, id: this.#id }, '');
    } catch {
      // Browsers refuse frequent changes; memory has the current state.
    }
  }

  push(moment: Moment, kept: Omit<KeptEntry, 'id'>): void {
    this.#id = this.#newId();
    this.#remember(moment);
    this.#history.pushState({ ...kept, id: this.#id }, '');
  }

  /** The browser moved to another entry; null for one from before a reload. */
  recall(state: unknown): Moment | null {
    this.#id = readKeptEntry(state)?.id ?? this.#newId();
    return this.#moments.get(this.#id) ?? null;
  }

  #remember(moment: Moment): void {
    this.#moments.set(this.#id, moment);
    const [oldest] = this.#moments.keys();
    if (this.#moments.size > MOST_MOMENTS && oldest !== undefined) this.#moments.delete(oldest);
  }

  /** Different from those of the page before a reload. */
  #newId(): string {
    this.#count += 1;
    return `${performance.timeOrigin}-${this.#count}`;
  }
}

/** Untrusted: an entry may be older than this version of the page. */
export function readKeptEntry(state: unknown): KeptEntry | null {
  if (typeof state !== 'object' || state === null) return null;
  const { id, code, domain, stage, hadMessage } = state as Record<string, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_CHARACTERS;
  if (!isText(id) || !isText(code) || !isText(domain) || (stage !== 'form' && stage !== 'answer')) return null;
  return { id, code, domain, stage, hadMessage: hadMessage === true };
}
