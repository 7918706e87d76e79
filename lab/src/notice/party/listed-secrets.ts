import { Refusal, readCsv } from '@candor/core/base';
import { toMessageId } from '@candor/core/exposure/key';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { readFormerParties } from '../../impact/store/former-party-store.ts';
import { foldMessages, selectJudged } from '../../impact/store/judged-messages.ts';
import type { ListedFinding, ListedMessage } from '../store/finding-store.ts';
import { listHeld } from '../store/hold-store.ts';
import { listSentNotices } from '../store/wave-store.ts';
import { createSuccessorResolver, keepProvenSuccessors, listIds } from './successors.ts';
import type { MailSources } from './undetermined-mail.ts';

/** More rows are no list that a person made. */
const rowsLimit = 1_000_000;

export interface FoundSecrets<Listed> {
  /** For each party in the list: its listed messages (fingerprints, hex) that it is notified of. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  /** These listed messages are not the party's. */
  readonly strange: readonly Listed[];
}

const weakestTold = toStrength('undetermined');

/**
 * Finds the listed messages in the mailboxes: a notice says how many *of them*, so a listed message only counts if it
 * is the party's and it is notified of it, and once under any name.
 */
export async function findSecrets<Listed extends ListedMessage>(
  store: Store,
  sources: MailSources,
  parties: readonly PartyExposure[],
  listed: readonly Listed[],
): Promise<FoundSecrets<Listed>> {
  const present = listIds(parties);
  // A directory may have moved the id's addresses since the list was made.
  const gone = new Set(listed.map(({ party }) => party).filter((party) => !present.has(party)));
  const notices = gone.size === 0 ? [] : await listSentNotices(store);
  const findSuccessors = createSuccessorResolver(parties, notices);
  const former = await readFormerParties(store, gone);
  const findOwn = (id: string) => {
    const was = [former.get(id) ?? []].flat();
    return keepProvenSuccessors(findSuccessors(id, was.flatMap(listHeld)), id, was, notices);
  };
  const named = new Map<string, { readonly row: Listed; readonly party: PartyExposure }[]>();
  const strange = new Set(listed);
  const told = new Map<string, Set<string>>();
  for (const row of listed) {
    const own = findOwn(row.party);
    for (const { party } of own) told.set(party, new Set());
    const rows = own.map((party) => ({ row, party }));
    for (const name of new Set([row.message.toLowerCase(), toMessageId(row.message) ?? []].flat())) {
      const known = named.get(name);
      if (known === undefined) named.set(name, rows.slice());
      else known.push(...rows);
    }
  }
  if (named.size === 0) return { told, strange: [...strange] };
  for await (const { message, names, addresses, isTold } of streamMessages(store, sources)) {
    for (const { row, party } of [...names].flatMap((name) => named.get(name) ?? [])) {
      if (!party.addresses.some(({ address }) => addresses.has(address))) continue;
      strange.delete(row);
      if (isTold) told.get(party.party)?.add(message);
    }
  }
  return { told, strange: [...strange] };
}

interface NamedMessage {
  /** This is a fingerprint in hex. */
  readonly message: string;
  /** These are the fingerprint and Message-IDs. */
  readonly names: Set<string>;
  readonly addresses: Set<string>;
  isTold: boolean;
}

/** Every message of the version with all its non-draft copies. */
function streamMessages(
  store: Store,
  { incident, version, inputs }: MailSources,
): AsyncGenerator<NamedMessage, void, undefined> {
  const custodians = incident.mailboxes.map(({ custodian }) => custodian);
  const query = selectJudged(store, version.version)
    .select([
      'evidence_copy.custodian',
      'evidence_copy.fingerprint',
      'evidence_copy.message_id',
      'evidence_copy.addresses',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'exposure_verdict.verdict',
    ])
    .where('evidence_copy.custodian', 'in', custodians);
  return foldMessages(
    store,
    query,
    inputs.folderLists,
    ({ fingerprint }): NamedMessage => ({
      message: Buffer.from(fingerprint).toString('hex'),
      names: new Set([Buffer.from(fingerprint).toString('hex')]),
      addresses: new Set(),
      isTold: false,
    }),
    (message, row) => {
      if (row.message_id !== null) message.names.add(row.message_id);
      for (const { address } of unpackAddresses(row.addresses)) message.addresses.add(toKnownForm(address));
      if (toStrength(row.verdict as Verdict) >= weakestTold) message.isTold = true;
    },
  );
}

/**
 * Reads the list: a first line with the columns `party`, `message` and, if wanted, `kind`.
 * @throws Refusal with every line that cannot be used.
 */
export function readFindings(path: string): readonly ListedFinding[] {
  if (inspectPath(path).is !== 'file') throw new Refusal('invalid-findings', [`${path}: there is no such file`]);
  const findings: ListedFinding[] = [];
  const reasons: string[] = [];
  let columns: readonly string[] | null = null;
  for (const { fields, line } of readCsv(Buffer.from(readBytes(path)).toString('utf8'))) {
    if (columns === null) {
      columns = fields.map((name) => name.trim().toLowerCase());
      if (!columns.includes('party') || !columns.includes('message'))
        throw new Refusal('invalid-findings', [
          `${path}:${line}: the first line must name the columns party,message,kind`,
        ]);
      continue;
    }
    if (fields.every((field) => field.trim() === '')) continue;
    const cell = (column: string) => fields[columns?.indexOf(column) ?? -1]?.trim() ?? '';
    if (findings.length >= rowsLimit) throw new Refusal('invalid-findings', [`${path}: more than ${rowsLimit} rows`]);
    if (cell('party') === '' || cell('message') === '')
      reasons.push(`${path}:${line}: the row has no party or no message`);
    else findings.push({ line, party: cell('party'), message: cell('message'), kind: cell('kind') || 'secret' });
  }
  if (columns === null) reasons.push(`${path}: the list is empty; its first line names the columns party,message,kind`);
  if (reasons.length > 0) throw new Refusal('invalid-findings', reasons);
  return findings;
}
