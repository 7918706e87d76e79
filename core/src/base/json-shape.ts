import type { Json } from './canonical-json.ts';

export type JsonObject = { readonly [key: string]: Json };

/** The object in these UTF-8 bytes; null for anything else. */
export function readJsonObject(bytes: Uint8Array): JsonObject | null {
  try {
    const value: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return toObject(value);
  } catch {
    return null;
  }
}

export function toObject(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !isList(value) ? value : null;
}

export function toText(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A safe integer from 0. */
export function toWhole(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

export function toList(value: Json | undefined): readonly Json[] | null {
  return value !== undefined && value !== null && typeof value === 'object' && isList(value) ? value : null;
}

/** Null for a list that has anything but texts. */
export function toTexts(value: Json | undefined): readonly string[] | null {
  const list = toList(value);
  return list?.every((item) => typeof item === 'string') === true ? (list as readonly string[]) : null;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
