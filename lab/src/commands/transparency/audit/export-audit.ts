import { join } from 'node:path';
import { advise, formatInstant, hint, type Json, Refusal } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { readSelection } from '@candor/core/notice/selection';
import type { AuditHead, AuditInput, AuditProgram } from '@candor/core/transparency/audit';
import { type AuditLock, type AuditPart, assertRecipient, writeAuditFile } from '../../../adapters/files/audit-file.ts';
import { readBytes, withTemporaryFolder } from '../../../adapters/files/files.ts';
import { now } from '../../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../../adapters/process/runtime.ts';
import type { StateFolder } from '../../../adapters/store/state-folder.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { type KeptInput, listInputs, readInput } from '../../../evidence/store/input-store.ts';
import { findVersion, type StoredVersion } from '../../../exposure/store/version-store.ts';
import { readDecisions as readFindingDecisions } from '../../../impact/store/decision-store.ts';
import { readParties } from '../../../impact/store/party-store.ts';
import { listValuePlaces } from '../../../impact/store/value-store.ts';
import { readLinks } from '../../../ledger/store/decision-store.ts';
import { listSealed } from '../../../notice/store/notice-store.ts';
import { readCounted } from '../../../notice/store/party-set-store.ts';
import { findSelectionFault, readSelectionRow } from '../../../notice/store/selection-store.ts';
import {
  listDeliveries,
  listNotices,
  listWaves,
  requireWave,
  type StoredWave,
} from '../../../notice/store/wave-store.ts';
import { openAll } from '../../../transparency/index.ts';
import { readEarlierRows } from '../../../transparency/store/earlier-store.ts';
import { toIncidentOf } from '../../load-incident.ts';
import { readRunSummary } from '../../run-summary.ts';
import { writeExposure } from '../../write-exports.ts';

export interface AuditExportOrder {
  /** Null: the newest. */
  readonly wave: number | null;
  readonly out: string;
  /** An age recipient; null: a passphrase is asked for. */
  readonly recipient: string | null;
  readonly askPassphrase: () => Promise<string>;
  /** Of the passphrase; null: that of age. */
  readonly workFactor: number | null;
}

export interface AuditExport {
  readonly wave: number;
  readonly incident: string;
  readonly file: string;
  readonly bytes: number;
  readonly notices: number;
  /** Inputs whose bytes the state no longer has. */
  readonly erased: readonly string[];
}

/** Places of a value that is decided about: one that still stands is enough. */
const MOST_PLACES = 20;

/**
 * Writes everything that a wave follows from besides the evidence, sealed for an auditor (docs/formats/audit.md): no
 * value and no key is in it.
 * @throws Refusal for a wave that is not sealed, or whose inputs an earlier version did not keep.
 */
export async function exportAudit(state: StateFolder, order: AuditExportOrder): Promise<AuditExport> {
  if (order.recipient !== null) assertRecipient(order.recipient);
  const { head, parts, erased, notices } = await collectParts(state, order.wave);
  const lock = await toLock(order);
  const bytes = await writeAuditFile(order.out, [toJsonPart('audit.json', head), ...parts], lock);
  return { wave: head.wave, incident: head.incident, file: order.out, bytes, notices, erased };
}

async function toLock({ recipient, askPassphrase, workFactor }: AuditExportOrder): Promise<AuditLock> {
  if (recipient !== null) return { is: 'recipient', recipient };
  const passphrase = await askPassphrase();
  if (passphrase.trim() === '') throw new Refusal('no-passphrase', ['an empty passphrase seals nothing']);
  return workFactor === null ? { is: 'passphrase', passphrase } : { is: 'passphrase', passphrase, workFactor };
}

