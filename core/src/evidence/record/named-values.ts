import { isObject, type LooseObject, toList, toNested } from './loose-value.ts';

export interface NamedValue {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Reads `[{Name, Value}, …]` of OperationProperties, DeviceProperties and Parameters in any form. Intermediate programs
 * merge them into one object, `{Name: Value, …}`.
 */
export function readNamedValues(value: unknown): readonly NamedValue[] {
  if (value === undefined || value === null) return [];
  const values: NamedValue[] = [];
  const whole = toNested(value);
  if (isObject(whole) && !hasName(whole)) return Object.entries(whole).map(([name, one]) => ({ name, value: one }));
  for (const element of toList(value)) {
    const member = toNested(element);
    if (!isObject(member)) continue;
    const name = member['Name'] ?? member['name'];
    if (typeof name === 'string') values.push({ name, value: toValue(member) });
  }
  return values;
}

function hasName(member: LooseObject): boolean {
  return typeof (member['Name'] ?? member['name']) === 'string' && ('Value' in member || 'value' in member);
}

function toValue(member: LooseObject): unknown {
  return 'Value' in member ? member['Value'] : member['value'];
}

/** The first value of that name, or undefined. Ignores case. */
export function findNamedValue(values: readonly NamedValue[], name: string): unknown {
  return values.find((entry) => entry.name.toLowerCase() === name)?.value;
}
