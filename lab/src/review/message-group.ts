import { compareUtf8 } from '@candor/core/base';
import type { AddressRole } from '@candor/core/evidence/message';
import { mayGive, toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { Policy } from '@candor/core/incident';
import { type KeptReason, readReasons } from '../exposure/store/verdict-writer.ts';
import type { ChosenCopy, ChosenMessage } from './chosen-message.ts';

/** A copy that is no draft, as it is read from the store. */
export interface GroupedCopy {
  readonly custodian: string;
  readonly location: string;
  readonly shard_id: number;
  readonly file: string;
  readonly members: string | null;
  readonly position: number;
  readonly length: number;
  readonly sha256: Uint8Array | null;
  readonly message_id: string | null;
  /** This is JSON; null means that there are none. */
  readonly parents: string | null;
  /** This text is packed. */
  readonly addresses: string;
  readonly date: number | null;
  readonly bulk: number;
  readonly verdict: string;
  readonly intruder_sent: number;
  /** This is JSON. */
  readonly reasons: string;
  /** It maps a party's number to its addresses in this copy. */
  readonly own: ReadonlyMap<number, OwnUse>;
}

export interface OwnUse {
  readonly addresses: readonly string[];
  readonly roles: ReadonlySet<AddressRole>;
}

const strengthOf = (copy: GroupedCopy): number => toStrength(copy.verdict as Verdict);
const weakestTold = toStrength('undetermined');
const weakestExposed = toStrength('possible');

/** Roles without an own copy in the party's mailbox: it may see less by such a copy. */
const asides: ReadonlySet<AddressRole> = new Set<AddressRole>(['reply-to', 'attached']);

/** The combined statement of one message's copies for each party in it. Empty for a cleared or later message. */
export function chooseFromGroup(
  message: string,
  copies: readonly GroupedCopy[],
  policy: Policy,
): ReadonlyMap<number, ChosenMessage> {
  const chosen = new Map<number, ChosenMessage>();
  const deciding = listDeciding(copies);
  if (deciding.length === 0) return chosen;
  const verdict = deciding[0]?.verdict as ChosenMessage['verdict'];
  const parties = new Set(copies.flatMap(({ own }) => [...own.keys()]));
  for (const party of parties) {
    const copy = chooseCopy(party, copies);
    if (copy === null) continue;
    chosen.set(party, {
      message,
      verdict,
      reasons: joinReasons(deciding, verdict, policy),
      copy,
      custodians: [...new Set(copies.map(({ custodian }) => custodian))].sort(compareUtf8),
      messageIds: [...new Set(copies.flatMap(({ message_id }) => message_id ?? []))],
      date: copies.find(({ date }) => date !== null)?.date ?? null,
      intruderSent: copies.some(({ intruder_sent }) => intruder_sent === 1),
      bulk: copies.some(({ bulk }) => bulk === 1),
      as: 'told',
      quotedBy: [],
    });
  }
  return chosen;
}

/** The copies that give the message its verdict, by place; empty if nobody is notified of it. */
export function listDeciding(copies: readonly GroupedCopy[]): readonly GroupedCopy[] {
  const strongest = copies.reduce((most, copy) => Math.max(most, strengthOf(copy)), Number.NEGATIVE_INFINITY);
  if (strongest < weakestTold) return [];
  const deciding = copies.filter((copy) => strengthOf(copy) === strongest);
  return deciding.toSorted((a, b) => compareUtf8(a.location, b.location));
}

/** Whether the intruder had it by these copies, or could have had it in a mailbox that it reached. */
export function isWithinReach(deciding: readonly GroupedCopy[], reached: ReadonlySet<string>): boolean {
  return deciding.some((copy) => strengthOf(copy) >= weakestExposed || reached.has(copy.custodian));
}

/** The copy that names the party: as sender or recipient first, then by strongest verdict, then by place. */
export function chooseCopy(party: number, copies: readonly GroupedCopy[]): ChosenCopy | null {
  const rank = (copy: GroupedCopy): number => {
    if (isAddressed(copy, party)) return 2;
    return copy.own.has(party) ? 1 : 0;
  };
  const best = copies
    .filter((copy) => rank(copy) > 0)
    .sort((a, b) => rank(b) - rank(a) || strengthOf(b) - strengthOf(a) || compareUtf8(a.location, b.location))[0];
  return best === undefined ? null : toChosenCopy(best, best.own.get(party)?.addresses ?? []);
}

/** Whether a mailbox of the party held this message itself. */
export function isAddressed({ own }: GroupedCopy, party: number): boolean {
  return [...(own.get(party)?.roles ?? [])].some((role) => !asides.has(role));
}

export function toChosenCopy(best: GroupedCopy, own: readonly string[]): ChosenCopy {
  return {
    location: best.location,
    custodian: best.custodian,
    shardId: best.shard_id,
    file: best.file,
    isPacked: best.members !== null,
    position: best.position,
    length: best.length,
    sha256: best.sha256 === null ? null : Buffer.from(best.sha256).toString('hex'),
    own,
  };
}

/** Only the reasons of the verdict, and the sender: weaker reasons tell the party nothing. */
function joinReasons(copies: readonly GroupedCopy[], verdict: Verdict, policy: Policy): readonly KeptReason[] {
  const joined = new Map<string, KeptReason>();
  for (const { reasons, location } of copies) {
    for (const reason of readReasons(reasons, location)) {
      if (reason.code !== 'intruder-sent' && !mayGive(reason.code, verdict, policy)) continue;
      const known = joined.get(reason.code);
      joined.set(reason.code, {
        code: reason.code,
        records: [...new Set([...(known?.records ?? []), ...reason.records])],
        gaps: [...(known?.gaps ?? []), ...reason.gaps],
      });
    }
  }
  return [...joined.values()].sort((a, b) => compareUtf8(a.code, b.code));
}
