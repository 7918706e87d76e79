import { basename } from 'node:path';
import { formatAmount, formatSpan, type Problem } from '@candor/core/base';
import { isInForce } from '@candor/core/notice/contact';
import { now } from '../../adapters/clock.ts';
import { openStateForReading } from '../../adapters/state-folder.ts';
import { readAccepted, readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { readContactsNow } from '../../notice/party/left-contacts.ts';
import { type MovedMail, readMoved } from '../../notice/party/moved-mail.ts';
import { nameParties } from '../../notice/party/name-parties.ts';
import { createSuccessorResolver } from '../../notice/party/successors.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { listDeliveries, listMisdirected, listSentNotices, requireWave } from '../../notice/store/wave-store.ts';
import { toIncidentOf } from '../incident-place.ts';
import { type RunSummary, readRunSummary } from '../run-summary.ts';
import { toFirstWarnings } from './first-warnings.ts';
import { findIntruderWarnings } from './intruder-warnings.ts';

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
): Promise<readonly Problem[]> {
  if (version === null) return findMisdirectedWarnings(store, wave);
  return [
    ...(await findWindowWarnings(store, version)),
    ...(await findHoldWarnings(store, version.version)),
    ...(await findContactWarnings(store)),
    ...(await findMovedWarnings(store, version)),
    ...(await findMisdirectedWarnings(store, wave)),
    ...(await findIntruderWarnings(store, version, wave)),
  ];
}

/** The same, of a wave that was prepared. */
export async function readWaveWarnings(statePath: string, number: number | null): Promise<readonly Problem[]> {
  const state = await openStateForReading(statePath);
  try {
    const { id, version } = await requireWave(state.store, number);
    return await findWaveWarnings(state.store, id, await findVersion(state.store, version));
  } finally {
    await state.close();
  }
}

/**
 * That a notice goes to an address from which one was taken back as misdirected: whoever was told by mistake would be
 * told again.
 */
async function findMisdirectedWarnings(store: Store, wave: number): Promise<readonly Problem[]> {
  const before = new Map((await listMisdirected(store)).map(({ contact, notice }) => [contact.toLowerCase(), notice]));
  const again = (await listDeliveries(store, wave)).filter(({ contact }) => before.has(contact.toLowerCase()));
  return toFirstWarnings(
    again.map(({ contact, notice_id: notice }) => ({
      code: 'misdirected-before',
      place: contact,
      text: `Notice ${notice} goes to ${contact}, and notice ${before.get(contact.toLowerCase())}, which went there, was withdrawn as misdirected: see whose address it is; where it is the wrong one, \`candor do-not-contact add ADDRESS --address --why …\`, and prepare anew.`,
      weight: 'person',
    })),
  );
}

/**
 * That contacts which a person curated hang on an id that a directory gave up: whose they are by now, or that a person
 * must say so.
 */
async function findContactWarnings(store: Store): Promise<readonly Problem[]> {
  const { left } = await readContactsNow(store);
  const warnings = left.map(({ id, contacts, heirs, isFollowed }): Problem => {
    const whose = nameParties(heirs.map((party) => ({ party })));
    const more = heirs.length > 3 ? ' …' : '';
    const text = isFollowed
      ? `${contacts.join(', ')}: curated for ${id}, which is no party by now, and used for ${whose}, which has its addresses.`
      : `${contacts.join(', ')}: curated for ${id}, which is no party by now, and used for nobody: ${whose}${more} ${heirs.length === 1 ? 'has' : 'have'} its addresses. Say whose they are: \`candor contacts curate PARTY CONTACT\`, with --withdraw where they are not, and prepare anew.`;
    return { code: 'contact-without-party', place: id, text, weight: isFollowed ? 'note' : 'person' };
  });
  return toFirstWarnings(warnings);
}

/**
 * That a party was told of mail which is counted for others, or for nobody, by now: what no notice can say is left to a
 * person.
 */
async function findMovedWarnings(store: Store, version: StoredVersion): Promise<readonly Problem[]> {
  const { domains } = toIncidentOf(version).organization;
  const moved = await readMoved(store, version.version, await listSentNotices(store), domains);
  return toFirstWarnings(
    moved.map((mail) => ({ code: 'moved-addresses', place: mail.party, text: toSentence(mail), weight: 'person' })),
  );
}

