import { basename } from 'node:path';
import { formatAmount, formatSpan, hint, type Problem } from '@candor/core/base';
import { isInForce } from '@candor/core/notice/contact';
import type { Selection } from '@candor/core/notice/selection';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { readAccepted, readFact } from '../../adapters/store/state-fact.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { readContactsNow } from '../../notice/contacts/index.ts';
import { createSuccessorResolver, type MovedMail, nameParties, readMoved } from '../../notice/party/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { hasNoticesOf } from '../../notice/store/notice-store.ts';
import { readSealedSelection } from '../../notice/store/selection-store.ts';
import { listDeliveries, listMisdirected, listSentNotices, requireWave } from '../../notice/store/wave-store.ts';
import { toIncidentOf } from '../load-incident.ts';
import { type RunSummary, readRunSummary } from '../run-summary.ts';
import { toFirstWarnings } from './first-warnings.ts';
import { findIntruderWarnings } from './intruder-warnings.ts';
import { findMisreadWarnings } from './misread-warnings.ts';
import { type RefereeNote, refereeWave } from './referee.ts';

/** Addresses and parties that a sentence names. */
const NAMED = 3;

/**
 * What a person must hear of a wave before it is approved: what makes its figures say less than is known, and whom it
 * goes to or keeps back in error.
 */
export async function findWaveWarnings(
  store: Store,
  wave: number,
  version: StoredVersion | null,
  hasCorrections: boolean,
): Promise<readonly Problem[]> {
  if (version === null) return findMisdirectedWarnings(store, wave);
  return [
    ...(await findWindowWarnings(store, version, hasCorrections)),
    ...(await findHoldWarnings(store, version.version)),
    ...(await findContactWarnings(store)),
    ...(await findMovedWarnings(store, version)),
    ...(await findMisdirectedWarnings(store, wave)),
    ...(await findIntruderWarnings(store, version, wave)),
    ...(await findMisreadWarnings(store, version, wave)),
  ];
}

/** What this machine says of a wave besides what is signed. */
export interface WaveSaid {
  readonly warnings: readonly Problem[];
  /** What the referee asks about it. */
  readonly referee: readonly RefereeNote[];
  readonly selection: Selection | null;
}

/** The same, of a wave that was prepared. */
export async function readWaveWarnings(state: StateFolder, number: number | null): Promise<WaveSaid> {
  const { store } = state;
  const wave = await requireWave(store, number);
  const { id, version } = wave;
  const selection = wave.manifest === '' ? null : await readSealedSelection(store, createNodeRuntime(), wave);
  const judged = await findVersion(store, version);
  const warnings = await findWaveWarnings(store, id, judged, await hasNoticesOf(store, id, 'correction'));
  return { warnings, referee: await refereeWave(store, id, judged), selection };
}

/**
 * A notice goes to an address from which a misdirected one was withdrawn: the wrong recipient might be notified again.
 */
async function findMisdirectedWarnings(store: Store, wave: number): Promise<readonly Problem[]> {
  const before = new Map((await listMisdirected(store)).map(({ contact, notice }) => [contact.toLowerCase(), notice]));
  const again = (await listDeliveries(store, wave)).filter(({ contact }) => before.has(contact.toLowerCase()));
  return toFirstWarnings(
    again.map(({ contact, notice_id: notice }) => ({
      code: 'misdirected-before',
      place: contact,
      text: `Notice ${notice} goes to ${contact}, and notice ${before.get(contact.toLowerCase())}, which went there, was withdrawn as misdirected. Find out whose address it is; if it is the wrong one, ${hint('do-not-contact.add', 'ADDRESS', { address: true, why: '…' })}, and prepare again.`,
      weight: 'person',
    })),
  );
}

/** Curated contacts belong to an id that the directory dropped: shows whose they are now, or asks a person. */
async function findContactWarnings(store: Store): Promise<readonly Problem[]> {
  const { left } = await readContactsNow(store);
  const warnings = left.map(({ id, contacts, successors, isFollowed }): Problem => {
    const whose = nameParties(successors.map((party) => ({ party })));
    const more = successors.length > 3 ? ' …' : '';
    const text = isFollowed
      ? `${contacts.join(', ')}: curated for ${id}, which is no longer a party; used for ${whose}, which now has its addresses.`
      : `${contacts.join(', ')}: curated for ${id}, which is no longer a party, and not used: ${whose}${more} ${successors.length === 1 ? 'has' : 'have'} its addresses. Assign them with ${hint('contacts.curate', 'PARTY', 'CONTACT')}, or withdraw them with --withdraw, and prepare again.`;
    return { code: 'contact-without-party', place: id, text, weight: isFollowed ? 'note' : 'person' };
  });
  return toFirstWarnings(warnings);
}

/** A party was notified of mail that now counts for others, or nobody: a person must decide what no notice can say. */
async function findMovedWarnings(store: Store, version: StoredVersion): Promise<readonly Problem[]> {
  const { domains } = toIncidentOf(version).organization;
  const moved = await readMoved(store, version.version, await listSentNotices(store), domains);
  return toFirstWarnings(
    moved.map((mail) => ({ code: 'moved-addresses', place: mail.party, text: toSentence(mail), weight: 'person' })),
  );
}

