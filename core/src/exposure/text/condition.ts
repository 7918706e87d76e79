import { toALabels } from '@candor/core/base';
import type { SearchableText } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';

/**
 * An evaluable condition of a rule: one of the entries must match. Entries are in lower case, domains of addresses as
 * A-labels.
 */
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
 * A bare address: no name, no brackets, no `smtp:`. Quoted parts, several `@` and address literals occur in real mail
 * and are compared literally.
 */
const BARE_ADDRESS = /^((?:[^\s"<>(),:;[\]\\]|"(?:[^"\\]|\\.)*")+)@([^\s"<>(),:;@[\]\\]+|\[[^\s[\]]+\])$/;

/**
 * The evaluable conditions of a rule (docs/formats/rules.md, F1). Others count as met, as does a condition without
 * entries, or an address condition with an invalid entry. `hasRecipients`: the rule's `SentTo` is one of them.
 */
export function readConditions(parameters: AuditRecord['parameters'], hasRecipients: boolean): readonly Condition[] {
  return parameters.flatMap(({ name, value }): Condition[] => {
    const field = FIELDS.get(name.toLowerCase());
    if (field === undefined || (field === 'sent-to' && !hasRecipients)) return [];
    const entries = value
      .split(';')
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== '');
    if (entries.length === 0) return [];
    if (field !== 'from' && field !== 'sent-to') return [{ field, entries }];
    const addresses = entries.map(readBareAddress).filter((address) => address !== null);
    return addresses.length < entries.length ? [] : [{ field, entries: addresses }];
  });
}

function readBareAddress(entry: string): string | null {
  const [, local, domain] = BARE_ADDRESS.exec(entry) ?? [];
  return local === undefined || domain === undefined ? null : `${local}@${toALabels(domain)}`;
}

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
