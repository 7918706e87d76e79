import { compareUtf8 } from '@candor/core/base';
import type { AccessItem, AuditRecord, ModifiedProperty } from './audit-record.ts';

type Parameter = AuditRecord['parameters'][number];

export function distinctTexts(texts: readonly string[]): readonly string[] {
  return distinct(texts, compareUtf8);
}

export function distinctItems(items: readonly AccessItem[]): readonly AccessItem[] {
  return distinct(items, compareItems);
}

export function distinctParameters(parameters: readonly Parameter[]): readonly Parameter[] {
  return distinct(parameters, (a, b) => compareUtf8(a.name, b.name) || compareUtf8(a.value, b.value));
}

export function distinctModified(properties: readonly ModifiedProperty[]): readonly ModifiedProperty[] {
  return distinct(properties, (a, b) => compareUtf8(a.name, b.name) || compareUtf8(a.newValue, b.newValue));
}

/** Orders by id, then folder; missing ones first. */
function compareItems(a: AccessItem, b: AccessItem): number {
  return compareNullable(a.messageId, b.messageId) || compareNullable(a.folder, b.folder);
}

/** Missing sorts before every text. */
function compareNullable(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : compareUtf8(a, b);
}

/** Sorted and distinct. */
function distinct<T>(values: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (values.length < 2) return values;
  const sorted = [...values].sort(compare);
  return sorted.filter((value, at) => at === 0 || compare(sorted[at - 1] ?? value, value) !== 0);
}