function toSentence({ party, notice, isWithdrawn, by, addresses, holders }: MovedMail): string {
  const withdraw = isWithdrawn ? '' : `, then \`candor notice withdraw ${notice} --why …\``;
  if (by === 'list')
    return `${party} was told (notice ${notice}), and is a list by now: it is told nothing more, whatever is found. Where the directory is wrong, mend it and run again; else tell whom it concerns yourself${withdraw}.`;
  const told = `${party} was told (notice ${notice}) of mail with ${list(addresses)}`;
  const tell = `tell ${party} yourself what has changed${withdraw}`;
  if (by === 'organization')
    return `${told}, which the incident file counts as the organization’s own by now (organization.domains). No correction of that is drafted: it would say that the mail is in no evidence any more. Where that is wrong, mend the file and run again; else ${tell}.`;
  return `${told}, which is counted for ${list(holders)} alone by now. No correction of that is drafted: it would say that the intruder had no access. See whose it is: where the directory or a split is wrong, mend it and run again; else ${tell}.`;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}

/**
 * That a delay, or a party not to be contacted, is about an id that a directory gave up: it holds whoever has the
 * addresses now, or, where nobody has them, nobody. A hold of before they were kept, of an id that was never told
 * anything, stands for nothing that is known. And that it holds also parties which were parted from its own since.
 */
async function findHoldWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  const at = now();
  const holds = (await readHolds(store)).filter((hold) => isInForce(hold, at));
  if (holds.every(({ party }) => party === null)) return [];
  const findHeirs = createSuccessorResolver(await readParties(store, version), await listSentNotices(store));
  const warnings = holds.flatMap(({ id, kind, party, held }): Problem[] => {
    const heirs = party === null ? [] : findHeirs(party, held);
    const others = heirs.filter((heir) => ![heir.party, ...heir.mergedIds].some((each) => each === party));
    if (party === null || (others.length === 0 && heirs.length > 0)) return [];
    const name = kind === 'delay' ? 'Delay' : 'Do-not-contact entry';
    const set = `\`candor ${kind} ${kind === 'delay' ? 'set' : 'add'} PARTY\``;
    const ids = others.map((heir) => heir.party);
    const named = ids.length > NAMED ? `${ids.slice(0, NAMED).join(', ')} …` : ids.join(', ');
    const toEnd = `Where that is too much, ${set} for the right one, and then end ${id}.`;
    if (others.length < heirs.length)
      return [
        {
          code: 'hold-with-others',
          place: party,
          text: `${name} ${id} is about ${party}, and holds ${named}, too, which ${others.length === 1 ? 'has' : 'have'} addresses that ${party} had when it was set. ${toEnd}`,
          weight: 'note',
        },
      ];
    const text =
      heirs.length === 0
        ? `${name} ${id} is about ${party}, which is no party by now: whoever has its addresses is not held back. See whose they are, ${set} for each, and prepare anew.`
        : `${name} ${id} is about ${party}, which is no party by now: it holds ${named}, whose its addresses are. ${toEnd}`;
    return [{ code: 'hold-without-party', place: party, text, weight: heirs.length === 0 ? 'person' : 'note' }];
  });
  return toFirstWarnings(warnings);
}

/**
 * What makes notices of one version say less than is known, over two signatures: what the intruder did outside the
 * window, which they state as the time of access; and evidence that is gone, since they correct what only that held.
 */
async function findWindowWarnings(store: Store, version: StoredVersion): Promise<readonly Problem[]> {
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
        text: `Corrections say less because evidence is gone, and not because it was found untrue: ${problem.text}`,
      }),
    ),
    ...(isOpen && isBeyondOnly
      ? toWarning('window-too-narrow', beyondWindow, 'outside the window', `widen \`window\` in ${place}`, place)
      : []),
    ...toWarning(
      'after-containment',
      afterContainment,
      'after containment',
      `see how it still gets in, then move \`window.contained\` in ${place}`,
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
  const text = `The notices tell the window as the time of access, but ${records}: ${mend}, run again, and prepare anew.`;
  return [{ code, place, text, weight: 'person' }];
}
