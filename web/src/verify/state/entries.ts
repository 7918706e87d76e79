/**
 * What the browser keeps of an entry of its history, and gives back when the page is loaded again
 * (docs/decisions/0045-page-history.md). It stays on this device: the address never changes, so no request and no log
 * of the host has any of it. Messages are not kept.
 */
export interface KeptEntry {
  readonly id: string;
  readonly code: string;
  readonly domain: string;
  readonly stage: 'form' | 'answer';
  readonly hadMessage: boolean;
}

/** Messages are held for these; what lies further back is looked up again. */
const MOST_MOMENTS = 30;
const MOST_CHARACTERS = 300;

/** One entry a state, so that Back leads to the state before and not off the page. */
export class Entries<Moment> {
  readonly #history: History;
  readonly #moments = new Map<string, Moment>();
  #count = 0;
  #id: string;

  constructor(history: History) {
    this.#history = history;
    this.#id = readKeptEntry(history.state)?.id ?? this.#newId();
  }

  /** The present entry becomes this. */
  keep(moment: Moment, kept: Omit<KeptEntry, 'id'>): void {
    this.#remember(moment);
    try {
      this.#history.replaceState({ ...kept, id: this.#id }, '');
    } catch {
      // Browsers refuse too many changes in a short time; what is in memory holds.
    }
  }

  push(moment: Moment, kept: Omit<KeptEntry, 'id'>): void {
    this.#id = this.#newId();
    this.#remember(moment);
    this.#history.pushState({ ...kept, id: this.#id }, '');
  }

  /** The browser went to another entry; null for one of the time before the page was loaded. */
  recall(state: unknown): Moment | null {
    this.#id = readKeptEntry(state)?.id ?? this.#newId();
    return this.#moments.get(this.#id) ?? null;
  }

  #remember(moment: Moment): void {
    this.#moments.set(this.#id, moment);
    const [oldest] = this.#moments.keys();
    if (this.#moments.size > MOST_MOMENTS && oldest !== undefined) this.#moments.delete(oldest);
  }

  /** Other than those of the same page before it was loaded again. */
  #newId(): string {
    this.#count += 1;
    return `${performance.timeOrigin}-${this.#count}`;
  }
}

/** Whatever lies there: an entry may be older than this version of the page. */
export function readKeptEntry(state: unknown): KeptEntry | null {
  if (typeof state !== 'object' || state === null) return null;
  const { id, code, domain, stage, hadMessage } = state as Record<string, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_CHARACTERS;
  if (!isText(id) || !isText(code) || !isText(domain) || (stage !== 'form' && stage !== 'answer')) return null;
  return { id, code, domain, stage, hadMessage: hadMessage === true };
}
