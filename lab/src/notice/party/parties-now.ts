import type { PartyExposure } from '@candor/core/impact';
import type { NoticeFigures } from '@candor/core/notice/text';
import type { PartyNow } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { type Found, findFound } from './found-figures.ts';
import { findGrounds } from './mail-grounds.ts';
import { findUndetermined, type MailSources, NO_MAIL, type UndeterminedMail } from './undetermined-mail.ts';

/** A party of the newest version with all that a notice to it needs. */
export interface NoticeParty extends PartyNow {
  readonly exposure: PartyExposure;
  /** Messages count if they are exposed or undetermined. */
  readonly affected: readonly string[];
  /** These are fingerprints in hex. */
  readonly secretMessages: ReadonlySet<string>;
  /** Undetermined messages count too. */
  readonly custodians: readonly string[];
}

export interface PartySources extends MailSources {
  readonly reached: ReadonlySet<string>;
}

/** Every party of the version as it would be notified now. */
export async function readPartiesNow(store: Store, sources: PartySources): Promise<readonly NoticeParty[]> {
  const parties = await readParties(store, sources.version.version);
  const toFound = await findFound(store, sources, parties);
  const undetermined = await findUndetermined(store, sources, parties);
  const toGrounds = await findGrounds(store, sources, parties);
  return parties.map((exposure) => {
    const doubtful = undetermined.get(exposure.party) ?? NO_MAIL;
    const found = toFound(exposure.party);
    return {
      party: exposure.party,
      mergedIds: exposure.mergedIds,
      kind: exposure.kind,
      figures: { ...toNoticeFigures(exposure, doubtful, found), ...toGrounds(exposure.party) },
      affected: listAffected(exposure, doubtful),
      secretMessages: found.secretMessages,
      isUndeterminedReached: [...doubtful.custodians].some((custodian) => sources.reached.has(custodian)),
      exposure,
      custodians: [...listCustodians(exposure, doubtful)].sort(),
    };
  });
}

/**
 * A notice tells of undetermined messages too, in one sentence with the exposed ones: so its mailboxes, dates,
 * addresses and bulk messages are those of both.
 */
function toNoticeFigures(exposure: PartyExposure, doubtful: UndeterminedMail, found: Found): NoticeFigures {
  const dates = [exposure.first, exposure.last, doubtful.first, doubtful.last].filter((date) => date !== null);
  return {
    accessed: exposure.accessed,
    presumed: exposure.presumed,
    partial: exposure.partial,
    possible: exposure.possible,
    undetermined: exposure.undetermined,
    messages: exposure.messages,
    bulk: exposure.bulk + (exposure.undeterminedBulk ?? 0),
    held: 0,
    ...found.figures,
    first: dates.length === 0 ? null : Math.min(...dates),
    last: dates.length === 0 ? null : Math.max(...dates),
    affectedAddresses: listAffected(exposure, doubtful).length,
    intruderSent: exposure.intruderSent - (exposure.intruderSentToOthers ?? 0),
    custodians: listCustodians(exposure, doubtful).size,
  };
}

function listAffected(exposure: PartyExposure, doubtful: UndeterminedMail): readonly string[] {
  const exposed = exposure.addresses.filter(({ messages }) => messages > 0).map(({ address }) => address);
  return [...new Set([...exposed, ...doubtful.addresses])];
}

function listCustodians(exposure: PartyExposure, doubtful: UndeterminedMail): ReadonlySet<string> {
  return new Set([...exposure.custodians.map(({ custodian }) => custodian), ...doubtful.custodians]);
}

/** Figures of a party that is in no evidence any more. */
export const NO_FIGURES: NoticeFigures = {
  accessed: 0,
  presumed: 0,
  partial: 0,
  possible: 0,
  undetermined: 0,
  messages: 0,
  bulk: 0,
  held: 0,
  secrets: null,
  first: null,
  last: null,
  affectedAddresses: 0,
  intruderSent: 0,
  custodians: 0,
};
