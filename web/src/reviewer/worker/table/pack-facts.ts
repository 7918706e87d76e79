import { compareUtf8 } from '@candor/core/base';
import { isAtOrBelow } from '@candor/core/notice/text';
import type { IndexedFinding, IndexedMessage, ReleaseStatement } from '@candor/core/review/seal';
import type {
  CountByVerdict,
  CountedAddress,
  CountedDoubt,
  CountedKind,
  CountedType,
  PackFacts,
  Span,
} from '../../bridge/pack-facts.ts';
import { COUNTED_BY_MESSAGE, FOUND_KINDS, type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';

const IN_DOUBT: ReadonlySet<ReleasedVerdict> = new Set(['possible', 'undetermined']);

/** Some 50 ms of counting, so that a search need not wait for 200,000. */
const COUNTED_AT_ONCE = 2000;

/** Counts the messages of a party. `domains` are the proved ones; an exact address stands for itself. */
export async function collectPackFacts(
  messages: Iterable<IndexedMessage>,
  domains: readonly string[],
  statement: ReleaseStatement | null = null,
  pause: () => Promise<void> = async () => undefined,
): Promise<PackFacts> {
  const people = new AddressCount();
  const custodians = new AddressCount();
  const types = new Map<string, number>();
  const doubts = new Map<string, CountedDoubt>();
  const verdicts = makeCount();
  const marks = { fraud: 0, bulk: 0, corrected: 0, personal: 0, secret: 0 };
  const found = new KindCount();
  const [written, recorded] = [new SpanCount(), new SpanCount()];
  const attachments = { messages: 0, files: 0 };
  let total = 0;
  for (const message of messages) {
    total += 1;
    if (total % COUNTED_AT_ONCE === 0) await pause();
    verdicts[message.verdict] += 1;
    for (const mark of message.marks) marks[mark] += 1;
    found.take(message.findings ?? []);
    if (message.date !== null) written.take(message.date);
    for (const { times } of message.why) for (const time of times) recorded.take(time);
    people.take(
      [...message.from, ...message.to, ...message.cc].filter((address) => isOfParty(address, domains)),
      message.verdict,
    );
    custodians.take(message.custodians, message.verdict);
    attachments.messages += message.attachments.length > 0 ? 1 : 0;
    attachments.files += message.attachments.length;
    for (const { type } of message.attachments) types.set(type, (types.get(type) ?? 0) + 1);
    if (!IN_DOUBT.has(message.verdict)) continue;
    for (const { code, sentence } of message.why) {
      const counted = doubts.get(code);
      doubts.set(code, { code, sentence, messages: (counted?.messages ?? 0) + 1 });
    }
  }
  return {
    messages: total,
    verdicts,
    marks,
    found: found.list(),
    written: written.toSpan(),
    recorded: recorded.toSpan(),
    people: people.list(),
    custodians: custodians.list(),
    attachments: { ...attachments, types: sortTypes(types) },
    doubts: [...doubts.values()].sort((a, b) => b.messages - a.messages || compareUtf8(a.code, b.code)),
    statement,
  };
}

export function isOfParty(address: string, domains: readonly string[]): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((domain) =>
    domain.includes('@') ? address.toLowerCase() === domain : isAtOrBelow(host, [domain]),
  );
}

function makeCount(): Record<ReleasedVerdict, number> {
  return { accessed: 0, presumed: 0, partial: 0, possible: 0, undetermined: 0 };
}

class AddressCount {
  readonly #counted = new Map<string, Record<ReleasedVerdict, number>>();

  /** Each address once per message. */
  take(addresses: readonly string[], verdict: ReleasedVerdict): void {
    for (const address of new Set(addresses.map((text) => text.toLowerCase()))) {
      const counts = this.#counted.get(address) ?? makeCount();
      this.#counted.set(address, counts);
      counts[verdict] += 1;
    }
  }

  list(): readonly CountedAddress[] {
    return [...this.#counted]
      .map(([address, verdicts]) => ({ address, verdicts, messages: sum(verdicts) }))
      .sort((a, b) => b.messages - a.messages || compareUtf8(a.address, b.address));
  }
}

class KindCount {
  readonly #messages = new Map<string, number>();
  readonly #values = new Map<string, IndexedFinding>();

  take(findings: readonly IndexedFinding[]): void {
    for (const kind of new Set(findings.map((finding) => finding.kind)))
      this.#messages.set(kind, (this.#messages.get(kind) ?? 0) + 1);
    for (const finding of findings) this.#values.set(finding.value, finding);
  }

  list(): readonly CountedKind[] {
    return FOUND_KINDS.flatMap((kind): readonly CountedKind[] => {
      const messages = this.#messages.get(kind) ?? 0;
      if (messages === 0) return [];
      if (COUNTED_BY_MESSAGE.has(kind)) return [{ kind, messages, values: null, certain: null, accepted: null }];
      const values = [...this.#values.values()].filter((value) => value.kind === kind);
      const of = (wanted: IndexedFinding['confidence']): number =>
        values.filter(({ confidence }) => confidence === wanted).length;
      return [{ kind, messages, values: values.length, certain: of('certain'), accepted: of('accepted') }];
    });
  }
}

class SpanCount {
  #span: Span | null = null;

  /** Dates in one form sort as text. */
  take(time: string): void {
    const { first = time, last = time } = this.#span ?? {};
    this.#span = { first: time < first ? time : first, last: time > last ? time : last };
  }

  toSpan(): Span | null {
    return this.#span;
  }
}

function sum(verdicts: CountByVerdict): number {
  return VERDICTS.reduce((total, verdict) => total + verdicts[verdict], 0);
}

function sortTypes(types: ReadonlyMap<string, number>): readonly CountedType[] {
  return [...types]
    .map(([type, files]) => ({ type, files }))
    .sort((a, b) => b.files - a.files || compareUtf8(a.type, b.type));
}