async function collectParts(state: StateFolder, number: number | null) {
  const { store } = state;
  const wave = await requireWave(store, number);
  const { version, selection, inputs, program, foundAt } = await requireSealed(store, wave);
  const kept = await keepParts(store, inputs);
  const decided = readSelection(selection.document);
  const links = (await readLinks(store, 0)).map(({ document, previous, digest, signature }) => ({
    ...{ document, previous, digest, signature },
  }));
  const last = links.findIndex(({ digest }) => digest === decided?.head);
  const incident = toIncidentOf(version);
  const head: AuditHead = {
    ...{ v: 1, kind: 'audit', incident: incident.incident, organization: incident.organization.name },
    ...{ wave: wave.id, at: formatInstant(now()), program, inputs: kept.inputs },
  };
  const notices = await listIssued(store, wave);
  const summary = readRunSummary(version);
  const figures = {
    digest: version.digest,
    figures: summary.figures,
    copies: summary.copies,
    messages: summary.messages,
  };
  const parts = [
    toJsonPart('wave.json', {
      ...{ wave: wave.id, kind: wave.kind, version: wave.version, madeAt: wave.made_at, preparedAt: foundAt },
      ...{
        settings: JSON.stringify(wave.settings),
        salt: toBase64Url(wave.salt),
        manifest: wave.manifest,
        entry: wave.entry,
      },
      selection: { salt: toBase64Url(selection.salt), document: selection.document },
    }),
    ...kept.parts,
    toLinesPart('decisions.jsonl', links.slice(0, last + 1)),
    toLinesPart('values.jsonl', await listValues(store)),
    toLinesPart('counted.jsonl', await listCounted(store, wave.id)),
    toLinesPart('notices.jsonl', notices),
    toLinesPart('parties.jsonl', await readParties(store, wave.version)),
    toJsonPart('figures.json', figures),
    { name: 'exposure.jsonl', bytes: await readExposure(store, version) },
    toJsonPart('earlier.json', await readEarlierRows(store, wave.id, wave.version, foundAt)),
    toLinesPart('log.jsonl', await listOpenings(store, wave.id, wave.entry)),
  ];
  return { head, parts, erased: kept.erased, notices: notices.length };
}

async function requireSealed(store: Store, wave: StoredWave) {
  if (wave.manifest === '' || wave.state === 'preparing')
    throw new Refusal('not-composed', [`wave ${wave.id} is ${wave.state}; only a composed wave can be audited`]);
  if (wave.kind === 'reminder' || wave.kind === 'announcement')
    throw new Refusal('no-audit', [
      `wave ${wave.id} is a ${wave.kind}: it repeats what earlier notices say and counts nothing; export the wave of those notices`,
    ]);
  const fault = await findSelectionFault(store, createNodeRuntime(), wave);
  if (fault !== null) throw new Refusal('wave-differs', [`wave ${wave.id}: ${fault}`]);
  const version = await findVersion(store, wave.version);
  const selection = await readSelectionRow(store, wave.id);
  const uses = await listInputs(store, 'wave', wave.id);
  const [program, found] = ['program', 'found'].map((purpose) => uses.find((use) => use.purpose === purpose));
  if (version === null || selection === null || program === undefined || found === undefined)
    throw new Refusal('inputs-not-kept', [
      `wave ${wave.id} was prepared by an earlier version, which kept not all that it follows from; run again and prepare it again to audit it`,
    ]);
  const inputs = uses.filter(({ purpose }) => purpose !== 'program');
  const foundAt = readTime(await readInput(store, found.sha256));
  return { version, selection, inputs, program: readProgram(await readInput(store, program.sha256)), foundAt };
}

const ERASED = new Refusal('inputs-erased', [
  advise`what this wave follows from was erased from the state (${hint('erase.inputs')}); an export that was written before can still be audited`,
]);

function readProgram(bytes: Uint8Array | null): AuditProgram {
  if (bytes === null) throw ERASED;
  const program: AuditProgram = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return program;
}

function readTime(bytes: Uint8Array | null): number {
  if (bytes === null) throw ERASED;
  const found: { readonly at: number } = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return found.at;
}

