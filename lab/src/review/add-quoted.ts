import { fileURLToPath } from 'node:url';
import { compareUtf8 } from '@candor/core/base';
import { toStrength } from '@candor/core/exposure/verdict';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { isQuotationOf, type Sentence } from '@candor/core/review/quoted';
import type { Store } from '../adapters/store/store.ts';
import { isTexts, readStored } from '../adapters/store/stored-json.ts';
import { READER_LIMITS, ReaderProcess } from '../evidence/index.ts';
import { planReading } from '../evidence/original/index.ts';
import { unpackAddresses } from '../evidence/store/packed-addresses.ts';
import { type ChoiceSources, chooseMessages } from './choose-messages.ts';
import { type ChosenCopy, type ChosenMessage, isProved, type ReviewScope } from './chosen-message.ts';
import {
  chooseCopy,
  type GroupedCopy,
  isAddressed,
  isWithinReach,
  listDeciding,
  toChosenCopy,
} from './message-group.ts';
import type { QuotationAnswer, QuotationTask } from './quotation-task.ts';

const entry = fileURLToPath(new URL('./quotation-process.ts', import.meta.url));

/** An exposed message that people of the organization wrote: what it may quote is not known yet. */
interface OwnWords extends Omit<ChosenMessage, 'as' | 'quotedBy' | 'reasons'> {
  readonly parents: readonly string[];
  /** They stand in the message, so they have it anyway. */
  readonly present: ReadonlySet<number>;
}

/** One quotation of a party's mail. */
interface Quotation {
  readonly in: OwnWords;
  readonly own: readonly string[];
  readonly sentences: readonly Sentence[];
  original: Original | null;
}

interface Original {
  readonly message: ChosenMessage;
  readonly isAnswered: boolean;
}

/** Takes the messages that people of the organization wrote out of all that pass by (`chooseMessages`). */
export class OwnWordsCollector {
  readonly found: OwnWords[] = [];
  readonly #sources: ChoiceSources;
  readonly #parties: number;

  constructor(sources: ChoiceSources, parties: number) {
    this.#sources = sources;
    this.#parties = parties;
  }

