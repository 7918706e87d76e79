import { join, resolve } from 'node:path';
import {
  findCluesInQuery,
  type InterestFolder,
  type InterestMailbox,
  type InterestOpening,
  type InterestSearch,
  type InterestTrail,
  type InterestVisit,
  listResponseCustodians,
  type ResponseClues,
  toInterestTrail,
  toResponseClues,
} from '@candor/core/exposure/interest';
import { toMessageId } from '@candor/core/exposure/key';
import { type Incident, readFolderList } from '@candor/core/incident';
import { removeFolder } from '../../adapters/files/files.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findRoot } from '../../evidence/index.ts';
import type { PlacedCopy } from '../../evidence/store/found-copy-store.ts';
import { listMisreadCopies } from '../../evidence/store/misread-copies.ts';
import { readIntruderRecords, readOpenings } from '../../exposure/index.ts';
import { findPlacedCopies, streamSearchHits } from '../../exposure/store/verdict-store.ts';
import type { StoredVersion, VersionInputs } from '../../exposure/store/version-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { findIncidentFolder, toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { readRunSummary } from '../run-summary.ts';

/** What the intruder looked for, where it went, what it opened, and whether it looked for itself. */
export interface Interest {
  readonly organization: string;
  readonly incident: string;
  readonly version: number;
  /** The incident file names words or people of the response; without them only its own indicators are looked for. */
  readonly knowsResponse: boolean;
  readonly visits: readonly InterestVisit[];
  /** They come in the order of the first visit. */
  readonly mailboxes: readonly InterestMailbox[];
  /** Openings are included. */
  readonly searches: readonly InterestSearch[];
  readonly folders: readonly InterestFolder[];
  readonly openings: readonly InterestOpening[];
  /** Nobody has said who made these searches. */
  readonly undecidedSearches: number;
  /** Opened messages that are in a mailbox but could not be read again: nothing is known of their words. */
  readonly unread: number;
  /** Only the beginning of these messages was searched, because their text is too long. */
  readonly cut: number;
  /** Opened messages that earlier versions read as damaged bytes: what they printed of these may be wrong. */
  readonly misread: number;
}

/** In `about`, of what was done in a mailbox of the response. */
const ITS_MAILBOX = 'mailbox of the response';

/**
 * Reads records labelled intruder in the newest version and, in a sandboxed process, the messages opened individually.
 * @throws Refusal without state, version or incident file.
 */
export async function readInterest(state: StateFolder, progress: Progress): Promise<Interest> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const judged = toIncidentOf(last);
  const { incident } = await loadIncidentNow(store);
  const clues = toResponseClues({ interest: incident.interest, intruder: judged.intruder });
  const response = listResponseCustodians({ interest: incident.interest, mailboxes: judged.mailboxes });
  const isThere = (custodian: string | null): boolean => custodian !== null && response.has(custodian);
  const trail = toInterestTrail(await readIntruderRecords(store, last.version, judged));
  const hits = await countHits(store, last.version);
  const toPath = createFolderNames(judged, last.inputs);
  return {
    organization: judged.organization.name,
    incident: judged.incident,
    version: last.version,
    knowsResponse: incident.interest !== null,
    undecidedSearches: readRunSummary(last).audit.ambiguousKinds?.['search'] ?? 0,
    visits: trail.visits.map((visit) => {
      const folders = visit.folders.map((folder) => toPath(visit.custodian, folder) ?? folder);
      return { ...visit, folders };
    }),
    mailboxes: trail.mailboxes,
    searches: trail.searches.map((search): InterestSearch => {
      const words = search.query === null ? [] : findCluesInQuery(clues, search.query);
      const about = [...words, ...(isThere(search.custodian) ? [ITS_MAILBOX] : [])];
      return { ...search, hits: search.query === null ? null : (hits.get(search.record) ?? 0), about };
    }),
    folders: trail.folders.map((folder) => ({ ...folder, path: toPath(folder.custodian, folder.folder) })),
    ...(await readOpened({ state, last, judged, progress }, trail.openings, clues, isThere)),
  };
}

