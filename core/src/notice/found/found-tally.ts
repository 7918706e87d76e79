import type { FindingKind } from '@candor/core/impact/detectors';
import { toFindingClass, type UnreadSize } from '@candor/core/impact/findings';
import type { NoticeFigures } from '../text/notice-facts.ts';
import { isSensitiveKind, toPersonalKind, toUnreadWord } from '../text/searched-figures.ts';

export interface FoundInMessage {
  readonly message: string;
  readonly kinds: Iterable<FindingKind>;
  readonly dismissed?: Iterable<FindingKind>;
  readonly unread: readonly string[];
  /** How much was not searched; null or missing where nobody counted it. */
  readonly unreadSize?: UnreadSize | null;
}

/** Counts for one party the messages with passwords or keys, and with each kind of personal data: each message once. */
export class FoundTally {
  readonly #secrets = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #dismissed = new Set<string>();
  readonly #personal = new Counts();
  #sensitive = 0;
  readonly #unreadBy = new Counts();
  #unread = 0;
  #unreadSize: UnreadSize | null = { parts: 0, bytes: 0 };

  add({ message, kinds, dismissed = [], unread, unreadSize = null }: FoundInMessage): void {
    const distinct = [...new Set(kinds)];
    if (distinct.some(isSecret)) this.#secrets.add(message);
    else if ([...dismissed].some(isSecret)) this.#dismissed.add(message);
    const personal = distinct.flatMap((kind) => toPersonalKind(kind) ?? []);
    for (const kind of personal) this.#personal.add(kind);
    if (personal.some(isSensitiveKind)) this.#sensitive += 1;
    if (unread.length > 0) {
      this.#unread += 1;
      this.#unreadSize = addSizes(this.#unreadSize, unreadSize);
    }
    for (const word of new Set(unread.map(toUnreadWord))) this.#unreadBy.add(word);
  }

  list(message: string): void {
    this.#listed.add(message);
  }

  listSecrets(): ReadonlySet<string> {
    return new Set([...this.#secrets, ...this.#listed]);
  }

  toFigures(): Pick<NoticeFigures, 'secrets' | 'searched'> {
    const listed = [...this.#listed].filter((message) => !this.#secrets.has(message)).length;
    const [personal, unreadBy] = [this.#personal.toRecord(), this.#unreadBy.toRecord()];
    const dismissed = this.#dismissed.size === 0 ? {} : { dismissed: this.#dismissed.size };
    const sensitive = this.#sensitive === 0 ? {} : { sensitive: this.#sensitive };
    const size = this.#unread === 0 || this.#unreadSize === null ? {} : { unreadSize: this.#unreadSize };
    const searched = { personal, ...sensitive, listed, ...dismissed, unread: this.#unread, unreadBy, ...size };
    return { secrets: this.#secrets.size + listed, searched };
  }
}

function addSizes(one: UnreadSize | null, other: UnreadSize | null): UnreadSize | null {
  if (one === null || other === null) return null;
  return { parts: one.parts + other.parts, bytes: one.bytes + other.bytes };
}

function isSecret(kind: FindingKind): boolean {
  return toFindingClass(kind) === 'secret';
}

class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  toRecord(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
