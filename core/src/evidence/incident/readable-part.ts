import type { z } from 'zod';
import { incidentSchema, PLACEHOLDER, type WrittenIncident } from './incident-schema.ts';

/** Parts that no verdict follows from: one that cannot be read is left out whole. */
const DISCLOSURE: readonly unknown[] = [
  'interest',
  'findings',
  'counsel',
  'operators',
  'log',
  'notice',
  'review',
  'watch',
];
/** Each round mends one level of what is missing; the deepest key of a mailbox lies three levels down. */
const MOST_ROUNDS = 8;

/** What of an incident file can be read where its form is wrong somewhere. */
export interface ReadablePart {
  readonly written: WrittenIncident;
  /** Whether the parts about disclosure, and what they are checked against, are as they were written. */
  readonly isDisclosureWhole: boolean;
}

/**
 * Takes out what the schema does not let pass, and puts `OPEN` where something must stand, so that contradictions
 * between the other parts are told at once. Nothing is said of `OPEN`; nobody runs what comes out. Null when nothing
 * can be read.
 */
export function readPart(value: unknown): ReadablePart | null {
  const part: unknown = JSON.parse(JSON.stringify(value));
  let isDisclosureWhole = true;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
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

/** Puts another value at a path, or none. Its place in a list stays, so that the lines of the others are found. */
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
