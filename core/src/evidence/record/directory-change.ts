import type { ModifiedProperty } from './audit-record.ts';
import { isObject, type LooseObject, toJson, toList, toNested } from './loose-value.ts';

/** Consents and roles that open mail to an application, in lower case and without a trailing full stop. */
const CONSENTS: ReadonlySet<string> = new Set([
  'consent to application',
  'add app role assignment to service principal',
  'add delegated permission grant',
  'add oauth2permissiongrant',
]);

const OTHERS: ReadonlySet<string> = new Set([
  'remove delegated permission grant',
  'remove oauth2permissiongrant',
  'remove app role assignment from service principal',
  'remove service principal',
  'add member to group',
  'remove member from group',
]);

const ADD_CREDENTIALS = 'add service principal credentials';
const UPDATE_APPLICATION = 'update application';

/** Whether an operation grants a permission to an application: a consent, or a role. */
export function isConsent(operation: string): boolean {
  return CONSENTS.has(toName(operation));
}

/** Whether an operation adds or changes keys of an application: `Update application – Certificates and secrets …`. */
export function isKeyChange(operation: string): boolean {
  const name = toName(operation);
  return name === ADD_CREDENTIALS || name.startsWith(UPDATE_APPLICATION);
}

export function isDirectoryChange(operation: string): boolean {
  return isConsent(operation) || isKeyChange(operation) || OTHERS.has(toName(operation));
}

function toName(operation: string): string {
  return operation.trim().toLowerCase().replace(/\.$/, '');
}

/**
 * `ModifiedProperties`, `[{Name, NewValue, OldValue}, …]`; Elastic merges them into one object, `{Name: {NewValue,
 * OldValue}, …}`. An unreadable text may contain any of them, and stands for all.
 */
export function readModified(value: unknown): readonly ModifiedProperty[] {
  const whole = toNested(value);
  if (typeof whole === 'string') return whole.trim() === '' ? [] : [{ name: '', newValue: whole }];
  const isMerged = isObject(whole) && !('NewValue' in whole);
  const members: readonly (readonly [string, unknown])[] = isMerged
    ? Object.entries(whole)
    : toList(whole).map((element) => ['', element]);
  return members.flatMap(([name, element]): ModifiedProperty[] => {
    const member = toNested(element);
    if (typeof member === 'string') return [{ name, newValue: member }];
    if (!isObject(member)) return [];
    return toNewValues(member['NewValue']).map((newValue) => ({ name: isMerged ? name : nameOf(member), newValue }));
  });
}

/** What names an application: `Target` and `ModifiedProperties`; null without either. */
export function readTarget(source: LooseObject): string | null {
  const named = [source['Target'], source['ModifiedProperties']].flatMap((value) => {
    const text = typeof value === 'string' ? value : typeof value === 'object' && value !== null ? toJson(value) : '';
    return text.trim() === '' || text === '[]' ? [] : [text];
  });
  return named.length === 0 ? null : named.join('\n');
}

function nameOf(member: LooseObject): string {
  const name = member['Name'] ?? member['name'];
  return typeof name === 'string' ? name.trim() : '';
}

/** A value as text; none when it is missing. */
function toNewValues(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  return [typeof value === 'object' ? toJson(value) : String(value)];
}