function toSentence({ party, notice, isWithdrawn, by, addresses, holders }: MovedMail): string {
  const withdraw = isWithdrawn ? '' : `, then ${hint('notice.withdraw', notice, { why: '…' })}`;
  if (by === 'list')
    return `${party} was notified (notice ${notice}), and is now a list, so it gets no further notice. If the directory is wrong, fix it and run again; otherwise notify the affected people yourself${withdraw}.`;
  const told = `${party} was notified (notice ${notice}) of mail with ${list(addresses)}`;
  const tell = `notify ${party} yourself of what changed${withdraw}`;
  if (by === 'organization')
    return `${told}, which the incident file now counts as the organization’s own (organization.domains). No correction is drafted: it would say that the mail is no longer in the evidence. If that is wrong, fix the file and run again; otherwise ${tell}.`;
  return `${told}, which now counts only for ${list(holders)}. No correction is drafted: it would say that the intruder had no access. Find out whose it is: if the directory or a split is wrong, fix it and run again; otherwise ${tell}.`;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}

/**
 * A hold is about an id that the directory dropped: it applies to the current owner of the addresses, or to nobody. An
 * early hold without stored addresses, on an id never notified, applies to nothing known. Also reports parties split
 * off from its own since.
 */
async function findHoldWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  const at = now();
  const holds = (await readHolds(store)).filter((hold) => isInForce(hold, at));
  if (holds.every(({ party }) => party === null)) return [];
  const findSuccessors = createSuccessorResolver(await readParties(store, version), await listSentNotices(store));
  const warnings = holds.flatMap(({ id, kind, party, held }): Problem[] => {
    const successors = party === null ? [] : findSuccessors(party, held);
    const others = successors.filter(
      (successor) => ![successor.party, ...successor.mergedIds].some((each) => each === party),
    );
    if (party === null || (others.length === 0 && successors.length > 0)) return [];
    const name = kind === 'delay' ? 'Delay' : 'Do-not-contact entry';
    const set = kind === 'delay' ? hint('delay.set', 'PARTY') : hint('do-not-contact.add', 'PARTY');
    const ids = others.map((successor) => successor.party);
    const named = ids.length > NAMED ? `${ids.slice(0, NAMED).join(', ')} …` : ids.join(', ');
    const toEnd = `If that is too much, ${set} for the right one, and then end ${id}.`;
    if (others.length < successors.length)
      return [
        {
          code: 'hold-with-others',
          place: party,
          text: `${name} ${id} is about ${party}, and also holds ${named}, which ${others.length === 1 ? 'has' : 'have'} addresses that ${party} had when it was set. ${toEnd}`,
          weight: 'note',
        },
      ];
    const text =
      successors.length === 0
        ? `${name} ${id} is about ${party}, which is no longer a party, and holds back nobody who has its addresses. Find out whose they are, ${set} for each, and prepare again.`
        : `${name} ${id} is about ${party}, which is no longer a party: it holds ${named}, which now has its addresses. ${toEnd}`;
    return [{ code: 'hold-without-party', place: party, text, weight: successors.length === 0 ? 'person' : 'note' }];
  });
  return toFirstWarnings(warnings);
}

/**
 * What makes notices of one version say less than is known, over two signatures: what the intruder did outside the
 * window, since they then give no end of the access; and evidence that is gone, since they correct what only that held.
 */
async function findWindowWarnings(
  store: Store,
  version: StoredVersion,
  hasCorrections: boolean,
): Promise<readonly Problem[]> {
  const { alerts } = readRunSummary(version);
  const { afterContainment, beyondWindow } = alerts;
  const accepted = await readAccepted(store);
  const place = basename((await readFact(store, 'incident-file')) ?? '');
  const isOpen = version.problems.some(
    (problem) => problem.code === 'window-too-narrow' && !accepted.has(problem.place),
  );
  // Those after containment are among the others: said once.
  const isBeyondOnly = (beyondWindow.first ?? 0) < (afterContainment.first ?? Number.POSITIVE_INFINITY);
  const gone = version.problems.filter(({ code, place: where }) => code === 'evidence-gone' && !accepted.has(where));
  return [
    ...gone.map(
      (problem): Problem => ({
        ...problem,
        text: `${hasCorrections ? 'Corrections give lower figures because evidence is gone, not because a figure was wrong' : 'Figures lack what only evidence held that is gone'}: ${problem.text}`,
      }),
    ),
    ...(isOpen && isBeyondOnly
      ? toWarning('window-too-narrow', beyondWindow, 'outside the window', `widen \`window\` in ${place}`, place)
      : []),
    ...toWarning(
      'after-containment',
      afterContainment,
      'after containment',
      `find out how the intruder still gets in, then move \`window.contained\` in ${place}`,
      place,
    ),
  ];
}

function toWarning(
  code: string,
  { count, first, last }: RunSummary['alerts']['afterContainment'],
  where: string,
  mend: string,
  place: string,
): Problem[] {
  if (count === 0 || first === null || last === null) return [];
  const records = `${formatAmount(count, "record of the intruder's", "records of the intruder's")} ${count === 1 ? 'lies' : 'lie'} ${where}, ${formatSpan(first, last)}`;
  const text = `The notices do not give the window as the time of access, because ${records}: ${mend}, run again, and prepare again.`;
  return [{ code, place, text, weight: 'person' }];
}
