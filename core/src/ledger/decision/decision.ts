import {
  compareUtf8,
  formatInstant,
  type Instant,
  type Json,
  type JsonObject,
  readInstant,
  toCanonicalJson,
  toList,
  toObject,
  toText,
  toWhole,
} from '@candor/core/base';
import type { Hashing } from '../hash.ts';

/** Every act of one person that changes what parties are told, with the tables that it writes; the list is closed. */
export const DECISION_TABLES = {
  'carried-over': [],
  'contacts.import': ['notice_contact'],
  'delay.begin': ['notice_hold'],
  'delay.end': ['notice_hold'],
  'do-not-contact.begin': ['notice_hold'],
  'do-not-contact.end': ['notice_hold'],
  'findings.accept': ['impact_finding_decision'],
  'findings.dismiss': ['impact_finding_decision'],
  'findings.erase': ['impact_finding_decision'],
  'findings.list': ['notice_finding'],
  'findings.merge': ['impact_finding_decision'],
  'findings.privilege': ['review_hold'],
  'findings.split': ['impact_finding_decision'],
  'findings.undo': ['impact_finding_decision'],
  'notice.edit': ['notice_edit'],
  'party.contact': ['impact_curation'],
  'party.kind': ['impact_curation'],
  'party.merge': ['impact_curation'],
  'party.rename': ['impact_curation'],
  'party.split': ['impact_curation'],
  'party.undo': ['impact_curation'],
  'problem.accept': ['accepted'],
  'withheld.hold': ['review_hold'],
  'withheld.keep': ['review_hold'],
  'withheld.release': ['review_hold'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DecisionAct = keyof typeof DECISION_TABLES;

/** What is decided, as people read it. Null: there was nothing, or nothing is left. */
export interface DecisionRow {
  readonly what: string;
  readonly before: Json;
  readonly after: Json;
}

/** A row that a decision stands for, as the state has it. */
export interface EffectRow {
  readonly table: string;
  /** Unique in its table. */
  readonly key: string;
  readonly row: JsonObject;
}

/** The row that a decision wrote. Null: there was none, or it took it out. */
export interface DecisionWrite {
  readonly table: string;
  readonly key: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

/** What one command decided. */
export interface DecisionDocument {
  readonly incident: string;
  /** Position in the chain, from 1. */
  readonly number: number;
  readonly at: Instant;
  readonly act: DecisionAct;
  /** The person who decided: proved only by a signature. Null: decisions of former versions, carried over. */
  readonly by: string | null;
  /** Key of the operator who signs; null: nobody signs. */
  readonly key: string | null;
  readonly why: string;
  /** Entry of the log by which two people agreed to it; null: one person decided. */
  readonly entry: number | null;
  readonly log: number;
  /** Digest of the rows of the act's tables as they stood before. */
  readonly before: string;
  readonly rows: readonly DecisionRow[];
  readonly writes: readonly DecisionWrite[];
}

/** A document in its place of the chain. */
export interface DecisionLink {
  /** Canonical JSON of a `DecisionDocument`. */
  readonly document: string;
  readonly previous: string;
  readonly digest: string;
  readonly signature: string | null;
}

/** What precedes the first link: 32 bytes 0x00. */
export const FIRST_PREVIOUS = '0'.repeat(64);

const VERSION = 1;
const MEMBERS = 'act,at,before,by,entry,incident,key,kind,log,number,rows,v,why,writes';

/** The document's one form: canonical JSON. */
export function toDecisionText(document: DecisionDocument): string {
  const { at, rows, writes, ...rest } = document;
  return toCanonicalJson({
    ...rest,
    v: VERSION,
    kind: 'decision',
    at: formatInstant(at),
    rows: rows.map(({ what, before, after }) => ({ what, before, after })),
    writes: writes.map(({ table, key, before, after }) => ({ table, key, before, after })),
  });
}

/** Reads a document that anybody may have altered; null unless it is exactly what `toDecisionText` gives. */
export function readDecision(text: string): DecisionDocument | null {
  let json: JsonObject | null;
  try {
    const value: Json = JSON.parse(text);
    json = toCanonicalJson(value) === text ? toObject(value) : null;
  } catch {
    return null;
  }
  if (json === null || Object.keys(json).join() !== MEMBERS || json['v'] !== VERSION || json['kind'] !== 'decision')
    return null;
  const [incident, act, why, before, time] = ['incident', 'act', 'why', 'before', 'at'].map((name) =>
    toText(json[name]),
  );
  const [number, log] = [toWhole(json['number']), toWhole(json['log'])];
  const at = time == null ? null : readInstant(time);
  if (incident == null || act == null || !isAct(act) || why == null || before == null || at === null) return null;
  if (number === null || log === null || formatInstant(at) !== time) return null;
  const { by = null, key = null, entry = null } = json;
  if ((by !== null && typeof by !== 'string') || (key !== null && typeof key !== 'string')) return null;
  if (entry !== null && toWhole(entry) === null) return null;
  const rows = (toList(json['rows']) ?? []).map(readRow);
  const writes = (toList(json['writes']) ?? []).map(readWrite);
  if (!rows.every((row) => row !== null) || !writes.every((write) => write !== null)) return null;
  const read = { incident, number, at, act, by, key, why, entry: toWhole(entry), log, before, rows, writes };
  return toDecisionText(read) === text ? read : null;
}

function isAct(text: string): text is DecisionAct {
  return Object.hasOwn(DECISION_TABLES, text);
}

function readRow(json: Json): DecisionRow | null {
  const row = toObject(json);
  const what = toText(row?.['what']);
  return row === null || what === null ? null : { what, before: row['before'] ?? null, after: row['after'] ?? null };
}

function readWrite(json: Json): DecisionWrite | null {
  const write = toObject(json);
  const [table, key] = [toText(write?.['table']), toText(write?.['key'])];
  if (write === null || table === null || key === null) return null;
  return { table, key, before: toObject(write['before']), after: toObject(write['after']) };
}

/** SHA-256 of the previous link's digest, as bytes, and the document. */
export function digestLink(hashing: Hashing, previous: string, document: string): string {
  const text = new TextEncoder().encode(document);
  const bytes = new Uint8Array(previous.length / 2 + text.length);
  for (let at = 0; at < previous.length; at += 2) bytes[at / 2] = Number.parseInt(previous.slice(at, at + 2), 16);
  bytes.set(text, previous.length / 2);
  return hashing.sha256Hex(bytes);
}

/** SHA-256 of the rows, sorted by table and key. */
export function digestRows(hashing: Hashing, rows: readonly EffectRow[]): string {
  const sorted = [...rows].sort((a, b) => compareUtf8(a.table, b.table) || compareUtf8(a.key, b.key));
  return hashing.sha256Hex(toCanonicalJson(sorted.map(({ table, key, row }) => [table, key, row])));
}

/** The exact bytes that an operator signs: the digest covers the document and all decisions before it. */
export function toDecisionMessage(digest: string): Uint8Array {
  return new TextEncoder().encode(`candor decision v1\n${digest}\n`);
}
