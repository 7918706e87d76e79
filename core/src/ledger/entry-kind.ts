import type { Json } from '@candor/core/base';

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
  // As one operator published a figure until two had to.
  figure: ['by', 'exposure', 'formula', 'name', 'rules', 'size', 'value'],
  delay: ['act', 'askedBy', 'by', 'party', 'until', 'why'],
  dispute: ['act', 'by', 'dispute', 'party', 'text'],
  letters: ['act', 'by', 'letters', 'of', 'on', 'posting', 'service', 'why'],
  access: ['by', 'what', 'why'],
  request: ['by', 'document', 'signature'],
  app: ['address', 'digest', 'settings'],
  padding: [],
} as const satisfies Record<string, readonly string[]>;

/** What an entry is about. */
export type EntryKind = keyof typeof bodyMembers;

export const entryKinds: readonly EntryKind[] = Object.keys(bodyMembers) as EntryKind[];

/** Kinds that nobody can bring about alone: their body is a document and the approvals over it. */
const approvedKinds: readonly EntryKind[] = entryKinds.filter((kind) =>
  (bodyMembers[kind] as readonly string[]).includes('approvals'),
);

export function isEntryKind(text: string): text is EntryKind {
  return Object.hasOwn(bodyMembers, text);
}

export function isApprovedKind(kind: EntryKind): boolean {
  return approvedKinds.includes(kind);
}

/** What is wrong with a body, in words; null when it has exactly the members of its kind. */
export function findBodyFault(kind: EntryKind, body: { readonly [member: string]: Json }): string | null {
  const wanted: readonly string[] = bodyMembers[kind];
  const missing = wanted.find((member) => !Object.hasOwn(body, member));
  if (missing !== undefined) return `"${missing}" is missing`;
  const unknown = Object.keys(body).find((member) => !wanted.includes(member));
  return unknown === undefined ? null : `"${unknown}" is not known`;
}
