import { formatInstant, type Instant, type Json, readInstant, toCanonicalJson } from '@candor/core/base';
import { type FigureRules, isCount, toMembers } from './figure-statement.ts';
import { NOTIFIED_FIGURE, type NotifiedOfAll } from './notified-figure.ts';

export interface SetBasis {
  readonly wave: number;
  /** SHA-256 of the manifest that two people approved, hex. */
  readonly manifest: string;
  /** Root of its set of parties to be notified, hex. */
  readonly root: string;
  /** Entries of the log that counted: all before this position. */
  readonly entries: number;
  /** Hash of the newest link of the chain of deliveries that counted, hex; null while the chain is empty. */
  readonly head: string | null;
  /** The time until which bounces were read; null: none were read, and no mail counts. */
  readonly bouncesRead: Instant | null;
}

export interface NotifiedDocument {
  readonly name: typeof NOTIFIED_FIGURE;
  readonly value: NotifiedOfAll;
  readonly formula: string;
  readonly rules: FigureRules;
  /** Exposure version of the wave, its digest, and the digest of everything that went into it. */
  readonly exposure: { readonly version: number; readonly digest: string; readonly inputs: string };
  readonly set: SetBasis;
}

/** The figure of the set of parties as it is stated to outsiders (docs/formats/figures.md, version 3). */
export interface NotifiedStatement extends NotifiedDocument {
  readonly v: 3;
  readonly incident: string;
  /** Two operators or more, sorted. */
  readonly by: readonly string[];
  readonly position: number;
}

type Members = { readonly [member: string]: Json };

export function toNotifiedDocument({ name, value, formula, rules, exposure, set }: NotifiedDocument): Members {
  const bouncesRead = set.bouncesRead === null ? null : formatInstant(set.bouncesRead);
  return {
    name,
    value: { ...value },
    formula,
    rules: { ...rules },
    exposure: { ...exposure },
    set: { ...set, bouncesRead },
  };
}

/** The statement's one form: canonical JSON and a line feed. */
export function toNotifiedText(statement: NotifiedStatement): string {
  const { v, incident, by, position } = statement;
  return `${toCanonicalJson({ v, incident, by: [...by], position, ...toNotifiedDocument(statement) })}\n`;
}

/**
 * Reads a statement from a stranger's text; null for anything but its one form. Its numbers may be false, and need not
 * add up.
 */
export function readNotifiedStatement(text: string): NotifiedStatement | null {
  if (text.length > MAX_STATEMENT_CHARS) return null;
  let json: Json;
  try {
    json = JSON.parse(text);
    if (`${toCanonicalJson(json)}\n` !== text) return null;
  } catch {
    return null;
  }
  const members = toMembers(json, STATEMENT_MEMBERS);
  if (members === null || members['v'] !== 3) return null;
  const { v: _version, incident, by, position, ...rest } = members;
  const document = readNotifiedDocument(rest);
  if (document === null || typeof incident !== 'string' || !isCount(position) || !isNames(by)) return null;
  return { v: 3, incident, by, position, ...document };
}

/** Reads what an entry of the log has of it, without the reason; null for any other document. */
export function readNotifiedDocument(json: Json | undefined): NotifiedDocument | null {
  const members = toMembers(json, DOCUMENT_MEMBERS);
  const value = toMembers(members?.['value'], ['notYet', 'notified', 'toNotify']);
  const rules = toMembers(members?.['rules'], ['exposure', 'figures']);
  const exposure = toMembers(members?.['exposure'], ['digest', 'inputs', 'version']);
  const set = readSet(members?.['set']);
  if (members === null || value === null || rules === null || exposure === null || set === null) return null;
  const { notified, notYet, toNotify } = value;
  const { version, digest, inputs } = exposure;
  const { name, formula } = members;
  if (name !== NOTIFIED_FIGURE || typeof formula !== 'string') return null;
  if (!isCount(notified) || !isCount(notYet) || !isCount(toNotify) || !isCount(version)) return null;
  if (typeof digest !== 'string' || typeof inputs !== 'string') return null;
  const { exposure: exposureRules, figures } = rules;
  if (typeof exposureRules !== 'string' || !isCount(figures)) return null;
  return {
    ...{ name, value: { notified, notYet, toNotify }, formula, rules: { exposure: exposureRules, figures } },
    ...{ exposure: { version, digest, inputs }, set },
  };
}

function readSet(json: Json | undefined): SetBasis | null {
  const members = toMembers(json, ['bouncesRead', 'entries', 'head', 'manifest', 'root', 'wave']);
  if (members === null) return null;
  const { wave, manifest, root, entries, head, bouncesRead } = members;
  if (!isCount(wave) || !isCount(entries) || !isDigest(manifest) || !isDigest(root)) return null;
  if (head !== null && !isDigest(head)) return null;
  const read = typeof bouncesRead === 'string' ? readInstant(bouncesRead) : null;
  if (bouncesRead !== null && (read === null || formatInstant(read) !== bouncesRead)) return null;
  return { wave, manifest, root, entries, head, bouncesRead: read };
}

/** A few hundred characters, and the names of those who published it. */
const MAX_STATEMENT_CHARS = 65_536;
const DOCUMENT_MEMBERS = ['exposure', 'formula', 'name', 'rules', 'set', 'value'];
const STATEMENT_MEMBERS = [...DOCUMENT_MEMBERS, 'by', 'incident', 'position', 'v'].sort();

function isDigest(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Two or more, sorted, none twice. */
function isNames(value: Json | undefined): value is readonly string[] & Json {
  if (!Array.isArray(value) || value.length < 2) return false;
  return value.every((name, at) => typeof name === 'string' && (at === 0 || name > String(value[at - 1])));
}
