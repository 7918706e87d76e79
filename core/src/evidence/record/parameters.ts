import type { AuditRecord } from './audit-record.ts';
import { toJson, toText } from './loose-value.ts';
import { readNamedValues } from './named-values.ts';

/**
 * Parameters of a cmdlet, or the properties of a rule. A text that is no list of them, such as a command line, is one
 * without a name.
 */
export function readParameters(value: unknown): AuditRecord['parameters'] {
  const values = readNamedValues(value);
  if (values.length === 0 && typeof value === 'string' && value.trim() !== '') return [{ name: '', value }];
  return values.map((entry) => ({ name: entry.name, value: toParameterText(entry.value) }));
}

/**
 * Cmdlets take lists: their entries are joined by `;`, as in the text form of the same parameter. Objects, such as
 * actions of a rule, stay JSON.
 */
function toParameterText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && !value.some(isNested)) return value.map((entry) => toText(entry) ?? '').join(';');
  return isNested(value) ? toJson(value) : (toText(value) ?? '');
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
