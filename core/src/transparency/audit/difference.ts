import type { Json } from '@candor/core/base';

/** What differs, in the order in which differences are named. */
export const AUDIT_SUBJECTS = [
  ...(['evidence', 'input', 'signed', 'decision', 'set', 'log', 'omitted', 'selection'] as const),
  ...(['verdict', 'party', 'figure', 'address', 'contact', 'text', 'message'] as const),
] as const;

export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** One thing that the evidence, or a signature, says otherwise than the export. */
export interface AuditDifference {
  readonly is: AuditSubject;
  readonly place: string;
  readonly text: string;
}

/** Something that could not be computed again, and why. */
export interface Unreplayed {
  readonly what: string;
  readonly why: string;
}

/** Members that one comparison names; more of the same place are counted. */
const NAMED = 5;

/** Every place where two JSON values differ, as `path: exported, replayed`. */
export function describeJsonDifference(exported: Json | undefined, replayed: Json | undefined): readonly string[] {
  const found = listDifferences('', exported, replayed);
  return found.length <= NAMED ? found : [...found.slice(0, NAMED), `and ${found.length - NAMED} more`];
}

function listDifferences(path: string, exported: Json | undefined, replayed: Json | undefined): readonly string[] {
  if (isMap(exported) && isMap(replayed)) {
    const names = [...new Set([...Object.keys(exported), ...Object.keys(replayed)])];
    return names.flatMap((name) =>
      listDifferences(`${path === '' ? '' : `${path}.`}${name}`, exported[name], replayed[name]),
    );
  }
  if (Array.isArray(exported) && Array.isArray(replayed) && exported.length === replayed.length)
    return exported.flatMap((item, at) => listDifferences(`${path}[${at}]`, item, replayed[at]));
  if (JSON.stringify(exported) === JSON.stringify(replayed)) return [];
  return [`${path}: the export says ${toShort(exported)}, the evidence gives ${toShort(replayed)}`];
}

function isMap(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters of a value in a sentence. */
const SHOWN = 120;

function toShort(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** Sorts by subject, then in the order in which they were found. */
export function sortDifferences(differences: readonly AuditDifference[]): readonly AuditDifference[] {
  return differences.toSorted((a, b) => AUDIT_SUBJECTS.indexOf(a.is) - AUDIT_SUBJECTS.indexOf(b.is));
}
