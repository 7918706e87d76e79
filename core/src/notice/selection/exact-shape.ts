import { type Json, toObject, toWhole } from '@candor/core/base';

/** Whether foreign JSON has exactly this form: a document with one member more is another document. */
export type Check = (value: Json | undefined) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isWhole: Check = (value) => toWhole(value) !== null;
/** SHA-256 in lower-case hex. */
export const isDigest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

export const is =
  (...known: readonly (string | number)[]): Check =>
  (value) =>
    (typeof value === 'string' || typeof value === 'number') && known.includes(value);

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => check(item));

/** An object with these members, and no other. */
export const exactly = (members: Readonly<Record<string, Check>>): Check => {
  const names = Object.keys(members).sort().join();
  return (value) => {
    const object = toObject(value);
    if (object === null || Object.keys(object).sort().join() !== names) return false;
    return Object.entries(members).every(([name, check]) => check(object[name]));
  };
};

export const anyOf =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