  readonly take = (message: string, copies: readonly GroupedCopy[]): void => {
    const deciding = listDeciding(copies);
    const [first] = deciding;
    if (first === undefined || !isWithinReach(deciding, this.#sources.reached)) return;
    if (!isOwnWords(first, this.#sources.incident.organization.domains)) return;
    const present = new Set(copies.flatMap(({ own }) => [...own.keys()]));
    if (present.size === this.#parties) return;
    this.found.push({
      message,
      verdict: first.verdict as ChosenMessage['verdict'],
      copy: toChosenCopy(first, []),
      ...toFacts(copies),
      parents: copies.flatMap(({ parents, location }) =>
        parents === null ? [] : readStored(isTexts, parents, 'evidence_copy.parents', location),
      ),
      present,
    });
  };
}

/**
 * Adds the party's mail that the organization's messages quote (R7): the party's own original if certain, otherwise the
 * quoting message for a person to review. `quoted` counts quoting messages.
 */
export async function addQuoted(
  deps: AskDeps,
  sources: ChoiceSources,
  scopes: readonly ReviewScope[],
  told: readonly (readonly ChosenMessage[])[],
  ownWords: readonly OwnWords[],
): Promise<readonly { readonly messages: readonly ChosenMessage[]; readonly quoted: number }[]> {
  const quotations = await findQuotations(deps, scopes, ownWords);
  if (quotations.some((own) => own.length > 0)) await findOriginals(deps, sources, scopes, quotations);
  return told.map((messages, party) => {
    const own = quotations[party] ?? [];
    return { messages: joinQuoted(messages, own), quoted: new Set(own.map((one) => one.in.message)).size };
  });
}

async function findQuotations(
  deps: AskDeps,
  scopes: readonly ReviewScope[],
  ownWords: readonly OwnWords[],
): Promise<readonly (readonly Quotation[])[]> {
  const quotations = scopes.map((): Quotation[] => []);
  const byLocation = new Map(ownWords.map((words) => [words.copy.location, words]));
  const copies = ownWords.map(({ copy }) => copy);
  await askMessages(deps, 'quotations', copies, (location, answer) => {
    const words = byLocation.get(location);
    if (words === undefined || answer.is !== 'quotations') return;
    // Taken out: after a death an answer may come a second time.
    byLocation.delete(location);
    for (const { addresses, sentences } of answer.blocks) {
      for (const [party, scope] of scopes.entries()) {
        if (words.present.has(party)) continue;
        const own = addresses.filter((address) => isProved(scope, toKnownForm(address)));
        if (own.length > 0) quotations[party]?.push({ in: words, own, sentences, original: null });
      }
    }
  });
  return quotations;
}

/** Rereads the evidence only for quoted parties: all messages that name them, notified or not. */
async function findOriginals(
  deps: AskDeps,
  sources: ChoiceSources,
  scopes: readonly ReviewScope[],
  quotations: readonly (readonly Quotation[])[],
): Promise<void> {
  const candidates = new Map<string, [party: number, message: ChosenMessage][]>();
  await chooseMessages(deps.store, sources, scopes, (message, copies) => {
    for (const [party, own] of quotations.entries()) {
      const copy = own.length > 0 && copies.some((one) => isAddressed(one, party)) ? chooseCopy(party, copies) : null;
      if (copy === null) continue;
      const verdict = copies[0]?.verdict as ChosenMessage['verdict'];
      const facts = { message, verdict, copy, ...toFacts(copies), reasons: [] };
      const known = candidates.get(copy.location) ?? [];
      known.push([party, { ...facts, as: 'original', quotedBy: [] }]);
      candidates.set(copy.location, known);
    }
  });
  const copies = [...candidates.values()].flatMap(([first]) => (first === undefined ? [] : [first[1].copy]));
  await askMessages(deps, 'sentences', copies, (location, answer) => {
    if (answer.is !== 'sentences') return;
    for (const [party, message] of candidates.get(location) ?? []) {
      for (const quotation of quotations[party] ?? []) {
        const isAnswered = message.messageIds.some((id) => quotation.in.parents.includes(id));
        if (!isQuotationOf(quotation.sentences, answer.sentences, isAnswered)) continue;
        const found = { message, isAnswered };
        if (quotation.original === null || compareOriginals(found, quotation.original) < 0) quotation.original = found;
      }
    }
  });
}

/** The answered one, then the oldest, then by fingerprint: the order in which the processes answer does not count. */
function compareOriginals(a: Original, b: Original): number {
  const oldest = (a.message.date ?? Number.POSITIVE_INFINITY) - (b.message.date ?? Number.POSITIVE_INFINITY);
  return Number(b.isAnswered) - Number(a.isAnswered) || oldest || compareUtf8(a.message.message, b.message.message);
}

function joinQuoted(told: readonly ChosenMessage[], quotations: readonly Quotation[]): readonly ChosenMessage[] {
  const joined = new Map(told.map((message) => [message.message, message]));
  const sorted = [...quotations].sort((a, b) => compareUtf8(a.in.message, b.in.message));
  for (const { in: words, own, original } of sorted) {
    const { parents: _, present: __, ...facts } = words;
    const quoting = { date: words.date, custodians: words.custodians };
    const block = { ...facts, copy: { ...words.copy, own }, reasons: [], as: 'block', quotedBy: [quoting] } as const;
    const fresh: ChosenMessage =
      original === null ? block : { ...original.message, verdict: words.verdict, quotedBy: [quoting] };
    const known = joined.get(fresh.message);
    joined.set(fresh.message, known === undefined ? fresh : joinOne(known, fresh));
  }
  return [...joined.values()].sort((a, b) => compareUtf8(a.message, b.message));
}

/** Several messages may quote one original, or one several times; each is listed once. */
function joinOne(known: ChosenMessage, fresh: ChosenMessage): ChosenMessage {
  const own = [...new Set([...known.copy.own, ...fresh.copy.own])].sort(compareUtf8);
  const isSame = fresh.as === 'block';
  const verdict = known.as === 'original' && isStronger(fresh, known) ? fresh.verdict : known.verdict;
  return {
    ...known,
    verdict,
    copy: known.as === 'block' ? { ...known.copy, own } : known.copy,
    quotedBy: isSame ? known.quotedBy : [...known.quotedBy, ...fresh.quotedBy],
  };
}

function isStronger(one: ChosenMessage, other: ChosenMessage): boolean {
  return toStrength(one.verdict) > toStrength(other.verdict);
}

function toFacts(copies: readonly GroupedCopy[]) {
  return {
    custodians: [...new Set(copies.map(({ custodian }) => custodian))].sort(compareUtf8),
    messageIds: [...new Set(copies.flatMap(({ message_id }) => message_id ?? []))],
    date: copies.find(({ date }) => date !== null)?.date ?? null,
    intruderSent: copies.some(({ intruder_sent }) => intruder_sent === 1),
    bulk: copies.some(({ bulk }) => bulk === 1),
  };
}

/**
 * Everybody who wrote it is of the organization: what outsiders quote of each other is not the organization's to tell.
 */
function isOwnWords({ addresses }: GroupedCopy, domains: readonly string[]): boolean {
  const authors = unpackAddresses(addresses).filter(({ role }) => role === 'from' || role === 'sender');
  const isInternal = (address: string): boolean => {
    const known = toKnownForm(address);
    const domain = known.slice(known.lastIndexOf('@') + 1);
    return domains.some((name) => domain === name || domain.endsWith(`.${name}`));
  };
  return authors.length > 0 && authors.every(({ address, unreadable }) => unreadable === null && isInternal(address));
}

interface AskDeps {
  readonly store: Store;
  /** These raw real paths hold the evidence. */
  readonly roots: readonly string[];
  /** The caller empties it. */
  readonly spool: string;
  readonly workers: number;
}

/** Reads copies in sandboxed processes and returns each answer; unreadable or changed ones are omitted. */
async function askMessages(
  { store, roots, spool, workers }: AskDeps,
  asks: QuotationTask['asks'],
  copies: readonly ChosenCopy[],
  take: (location: string, answer: QuotationAnswer) => void,
): Promise<void> {
  const queue = [
    ...(await planReading(
      store,
      copies.map((copy) => ({ copy, order: null })),
    )),
  ];
  const work = async (): Promise<void> => {
    const seat = new ReaderProcess(roots, spool, READER_LIMITS, entry);
    try {
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
        const question: QuotationTask = { asks, wanted: task.wanted };
        for await (const step of seat.read(task, [question]))
          if (step.is === 'taken') take(step.location, step.answer as QuotationAnswer);
      }
    } finally {
      seat.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, queue.length) }, work));
}
