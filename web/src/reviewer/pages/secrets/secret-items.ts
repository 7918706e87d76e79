import { compareUtf8 } from '@candor/core/base';
import type { KeyWorker } from '../../bridge/key-worker.ts';
import { NO_QUERY } from '../../bridge/message-query.ts';
import type { SharedNote } from '../../bridge/note-calls.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { FOUND_SECRETS, type FoundKind } from '../../bridge/released-message.ts';
import type { FoundValue } from '../../bridge/table-calls.ts';
import { NOTHING, readSecretText, type SecretFacts, type SecretKind } from './secret-text.ts';

const isSecret = (kind: FoundKind): boolean => (FOUND_SECRETS as readonly FoundKind[]).includes(kind);

/** As many as one answer of the table contains. */
const ROWS_TOGETHER = 500;

export const SECRET_STATUSES = ['open', 'rotated', 'not-ours'] as const;
export type SecretStatus = (typeof SECRET_STATUSES)[number];

/** A reviewer's last statement about a secret. */
export interface SecretVersion extends SecretFacts {
  readonly status: SecretStatus;
  readonly author: string;
  readonly isOwn: boolean;
  readonly number: number;
  readonly at: string;
}

/** A secret as a work item. */
export interface SecretItem {
  readonly id: string;
  readonly status: SecretStatus;
  readonly facts: SecretFacts;
  /** The current versions, newest first. More than one if people wrote concurrently; somebody has to settle it. */
  readonly versions: readonly SecretVersion[];
  /** Newest note of each author about it: what the next note will have seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** Found or marked by the organization, without a statement of the party. */
  readonly isFound: boolean;
  /** Messages in which the organization found this value; 0 if people added it, or only a message is marked. */
  readonly messages: number;
}

/** Messages marked by the organization, and values it found. */
export interface FoundSecrets {
  readonly marked: readonly MarkedMessage[];
  readonly values: readonly FoundValue[];
}

const KINDS: Readonly<Record<string, SecretKind>> = {
  credential: 'password',
  'access-code': 'code',
  'secret-key': 'key',
};

/**
 * Merges the notes of all reviewers. A note replaces those its author had seen; concurrent ones are both kept, and the
 * secret stays open while one says so. A found value is one item in any number of messages; so is a marked message
 * without one, until somebody handles it.
 */
export function toSecretItems(
  notes: readonly SharedNote[],
  { marked, values }: FoundSecrets,
  words: Readonly<Record<SecretKind, string>>,
): readonly SecretItem[] {
  const byId = new Map<string, SharedNote[]>();
  for (const note of notes) {
    if (note.about.kind !== 'secret') continue;
    byId.set(note.about.id, [...(byId.get(note.about.id) ?? []), note]);
  }
  const found = new Map(values.map((value) => [value.id, value]));
  const written = [...byId].map(([id, ofOne]) => ({ ...toItem(id, ofOne), messages: found.get(id)?.messages ?? 0 }));
  const taken = new Set(written.flatMap(({ id, versions }) => [id, ...versions.map(({ message }) => message)]));
  const untouched = marked
    .filter(({ id, hasValue }) => !taken.has(id) && !hasValue)
    .map(({ id, subject }): SecretItem => {
      const facts = { ...NOTHING, label: subject, message: id };
      return { id, status: 'open', facts, versions: [], seen: {}, isFound: true, messages: 0 };
    });
  const valued = values
    .filter(({ id }) => !byId.has(id))
    .map(({ id, kind: found, mask, message, messages }): SecretItem => {
      const kind = KINDS[found] ?? 'other';
      const facts = { ...NOTHING, kind, label: `${words[kind]} ${mask}`, message };
      return { id, status: 'open', facts, versions: [], seen: {}, isFound: true, messages };
    });
  return [...written, ...valued, ...untouched].sort(
    (a, b) =>
      SECRET_STATUSES.indexOf(a.status) - SECRET_STATUSES.indexOf(b.status) ||
      compareUtf8(a.facts.label, b.facts.label) ||
      compareUtf8(a.id, b.id),
  );
}

function toItem(id: string, notes: readonly SharedNote[]): SecretItem {
  const read = notes.map((note) => ({ note, text: readSecretText(note.text) }));
  const replaced = ({ author, number }: SharedNote): boolean =>
    read.some(({ note, text }) => note.author !== author && (text.seen[author] ?? 0) >= number);
  const last = read.filter(({ note }) => !replaced(note));
  // Notes that claim to have seen each other must not make all of them vanish.
  const inForce = last.length > 0 ? last : read;
  const versions = inForce
    .map(({ note, text: { seen: _seen, ...facts } }): SecretVersion => {
      const { author, isOwn, number, at } = note;
      return { ...facts, status: toStatus(note), author, isOwn, number, at };
    })
    .sort((a, b) => compareUtf8(b.at, a.at) || compareUtf8(a.author, b.author));
  const distinct = versions.filter((version, at) => versions.findIndex((other) => saysTheSame(other, version)) === at);
  const [newest] = distinct;
  const { author: _author, isOwn: _isOwn, number: _number, at: _at, status: _status, ...facts } = newest ?? EMPTY;
  return {
    id,
    status: distinct.some(({ status }) => status === 'open') ? 'open' : (newest?.status ?? 'open'),
    facts,
    versions: distinct,
    seen: Object.fromEntries(notes.map(({ author, number }) => [author, number])),
    isFound: false,
    messages: 0,
  };
}

const EMPTY: SecretVersion = { ...NOTHING, status: 'open', author: '', isOwn: false, number: 0, at: '' };

function toStatus({ status }: SharedNote): SecretStatus {
  return SECRET_STATUSES.find((known) => known === status) ?? 'open';
}

function saysTheSame(a: SecretVersion, b: SecretVersion): boolean {
  const keys = ['kind', 'label', 'used', 'owner', 'remark', 'message', 'status'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** The party's progress. */
export function countSecrets(items: readonly SecretItem[]): {
  readonly open: number;
  readonly rotated: number;
  readonly notOurs: number;
} {
  const of = (wanted: SecretStatus): number => items.filter(({ status }) => status === wanted).length;
  return { open: of('open'), rotated: of('rotated'), notOurs: of('not-ours') };
}

/** True when people wrote concurrently and somebody has to settle it. */
export function isDisputed({ versions }: SecretItem): boolean {
  return versions.length > 1;
}

/** A message marked by the organization as containing a secret. */
interface MarkedMessage {
  readonly id: string;
  readonly subject: string;
  /** A search found which secret it is. */
  readonly hasValue: boolean;
}

/** Loads all of them, over several answers: counts of this list cover everything. */
export async function readMarked(keyWorker: Pick<KeyWorker, 'call'>): Promise<readonly MarkedMessage[]> {
  const query = { ...NO_QUERY, holds: ['secret'] as const };
  const marked: MarkedMessage[] = [];
  for (;;) {
    const { rows, messages } = await keyWorker.call('rows', { query, from: marked.length, count: ROWS_TOGETHER });
    for (const { id, subject, kinds } of rows) marked.push({ id, subject, hasValue: kinds.some(isSecret) });
    if (marked.length >= messages) return marked;
    if (rows.length === 0) throw new KeyWorkerError('fault');
  }
}
