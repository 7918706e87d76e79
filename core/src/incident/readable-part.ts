import type { z } from 'zod';
import { incidentSchema, PLACEHOLDER, type WrittenIncident } from './incident-schema.ts';

/** Parts without influence on verdicts: an unreadable one is dropped completely. */
const DISCLOSURE: readonly unknown[] = [
  'interest',
  'findings',
  'counsel',
  'operators',
  'log',
  'notice',
  'review',
  'watch',
  'clock',
];
/** Each round fills in one level of missing keys; the deepest key of a mailbox is three levels down. */
const MAX_ROUNDS = 8;

export interface ReadablePart {
  readonly written: WrittenIncident;
  /** Whether the disclosure parts, and what they are checked against, are as written. */
  readonly isDisclosureWhole: boolean;
}

/**
 * Removes what the schema refuses and inserts `PLACEHOLDER` where a value is required, so that contradictions between
 * other parts are reported at once. The result is never run. Null when nothing is readable.
 */
export function readPart(value: unknown): ReadablePart | null {
  const part: unknown = JSON.parse(JSON.stringify(value));
  let isDisclosureWhole = true;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const parsed = incidentSchema.safeParse(part, { reportInput: true });
    if (parsed.success) return { written: parsed.data, isDisclosureWhole };
    for (const issue of parsed.error.issues) {
      const [first] = issue.path;
      if ([...DISCLOSURE, 'organization', 'mailboxes'].includes(first)) isDisclosureWhole = false;
      if (DISCLOSURE.includes(first)) replace(part, [first ?? ''], undefined);
      else mend(part, issue);
    }
  }
  return null;
}

function mend(part: unknown, issue: z.core.$ZodIssue): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) replace(part, [...issue.path, key], undefined);
  } else {
    replace(part, issue.path, toStandIn(issue));
  }
}

function toStandIn(issue: z.core.$ZodIssue): unknown {
  if (issue.code === 'invalid_value') return issue.values[0];
  if (issue.code === 'too_small' && issue.origin === 'array') return [PLACEHOLDER];
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [];
  if (issue.code === 'invalid_type' && issue.expected === 'object') return {};
  return PLACEHOLDER;
}

/** Replaces or removes the value at a path. List positions stay, so that lines of the others are found. */
function replace(root: unknown, path: readonly PropertyKey[], value: unknown): void {
  let holder = root;
  for (const step of path.slice(0, -1)) holder = isHolder(holder) ? holder[step] : null;
  const last = path.at(-1);
  if (!isHolder(holder) || last === undefined) return;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
