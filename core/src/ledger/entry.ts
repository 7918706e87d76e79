import { formatInstant, type Instant, type Json, readInstant, toCanonicalJson } from '@candor/core/base';
import { HASH_BYTES, type Hashing, writeHex } from './hash.ts';

/** Members of the body of each kind (docs/formats/log.md); the list is closed. */
const bodyMembers = {
  genesis: ['entries', 'incident', 'log', 'operators', 'origin', 'period', 'quorum'],
  operators: ['approvals', 'document'],
  wave: ['approvals', 'document'],
  withdrawal: ['approvals', 'document'],
  enquiry: ['approvals', 'document'],
  settlement: ['approvals', 'document'],
  release: ['approvals', 'document'],
  enrollment: ['approvals', 'document'],
  revocation: ['approvals', 'document'],
  hold: ['approvals', 'document'],
  publication: ['approvals', 'document'],
  erasure: ['approvals', 'document'],
  // As one operator published a figure until two had to.
  figure: ['by', 'exposure', 'formula', 'name', 'rules', 'size', 'value'],
  delay: ['act', 'askedBy', 'by', 'party', 'until', 'why'],
  dispute: ['act', 'by', 'dispute', 'party', 'text'],
  letters: ['act', 'by', 'letters', 'of', 'on', 'posting', 'service', 'why'],
  access: ['by', 'what', 'why'],
  request: ['by', 'document', 'signature'],
  app: ['address', 'digest', 'settings'],
  decisions: ['head', 'number'],
  deliveries: ['head', 'links'],
  padding: [],
} as const satisfies Record<string, readonly string[]>;

export const entryKinds: readonly EntryKind[] = Object.keys(bodyMembers) as EntryKind[];

/** Kinds that need two people: their body is a document with its approvals. */
const approvedKinds: readonly EntryKind[] = entryKinds.filter((kind) =>
  (bodyMembers[kind] as readonly string[]).includes('approvals'),
);

/** Version of the entry's form (docs/formats/log.md). */
const ENTRY_VERSION = 1;
/** A wave's manifest with its approvals is a few kilobytes; nothing that belongs into the log comes near this. */
const MAX_ENTRY_CHARS = 1_048_576;
/** Random bytes that keep an entry from being guessed. */
export const SALT_BYTES = 32;

export type EntryBody = { readonly [member: string]: Json };

export interface Entry {
  readonly kind: EntryKind;
  readonly at: Instant;
  readonly body: EntryBody;
}

/**
 * The entry's one form: canonical JSON.
 * @throws Error for a body that its kind does not have: a fault of the caller.
 */
export function toEntryText({ kind, at, body }: Entry): string {
  const fault = findBodyFault(kind, body);
  if (fault !== null) throw new Error(`entry of kind ${kind}: ${fault}`);
  const text = toCanonicalJson({ v: ENTRY_VERSION, kind, at: formatInstant(at), body });
  if (text.length > MAX_ENTRY_CHARS) throw new Error(`entry of kind ${kind}: longer than ${MAX_ENTRY_CHARS}`);
  return text;
}

/** Reads an entry that anybody may have written; null unless it is exactly what `toEntryText` gives. */
export function readEntry(text: string): Entry | null {
  if (text.length > MAX_ENTRY_CHARS) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
    // Deeply nested rubbish exhausts the stack here, where it is caught.
    if (toCanonicalJson(value) !== text) return null;
  } catch {
    return null;
  }
  if (!isObject(value) || Object.keys(value).join() !== 'at,body,kind,v' || value['v'] !== ENTRY_VERSION) return null;
  const { kind, at, body } = value;
  if (typeof kind !== 'string' || !isEntryKind(kind) || typeof at !== 'string' || !isObject(body)) return null;
  const instant = readInstant(at);
  if (instant === null || formatInstant(instant) !== at) return null;
  return findBodyFault(kind, body) === null ? { kind, at: instant, body } : null;
}

function isObject(value: Json | undefined): value is EntryBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const encoder = new TextEncoder();
/** Salt and entry of the ordinary size; longer entries get a buffer of their own. */
const commitmentInput = new Uint8Array(SALT_BYTES + 4096);

/** What outsiders see of an entry: SHA-256 of its salt and its text. */
export function commitEntry(hashing: Hashing, salt: Uint8Array, entryText: string): Uint8Array {
  const commitment = new Uint8Array(HASH_BYTES);
  writeCommitment(hashing, salt, entryText, commitment, 0);
  return commitment;
}

/** `commitEntry`, written to `to`. */
export function writeCommitment(
  hashing: Hashing,
  salt: Uint8Array,
  entryText: string,
  into: Uint8Array,
  to: number,
): void {
  if (salt.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes`);
  const most = SALT_BYTES + entryText.length * 3;
  const input = most <= commitmentInput.length ? commitmentInput : new Uint8Array(most);
  input.set(salt);
  const { written } = encoder.encodeInto(entryText, input.subarray(SALT_BYTES));
  writeHex(hashing.sha256Hex(input.subarray(0, SALT_BYTES + written)), into, to);
}

export type EntryKind = keyof typeof bodyMembers;

function isEntryKind(text: string): text is EntryKind {
  return Object.hasOwn(bodyMembers, text);
}

export function isApprovedKind(kind: EntryKind): boolean {
  return approvedKinds.includes(kind);
}

/** Says what is wrong with a body; null when it has exactly the members of its kind. */
function findBodyFault(kind: EntryKind, body: { readonly [member: string]: Json }): string | null {
  const wanted: readonly string[] = bodyMembers[kind];
  const missing = wanted.find((member) => !Object.hasOwn(body, member));
  if (missing !== undefined) return `"${missing}" is missing`;
  const unknown = Object.keys(body).find((member) => !wanted.includes(member));
  return unknown === undefined ? null : `"${unknown}" is not known`;
}
