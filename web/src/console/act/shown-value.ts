/** A value of a decision as people read it: texts as they are, members with their names. */
export function toShownValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(toShownValue).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, member]) => `${name} ${toShownValue(member)}`)
    .join(', ');
}