/** Inputs with a purpose of their own in the list of files; the others are parts under their name. */
async function keepParts(store: Store, uses: readonly KeptInput[]) {
  const inputs: AuditInput[] = [];
  const parts: AuditPart[] = [];
  const erased: string[] = [];
  for (const [at, { purpose, path, size, sha256 }] of uses.entries()) {
    const bytes = await readInput(store, sha256);
    if (bytes === null) erased.push(path);
    if (purpose === 'evidence' || purpose === 'found') {
      if (bytes === null) throw ERASED;
      const text = Buffer.from(bytes).toString('utf8');
      const list: readonly Json[] = purpose === 'evidence' ? JSON.parse(text) : [];
      parts.push(purpose === 'evidence' ? toLinesPart('evidence.jsonl', list) : { name: 'found.json', bytes });
      continue;
    }
    if (purpose === 'program') continue;
    const part = bytes === null ? null : `inputs/${at}`;
    inputs.push({ purpose, path, size, sha256, part });
    if (bytes !== null) parts.push({ name: `inputs/${at}`, bytes });
  }
  return { inputs, parts, erased };
}

async function listIssued(store: Store, wave: StoredWave): Promise<readonly Json[]> {
  const messages = Map.groupBy(await listDeliveries(store, wave.id), ({ notice_id }) => notice_id);
  const records = new Map((await listSealed(store, wave.id)).map(({ id, record }) => [Number(id), record]));
  return (await listNotices(store, wave.id)).map((notice) => ({
    ...{ notice: notice.id, party: notice.party, follows: notice.follows, isGuessed: notice.isGuessed },
    ...{ issued: notice.issued_at, subject: notice.subject, text: notice.text, html: notice.html },
    ...{ record: records.get(notice.id) ?? '', salt: toBase64Url(notice.salt), position: notice.position },
    facts: toJson(notice.facts),
    custodians: [...notice.custodians],
    messages: (messages.get(notice.id) ?? []).map(({ contact, rung, purpose, sha256 }) => ({
      ...{ contact, rung, purpose, sha256 },
    })),
  }));
}

async function listCounted(store: Store, wave: number): Promise<readonly Json[]> {
  return (await readCounted(store, wave)).map(({ id, position, salt, party }) =>
    toJson({ id, position, salt: toBase64Url(salt), party }),
  );
}

/** Where each value stands that somebody decided about: the value itself stays in the evidence. */
async function listValues(store: Store): Promise<readonly Json[]> {
  const values = (await readFindingDecisions(store)).flatMap(({ act }) =>
    act.act === 'accept' || act.act === 'dismiss' ? (act.about.value ?? []) : [],
  );
  const listed: Json[] = [];
  for (const value of new Set(values)) {
    const places = (await listValuePlaces(store, value)).slice(0, MOST_PLACES);
    listed.push({
      value,
      places: places.map(({ fingerprint, part, offset, length }) => ({
        ...{ message: Buffer.from(fingerprint).toString('hex'), part, offset, length },
      })),
    });
  }
  return listed;
}

/** Entries about keys, and those of this wave and the waves before it. */
async function listOpenings(store: Store, wave: number, entry: number | null): Promise<readonly Json[]> {
  const own = new Set((await listWaves(store)).flatMap((other) => (other.id < wave ? (other.entry ?? []) : [])));
  if (entry !== null) own.add(entry);
  const openings: Json[] = [];
  for await (const { index, entry: text, salt } of openAll(store)) {
    const isKey = /"kind":"(?:genesis|operators)"/.test(text);
    if (isKey || own.has(index)) openings.push({ index, entry: text, salt: toBase64Url(salt) });
  }
  return openings;
}

function readExposure(store: Store, version: StoredVersion): Promise<Uint8Array> {
  return withTemporaryFolder(async (folder) => {
    await writeExposure(store, toIncidentOf(version), version.version, folder);
    return readBytes(join(folder, 'exposure.jsonl'));
  });
}

function toJsonPart(name: string, value: unknown): AuditPart {
  return { name, bytes: Buffer.from(`${JSON.stringify(value)}\n`) };
}

function toLinesPart(name: string, lines: readonly unknown[]): AuditPart {
  return { name, bytes: Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')) };
}

/** As JSON keeps it: members without a value are left out. */
function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}
