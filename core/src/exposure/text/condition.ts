import type { AccessRecord, SearchableText } from '@candor/core/evidence';

/** A condition of a rule that can be evaluated: one of the entries must be met. Entries are in lower case. */
export interface Condition {
  readonly field: 'subject' | 'body' | 'subject-or-body' | 'from' | 'sent-to';
  readonly entries: readonly string[];
}

const FIELDS: ReadonlyMap<string, Condition['field']> = new Map([
  ['subjectcontainswords', 'subject'],
  ['bodycontainswords', 'body'],
  ['subjectorbodycontainswords', 'subject-or-body'],
  ['from', 'from'],
  ['sentto', 'sent-to'],
]);

/**
 * The conditions of a rule that can be evaluated (docs/formats/rules.md, F1). Whatever else a rule asks for counts as met, and so does a
 * condition without entries, or one on addresses with an entry that is no address.
 */
export function readConditions(record: AccessRecord): readonly Condition[] {
  return record.parameters.flatMap(({ name, value }) => {
    const field = FIELDS.get(name.toLowerCase());
    if (field === undefined) return [];
    const entries = value
      .split(';')
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== '');
    if (entries.length === 0) return [];
    const isOfAddresses = field === 'from' || field === 'sent-to';
    if (isOfAddresses && entries.some((entry) => !entry.includes('@'))) return [];
    return [{ field, entries }];
  });
}

/** All conditions hold for the message. */
export function matchesConditions(conditions: readonly Condition[], text: SearchableText): boolean {
  return conditions.every((condition) => matches(condition, text));
}

function matches({ field, entries }: Condition, text: SearchableText): boolean {
  switch (field) {
    case 'subject':
      return holdsAny(text.subject, entries);
    case 'body':
      return holdsAny(text.text, entries);
    case 'subject-or-body':
      return holdsAny(text.subject, entries) || holdsAny(text.text, entries);
    case 'from':
      return entries.some((entry) => text.fromAddresses.includes(entry));
    case 'sent-to':
      return entries.some((entry) => text.toAndCcAddresses.includes(entry));
  }
}

function holdsAny(text: string, entries: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return entries.some((entry) => lower.includes(entry));
}