/**
 * Copies hit by a search, by the id of its record. A reason cites 20 records at most, so a copy hit by more searches
 * counts for the first ones.
 */
async function countHits(store: Store, version: number): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();

  for await (const reasons of streamSearchHits(store, version)) {
    for (const { code, records } of reasons)
      if (code === 'search-hit') for (const id of records) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function createFolderNames(
  { mailboxes }: Incident,
  { folderLists }: VersionInputs,
): (custodian: string | null, folder: string) => string | null {
  const paths = new Map<string, ReadonlyMap<string, string>>();
  for (const { custodian, folders } of mailboxes) {
    const text = folderLists[custodian];
    if (text === undefined || folders === null) continue;
    const listed = readFolderList(text, folders).folders;
    paths.set(custodian, new Map(listed.map(({ id, path }) => [id.trim(), path])));
  }
  return (custodian, folder) => (custodian === null ? null : (paths.get(custodian)?.get(folder.trim()) ?? null));
}

interface Reading {
  readonly state: StateFolder;
  readonly last: StoredVersion;
  readonly judged: Incident;
  readonly progress: Progress;
}

async function readOpened(
  { state, last, judged, progress }: Reading,
  openings: InterestTrail['openings'],
  clues: ResponseClues,
  isThere: (custodian: string | null) => boolean,
): Promise<Pick<Interest, 'openings' | 'unread' | 'cut' | 'misread'>> {
  const copies = await findCopies(state.store, last.version, openings);
  const folder = await findIncidentFolder(state);
  const roots = judged.mailboxes.flatMap((mailbox) => findRoot(resolve(folder, mailbox.evidence)) ?? []);
  const placed = [...copies.values()].flat();
  const step = progress.begin('interest', 'messages', placed.length);
  const spool = join(state.spool, `interest-${process.pid}`);
  const onMessages = (count: number): void => step.advance(count);
  const read = await readOpenings(state.store, placed, clues, { roots, spool, onMessages }).finally(() =>
    removeFolder(spool),
  );
  step.end();
  const unread = new Set<string>();
  const cut = new Set<string>();
  const found = openings.map((opening): InterestOpening => {
    const locations = (copies.get(toKey(opening)) ?? []).map(({ location }) => location).sort();
    const answers = locations.flatMap((location) => read.get(location) ?? []);
    if (locations.length > 0 && answers.length === 0) unread.add(toKey(opening));
    if (answers.some(({ isCut }) => isCut)) cut.add(toKey(opening));
    const words = new Set(answers.flatMap(({ about }) => about));
    if (isThere(opening.custodian)) words.add(ITS_MAILBOX);
    const [first] = answers;
    const shown = { subject: first?.subject ?? null, from: first?.from ?? null };
    return { ...opening, locations, ...shown, about: [...words].sort() };
  });
  const damaged = new Set((await listMisreadCopies(state.store)).map(({ sha256 }) => sha256));
  const misread = [...copies.values()].filter((own) => own.some(({ sha256 }) => damaged.has(sha256 ?? ''))).length;
  return { openings: found, unread: unread.size, cut: cut.size, misread };
}

type Named = Pick<InterestOpening, 'custodian' | 'messageId'>;

const toKey = ({ custodian, messageId }: Named): string => `${custodian ?? ''}\n${toMessageId(messageId)}`;

/** The copies that openings name, by mailbox and Message-ID. */
async function findCopies(
  store: Store,
  version: number,
  openings: readonly Named[],
): Promise<ReadonlyMap<string, readonly PlacedCopy[]>> {
  const wanted = Map.groupBy(openings, ({ custodian }) => custodian);
  const found = new Map<string, PlacedCopy[]>();
  for (const [custodian, named] of wanted) {
    if (custodian === null) continue;
    const ids = [...new Set(named.map(({ messageId }) => toMessageId(messageId)))];
    for (const { messageId, ...copy } of await findPlacedCopies(store, version, custodian, ids)) {
      const key = `${custodian}\n${messageId}`;
      const others = found.get(key);
      if (others === undefined) found.set(key, [copy]);
      else others.push(copy);
    }
  }
  return found;
}
