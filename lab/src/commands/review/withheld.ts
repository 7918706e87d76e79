import { advise, formatInstant, hint, Refusal } from '@candor/core/base';
import { toMessageId } from '@candor/core/exposure/key';
import { cutQuotations } from '@candor/core/review/quoted';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { type OriginalPlace, readOriginal, type ShownMessage, showMessage } from '../../evidence/original/index.ts';
import { findRawPath } from '../../evidence/store/evidence-file-store.ts';
import { findFingerprint, listCopiesOf } from '../../evidence/store/found-copy-store.ts';
import { readMembers } from '../../evidence/store/label-list.ts';
import { type DecisionMade, decide, recordDecision } from '../../ledger/decision/index.ts';
import {
  type ApprovalResult,
  NOTHING_TO_RECHECK,
  nameAct,
  type Proposed,
  runAct,
  type Signature,
} from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { isProved } from '../../review/index.ts';
import {
  addHold,
  type MentionReason,
  RELEASABLE_REASONS,
  type ReviewHold,
  readHolds,
  requireHold,
  settleHold,
} from '../../review/store/hold-store.ts';
import { findOrPropose } from '../agree.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/** A message that is held back, with what a person knows it by. */
export interface WithheldView extends ReviewHold {
  readonly copies: readonly WithheldCopy[];
  /** What is cut out of one that quotes the party's mail, when it is looked at: exactly what its release would give. */
  readonly cuts: readonly string[];
  /** Whether a person's decision can release it. */
  readonly canBeReleased: boolean;
}

export interface WithheldCopy {
  readonly custodian: string;
  readonly location: string;
  readonly date: string | null;
  /** Reread from the evidence when one message is viewed; null in lists and in archives. */
  readonly shown: ShownMessage | null;
}

export async function listWithheld(
  state: StateFolder,
  party: string | null,
  isAll: boolean,
): Promise<readonly WithheldView[]> {
  const id = party === null ? null : await findId(state, party);
  const holds = (await readHolds(state.store, id)).filter((hold) => isAll || hold.state === 'open');
  const views: WithheldView[] = [];
  for (const hold of holds) views.push(await toView(state, hold, false));
  return views;
}

export async function showWithheld(state: StateFolder, id: number): Promise<WithheldView> {
  return await toView(state, await requireHold(state.store, id), true);
}

/**
 * Withholds a message from a party by one person's decision: counsel's privilege, or an employee's private mail.
 * Effective from the next release.
 * @throws Refusal for an unknown message.
 */
export async function withhold(
  state: StateFolder,
  order: DecidedBy & {
    readonly party: string;
    /** Message-ID, fingerprint, or location of a copy. */
    readonly message: string;
    readonly reason: 'privilege' | 'private' | MentionReason;
  },
): Promise<WithheldView & { readonly decision: DecisionMade }> {
  const message = await findMessage(state, order.message);
  const party = await findId(state, order.party);
  const { reason, why } = order;
  const by = await openDecider(state.store, order);
  const at = now();
  const rows = [{ what: `message ${message}`, before: null, after: { heldFrom: party, reason } }];
  const { result: id, decision } = await decide(
    state.store,
    createNodeRuntime(),
    { act: 'withheld.hold', by, why, at, rows },
    (deciding) => addHold(deciding, { party, message, reason, by: by.name, why }, at),
  );
  return { ...(await toView(state, await requireHold(state.store, id), false)), decision };
}

/** A message stays with the organization: one person decides, since nothing is given by it. */
export async function keepWithheld(
  state: StateFolder,
  id: number,
  decided: DecidedBy,
): Promise<WithheldView & { readonly decision: DecisionMade }> {
  const hold = await requireHold(state.store, id);
  if (hold.state === 'withheld')
    throw new Refusal('already-decided', [`message ${id} is withheld already, by ${hold.decidedBy}`]);
  const { why } = decided;
  const by = await openDecider(state.store, decided);
  const at = now();
  const rows = [{ what: `message ${hold.message}, ${hold.party}`, before: hold.state, after: 'withheld' }];
  const { decision } = await decide(
    state.store,
    createNodeRuntime(),
    { act: 'withheld.keep', by, why, at, rows },
    (deciding) => settleHold(deciding, id, { state: 'withheld', by: by.name, why, entry: null }, at),
  );
  return { ...(await toView(state, await requireHold(state.store, id), false)), decision };
}

/**
 * One person's word that a message may be given; with the second one it is in the next release.
 * @throws Refusal for one that no decision can release, or that is out of the person's own mailbox.
 */
