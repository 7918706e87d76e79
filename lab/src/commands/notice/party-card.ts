import { Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { type CurationAct, type CurationOperation, listNamedParties } from '@candor/core/impact/curation';
import { isGuessedRung, type Rung, type UnusableContact } from '@candor/core/notice/contact';
import { type DeliveryOutcome, toOutcome } from '@candor/core/notice/delivery';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { readListed } from '../../impact/store/party-list-store.ts';
import { type LadderKnowledge, readLadderKnowledge, toHistory, toLadder } from '../../notice/contacts/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { readTaken } from '../../notice/store/chain-store.ts';
import { listMessagesOf } from '../../notice/store/delivery-store.ts';
import { type Dispute, readDisputes } from '../../notice/store/dispute-store.ts';
import { type RecordedHold, readHoldRows } from '../../notice/store/hold-store.ts';
import { listNoticeLines, type NoticeLine } from '../../notice/store/notice-line-store.ts';
import { toPartyKey } from './list-party-rows.ts';
import { listOwnIds, type PartyStateName, readPartyRoll } from './party-roll.ts';

interface CardContact {
  readonly address: string;
  readonly role: string | null;
  readonly language: string | null;
  readonly rung: Rung;
  readonly isGuessed: boolean;
  readonly tried: readonly string[];
  readonly answered: boolean;
}

type CardNotice = Omit<NoticeLine, 'id' | 'posting' | 'party'> & {
  readonly notice: number;
  readonly isPosted: boolean;
  readonly messages: readonly {
    readonly contact: string;
    readonly outcome: DeliveryOutcome['is'];
    readonly reason: string | null;
    readonly changedAt: number;
  }[];
};

/** Everything that is known of one party. */
export interface PartyCard {
  readonly version: number;
  readonly key: string;
  readonly state: PartyStateName;
  readonly party: PartyExposure;
  readonly contacts: readonly CardContact[];
  readonly unusable: readonly UnusableContact[];
  readonly notices: readonly CardNotice[];
  readonly disputes: readonly Dispute[];
  readonly holds: readonly RecordedHold[];
  readonly history: readonly {
    readonly sequence: number;
    readonly by: string;
    readonly at: number;
    readonly why: string;
    readonly act: CurationAct['act'];
    readonly what: string;
    readonly isUndone: boolean;
  }[];
}

/** @throws Refusal for a key that no party of the newest version has */
export async function readPartyCard(state: StateFolder, key: string): Promise<PartyCard> {
  const { store } = state;
  const { version, parties } = await readPartyRoll(state);
  const id = [...parties.keys()].find((one) => toPartyKey(one) === key);
  const [party] = id === undefined ? [] : await readListed(store, version, [id]);
  const rolled = parties.get(id ?? '');
  if (party === undefined || rolled === undefined)
    throw new Refusal('unknown-party', ['no party of the newest exposure is at this address']);
  const { incident } = await loadIncidentNow(store);
  const holds = await readHoldRows(store);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, now());
  const ids = new Set(listOwnIds(party, knowledge));
  const { steps, unusable } = toLadder(party, knowledge);
  const contacts = steps.flatMap((step) => step.contacts);
  return {
    ...{ version, key, party, unusable, state: rolled.state },
    contacts: contacts.map((contact) => ({
      ...contact,
      isGuessed: isGuessedRung(contact.rung),
      ...toTried(party, knowledge, contact.address),
    })),
    notices: await listNotices(store, ids),
    disputes: (await readDisputes(store)).filter((dispute) => ids.has(dispute.party)),
    holds: holds.filter((hold) => hold.party !== null && ids.has(hold.party)),
    history: toCurations(await readCuration(store), ids),
  };
}

function toTried(party: PartyExposure, knowledge: LadderKnowledge, address: string) {
  const own = toHistory(party, knowledge).filter((one) => one.address.toLowerCase() === address.toLowerCase());
  return { tried: own.map(({ state }) => state), answered: own.some(({ answered }) => answered) };
}

async function listNotices(store: Store, ids: ReadonlySet<string>): Promise<readonly CardNotice[]> {
  const taken = await readTaken(store);
  const notices: CardNotice[] = [];
  for (const { id, posting, party, ...line } of await listNoticeLines(store)) {
    if (!ids.has(party)) continue;
    const messages = (await listMessagesOf(store, id)).map((row) => ({
      contact: row.contact,
      outcome: toOutcome(row.state as Parameters<typeof toOutcome>[0], taken.get(row.message_id) ?? null).is,
      reason: row.reason,
      changedAt: row.changed_at,
    }));
    notices.push({ ...line, notice: id, isPosted: posting !== null, messages });
  }
  return notices;
}

function toCurations(curations: readonly CurationOperation[], ids: ReadonlySet<string>): PartyCard['history'] {
  const undone = new Set(curations.flatMap(({ act }) => (act.act === 'undo' ? [act.sequence] : [])));
  const own = new Set(
    curations.filter(({ act }) => listNamedParties(act).some((id) => ids.has(id))).map(({ sequence }) => sequence),
  );
  return curations
    .filter(({ sequence, act }) => own.has(act.act === 'undo' ? act.sequence : sequence))
    .map(({ sequence, by, at, why, act }) => ({
      ...{ sequence, by, at, why, act: act.act, what: toWhat(act) },
      isUndone: undone.has(sequence),
    }));
}

function toWhat(act: CurationAct): string {
  switch (act.act) {
    case 'merge':
      return `${act.parties.join(', ')} → ${act.into}`;
    case 'split':
      return `${act.matches.join(', ')} → ${act.into}`;
    case 'rename':
      return act.name;
    case 'kind':
      return act.kind;
    case 'add-contact':
      return act.contact.contact;
    case 'withdraw-contact':
      return act.contact;
    case 'undo':
      return String(act.sequence);
  }
}
