import { formatAmount, Refusal } from '@candor/core/base';
import type { DecisionRow } from '@candor/core/ledger/decision';
import {
  type ContactProblem,
  type JudgedContact,
  judgeContacts,
  type ReadContactList,
  readContactCsv,
} from '@candor/core/notice/contact';
import { toHarmlessCell } from '@candor/core/review/opened';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { type DecisionMade, decide } from '../../ledger/decision/index.ts';
import { findUnusable, isVcardText, readLadderKnowledge, readVcards } from '../../notice/contacts/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { listImported, replaceImported } from '../../notice/store/contact-store.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { requireLastVersion } from '../open-version.ts';

export interface ImportContactsOrder extends DecidedBy {
  readonly file: string;
  /** It checks everything and writes nothing. */
  readonly dryRun: boolean;
  /** It imports what has no problem and leaves the rest. */
  readonly rest: boolean;
  /** Take out what was imported before of every party, not only of those that this list names. */
  readonly replace: boolean;
}

export interface ImportedContacts {
  readonly format: 'csv' | 'vcard';
  /** Contacts that may be used, and whose they are. */
  readonly contacts: number;
  readonly parties: number;
  /** Rows that name a party and no contact yet. */
  readonly open: number;
  /** Lines that say again what an earlier one says. */
  readonly repeated: readonly number[];
  /** In the order of their lines. */
  readonly problems: readonly ContactProblem[];
  readonly isWritten: boolean;
  /** Contacts imported before that this import took out: those of the same parties, or all with `--replace`. */
  readonly replaced: number;
  /** Null: nothing was written. */
  readonly decision: DecisionMade | null;
}

/** Maximum size: a list of a million rows, or an address book with pictures. */
const LIST_BYTES_LIMIT = 256 * 1024 * 1024;

/**
 * Imports contacts beside the directory, from CSV or vCard (docs/formats/contacts-csv.md): all or nothing, unless
 * `rest` is given. Replaces earlier imports of the same parties; curation stays.
 * @throws Refusal with every unusable line.
 */
export async function importContacts(state: StateFolder, order: ImportContactsOrder): Promise<ImportedContacts> {
  const { file, dryRun, rest, replace } = order;
  const { format, list } = readList(file);
  const { contacts, repeated, problems: judged } = await judge(state, list);
  const problems = [...list.problems, ...judged].sort((a, b) => a.line - b.line);
  if (problems.length > 0 && !dryRun && !rest)
    throw new Refusal('invalid-contacts', [
      ...problems.map(({ line, text }) => `${file}:${line}: ${text}`),
      `Nothing was imported, also not the ${formatAmount(contacts.length, 'contact')} without a problem. Correct these rows and import the list again, or import the rest with --rest.`,
    ]);
  const parties = new Set(contacts.map(({ party }) => party));
  const written = dryRun ? null : await write(state.store, contacts, replace ? null : parties, order);
  const { open } = list;
  return {
    format,
    contacts: contacts.length,
    parties: parties.size,
    open,
    repeated,
    problems,
    isWritten: !dryRun,
    replaced: written?.result ?? 0,
    decision: written?.decision ?? null,
  };
}

function readList(file: string): { readonly format: ImportedContacts['format']; readonly list: ReadContactList } {
  const found = inspectPath(file);
  if (found.is !== 'file') throw new Refusal('invalid-contacts', [`${file}: there is no such file`]);
  if (found.size > LIST_BYTES_LIMIT)
    throw new Refusal('invalid-contacts', [`${file}: larger than 256 MB; a list of contacts is smaller`]);
  const text = Buffer.from(readBytes(file)).toString('utf8');
  return isVcardText(text)
    ? { format: 'vcard', list: readVcards(text) }
    : { format: 'csv', list: readContactCsv(text) };
}

async function judge(state: StateFolder, list: ReadContactList) {
  const { store } = state;
  const version = await requireLastVersion(state);
  const parties = await readParties(store, version.version);
  const byId = new Map(parties.map((party) => [party.party, party]));
  const { incident } = await loadIncidentNow(store);
  const { reference } = readImpactInputs(incident, version.inputs);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, await readHolds(store), now());
  return judgeContacts(list.contacts, {
    parties,
    consumerDomains: reference.consumerDomains,
    toCell: toHarmlessCell,
    findUnusable: (id, contact) => {
      const party = byId.get(id);
      return party === undefined ? null : findUnusable(party, knowledge, contact);
    },
  });
}

/** Takes out what was imported before of these parties, or of all where it is null, and puts the new contacts in. */
async function write(
  store: Store,
  contacts: readonly JudgedContact[],
  parties: ReadonlySet<string> | null,
  decided: DecidedBy,
): Promise<{ readonly result: number; readonly decision: DecisionMade }> {
  const by = await openDecider(store, decided);
  const at = now();
  const rows = compareContacts(await listImported(store), contacts, parties);
  return decide(store, createNodeRuntime(), { act: 'contacts.import', by, why: decided.why, at, rows }, (deciding) =>
    replaceImported(deciding, contacts, parties, at),
  );
}

type PartyContact = Pick<JudgedContact, 'party' | 'contact'>;

/** The imported contacts of each party, before and after. */
function compareContacts(
  known: readonly PartyContact[],
  contacts: readonly PartyContact[],
  parties: ReadonlySet<string> | null,
): readonly DecisionRow[] {
  const toLists = (all: readonly PartyContact[]) => Map.groupBy(all, ({ party }) => party);
  const [before, after] = [toLists(known), toLists(contacts)];
  const named = parties ?? new Set([...before.keys(), ...after.keys()]);
  const list = (all: readonly PartyContact[] | undefined) => all?.map(({ contact }) => contact) ?? null;
  return [...named].map((party) => ({
    what: party,
    before: list(before.get(party)),
    after: list(after.get(party)),
  }));
}