export async function releaseWithheld(
  state: StateFolder,
  id: number,
  signature: Signature,
  reason: string | null,
  digest: string | null,
): Promise<ApprovalResult & { readonly withheld: WithheldView; readonly why: string }> {
  const { store } = state;
  const { result, read } = await runAct(
    state,
    {
      matter: 'hold',
      read: () => readRelease(state, id, reason),
      concerns: {
        are: 'custodians',
        list: async ({ hold }) => (await findCopies(state, hold.message)).map(({ custodian }) => custodian),
      },
      recheck: NOTHING_TO_RECHECK,
      effect: async ({ hold, why }, { entry, at }) => {
        const rows = [{ what: `message ${hold.message}, ${hold.party}`, before: hold.state, after: 'released' }];
        const by = { name: signature.as, signer: null };
        const decision = { act: 'withheld.release', by, why, at, rows, entry } as const;
        await recordDecision(store, createNodeRuntime(), decision, (deciding) =>
          settleHold(deciding, id, { state: 'released', by: by.name, why, entry }, at),
        );
      },
    },
    signature,
    digest,
  );
  return { ...result, why: read.why, withheld: await toView(state, await requireHold(store, id), false) };
}

/** @throws Refusal for one that was released, or that no decision can release. */
async function readRelease(
  state: StateFolder,
  id: number,
  reason: string | null,
): Promise<Proposed & { readonly hold: ReviewHold; readonly why: string }> {
  const hold = await requireHold(state.store, id);
  if (hold.state === 'released')
    throw new Refusal('already-decided', [`message ${id} was released; it is entry ${hold.entry} of the log`]);
  if (!RELEASABLE_REASONS.has(hold.reason))
    throw new Refusal('cannot-be-released', [
      `message ${id} is held because of "${hold.reason}", which no decision changes; see docs/formats/release.md, Held back`,
    ]);
  const { incident } = await loadIncidentNow(state.store);
  const { party, message, reason: heldFor } = hold;
  const subject = { v: 1, kind: 'hold', incident: incident.incident, party, message, reason: heldFor };
  return { ...nameAct(`the release of message ${id}`), ...(await findOrPropose(state, 'hold', subject, reason)), hold };
}

async function toView(state: StateFolder, hold: ReviewHold, isShown: boolean): Promise<WithheldView> {
  const copies: WithheldCopy[] = [];
  for (const copy of await findCopies(state, hold.message)) {
    copies.push({
      custodian: copy.custodian,
      location: copy.location,
      date: copy.date === null ? null : formatInstant(copy.date),
      shown: isShown ? await showCopy(state, copy) : null,
    });
  }
  const cuts = isShown && hold.reason === 'quoted' ? await listCuts(state, hold) : [];
  return { ...hold, copies, cuts, canBeReleased: RELEASABLE_REASONS.has(hold.reason) };
}

type CopyRow = Awaited<ReturnType<typeof listCopiesOf>>[number];

function findCopies({ store }: StateFolder, message: string): Promise<readonly CopyRow[]> {
  return listCopiesOf(store, Buffer.from(message, 'hex'));
}

async function showCopy(state: StateFolder, copy: CopyRow): Promise<ShownMessage | null> {
  const place = await findPlace(state, copy);
  return place === null ? null : showMessage(place);
}

async function findPlace({ store }: StateFolder, copy: CopyRow): Promise<OriginalPlace | null> {
  const raw = await findRawPath(store, copy.file);
  if (copy.sha256 === null || raw === null) return null;
  const members = readMembers(copy.members, copy.location);
  const sha256 = Buffer.from(copy.sha256).toString('hex');
  return { raw, members, offset: copy.position, length: copy.length, sha256 };
}

/** Out of the first copy whose bytes can be had. */
async function listCuts(state: StateFolder, { party, message }: ReviewHold): Promise<readonly string[]> {
  const version = await requireLastVersion(state);
  const exposure = await findStoredParty(state.store, version.version, party);
  const proved = exposure.kind === 'person' ? exposure.addresses.map(({ address }) => address) : exposure.domains;
  for (const copy of await findCopies(state, message)) {
    const place = await findPlace(state, copy);
    const original = place === null ? null : readOriginal(place);
    if (original?.is === 'bytes')
      return cutQuotations(createNodeRuntime(), original.bytes, (address) => isProved({ exposure, proved }, address));
  }
  return [];
}

async function findMessage({ store }: StateFolder, name: string): Promise<string> {
  const messageId = toMessageId(name);
  const isFingerprint = /^[0-9a-f]{64}$/i.test(name);
  const fingerprint = await findFingerprint(store, {
    location: name,
    messageId,
    fingerprint: isFingerprint ? Buffer.from(name, 'hex') : null,
  });
  if (fingerprint !== null) return Buffer.from(fingerprint).toString('hex');
  throw new Refusal('unknown-copy', [
    advise`"${name}" is neither the Message-ID, the fingerprint nor the location of a message; ${hint('explain')} shows them`,
  ]);
}

async function findId(state: StateFolder, party: string): Promise<string> {
  const version = await requireLastVersion(state);
  return (await findStoredParty(state.store, version.version, party)).party;
}
