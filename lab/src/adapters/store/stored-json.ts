import type { Json } from '@candor/core/base';

/**
 * JSON in the state, read into the type it was written from. The state may be damaged, altered, or older than the
 * program: another shape is a fault that names column and row. Returns the value itself, including members beyond its
 * shape.
 */
export type Shape<T> = (value: unknown) => value is T;

/**
 * What a column of a row says.
 * @throws Error when it is no JSON, or JSON of another shape.
 */
export function readStored<T>(is: Shape<T>, text: string, column: string, row: number | string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw toFault(column, row, 'it is no JSON', cause);
  }
  if (is(value)) return value;
  throw toFault(column, row, 'it does not have the form that this program writes there');
}

/** What a fact or a message between our own processes says; null for what has another shape. */
export function readShape<T>(is: Shape<T>, text: string): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

function toFault(column: string, row: number | string, what: string, cause?: unknown): Error {
  const text = `${column} of row ${row} cannot be read: ${what}. The state is damaged or was altered; restore a backup.`;
  return new Error(text, cause === undefined ? {} : { cause });
}

export const isText: Shape<string> = (value) => typeof value === 'string';
export const isNumber: Shape<number> = (value) => typeof value === 'number';
export const isBoolean: Shape<boolean> = (value) => typeof value === 'boolean';
/** Any JSON at all. */
export const isJson: Shape<Json> = (value): value is Json => value !== undefined;

export function oneOf<const T extends string | number | boolean>(...known: readonly T[]): Shape<T> {
  return (value): value is T => known.some((one) => one === value);
}

export function orNull<T>(is: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || is(value);
}

/** A member that may be missing. */
export function optional<T>(is: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}

export function either<A, B>(isOne: Shape<A>, isOther: Shape<B>): Shape<A | B> {
  return (value): value is A | B => isOne(value) || isOther(value);
}

export function listOf<T>(is: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every((item) => is(item));
}

/** A list whose places have each a shape of their own. */
export function tupleOf<T extends readonly unknown[]>(
  ...places: { readonly [At in keyof T]-?: Shape<T[At]> }
): Shape<T> {
  const shapes: readonly Shape<unknown>[] = places;
  return (value): value is T => Array.isArray(value) && shapes.every((is, at) => is(value[at]));
}

export function recordOf<T>(is: Shape<T>): Shape<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every((member) => is(member));
}

/** Every member of the type has its shape here, so that a member that is added to the type cannot be forgotten. */
export function shapeOf<T extends object>(members: { readonly [Member in keyof T]-?: Shape<T[Member]> }): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(members);
  return (value): value is T => isObject(value) && shapes.every(([member, is]) => is(value[member]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isTexts: Shape<string[]> = listOf(isText);
export const isNumbers: Shape<number[]> = listOf(isNumber);
