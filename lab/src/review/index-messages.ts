import { compareUtf8 } from '@candor/core/base';
import { toStrength } from '@candor/core/exposure/verdict';
import type { Incident } from '@candor/core/incident';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { ChosenMessage } from './chosen-message.ts';
import { describeReasons, toAttachedReason, toQuotedReasons } from './describe-reasons.ts';
import type { FilledParty, MessageOutcome } from './fill-vaults.ts';
import type { GivenPiece, MessageFindings } from './found-items.ts';
import type { VaultBook } from './store/vault-store.ts';

/** Outcomes of a party's messages; together all that it is notified of. */
export interface ReleaseFigures {
  readonly releasable: number;
  readonly bulk: number;
  readonly held: number;
  readonly withheld: number;
}

type VaultContent = Pick<VaultBook, 'readDescribed' | 'requireObject'>;

export interface IndexSources {
  readonly incident: Incident;
  readonly times: ReadonlyMap<string, number>;
  /** These are Message-IDs and fingerprints of the party's messages that hold secrets. */
  readonly secrets: ReadonlySet<string>;
  readonly toFindings: (piece: GivenPiece) => MessageFindings;
}

/**
 * Counts as the notice does: a message of the exposure each, however many copies or attached messages it has. What is
 * only quoted is counted by itself.
 */
export function countOutcomes(messages: readonly ChosenMessage[], outcomes: readonly MessageOutcome[]): ReleaseFigures {
  const figures = { releasable: 0, bulk: 0, held: 0, withheld: 0 };
  for (const [at, message] of messages.entries()) {
    const outcome = outcomes[at];
    if (message.as !== 'told') continue;
    if (outcome === undefined) throw new Error('a message without an outcome');
    if (outcome.is === 'sealed') figures[message.bulk ? 'bulk' : 'releasable'] += 1;
    else figures[outcome.is] += 1;
  }
  return figures;
}

/**
 * The messages of the index by their bytes: a message that exists both directly and attached is listed once, with the
 * stronger verdict and both sets of facts.
 */
export async function indexMessages(
  { vault, messages }: Pick<FilledParty, 'messages'> & { readonly vault: VaultContent },
  outcomes: readonly MessageOutcome[],
  sources: IndexSources,
): Promise<readonly IndexedMessage[]> {
  const indexed = new Map<string, IndexedMessage>();
  for (const [at, message] of messages.entries()) {
    const outcome = outcomes[at];
    if (outcome?.is !== 'sealed') continue;
    for (const [place, id] of outcome.messages.entries()) {
      const part = outcome.parts?.[place] ?? null;
      const entry = await toEntry(
        vault,
        id,
        { message, part, isCorrected: outcome.corrected?.includes(id) === true },
        sources,
      );
      const known = indexed.get(id);
      indexed.set(id, known === undefined ? entry : joinEntries(known, entry));
    }
  }
  return [...indexed.values()];
}

async function toEntry(
  vault: VaultContent,
  id: string,
  { message, part, isCorrected }: GivenPiece & { readonly isCorrected: boolean },
  { incident, times, secrets, toFindings }: IndexSources,
): Promise<IndexedMessage> {
  const described = await vault.readDescribed(id);
  const attached = part !== null;
  const { findings, hasSecret, hasPersonal } = toFindings({ message, part });
  const isListed = [message.message, ...message.messageIds].some((name) => secrets.has(name));
  const marks: IndexedMessage['marks'][number][] = [];
  if (message.bulk) marks.push('bulk');
  if (message.intruderSent) marks.push('fraud');
  if (isListed || hasSecret) marks.push('secret');
  if (hasPersonal) marks.push('personal');
  if (isCorrected) marks.push('corrected');
  return {
    ...described,
    id,
    object: vault.requireObject(id).digest,
    verdict: message.verdict,
    why: [
      ...describeReasons(message.reasons, times),
      ...(attached ? [toAttachedReason(message.date)] : []),
      ...toQuotedReasons(message.quotedBy),
    ],
    custodians: attached || message.as === 'block' ? [] : listSeenCustodians(incident, message, described),
    marks: marks.sort(compareUtf8),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/**
 * Custodians whose copies there are and whom the message itself names. Others have it through a list, a blind copy or a
 * forward, and the party must not learn of that (R3, R5).
 */
function listSeenCustodians(
  { mailboxes }: Incident,
  { custodians }: ChosenMessage,
  { from, to, cc }: Pick<IndexedMessage, 'cc' | 'from' | 'to'>,
): string[] {
  const seen = new Set([...from, ...to, ...cc].map((address) => address.toLowerCase()));
  return mailboxes
    .filter(({ custodian, address }) => custodians.includes(custodian) && seen.has(address.toLowerCase()))
    .map(({ address }) => address)
    .sort(compareUtf8);
}

function joinEntries(one: IndexedMessage, other: IndexedMessage): IndexedMessage {
  const [first, second] = toStrength(other.verdict) > toStrength(one.verdict) ? [other, one] : [one, other];
  const codes = new Set(first.why.map(({ code }) => code));
  const findings = first.findings ?? second.findings;
  return {
    ...first,
    why: [...first.why, ...second.why.filter(({ code }) => !codes.has(code))],
    custodians: [...new Set([...first.custodians, ...second.custodians])].sort(compareUtf8),
    marks: [...new Set([...first.marks, ...second.marks])].sort(compareUtf8),
    ...(findings === undefined ? {} : { findings }),
  };
}
