import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter values occur by chance, so that finding them says nothing. */
const SHORTEST_BYTES = 8;

/** Finds any of thousands of values in bytes, in one pass. */
export class ValueSearch {
  readonly #byHead = new Map<string, { readonly form: Buffer; readonly value: string }[]>();

  constructor(values: readonly string[]) {
    for (const value of values) for (const form of toForms(value)) this.#add(form, value);
  }

  /** Values that these bytes hold in one of their forms. */
  find(bytes: Buffer): ReadonlySet<string> {
    const text = bytes.toString('latin1');
    const found = new Set<string>();
    for (let at = 0; at + SHORTEST_BYTES <= text.length; at += 1)
      for (const { form, value } of this.#byHead.get(text.slice(at, at + SHORTEST_BYTES)) ?? [])
        if (bytes.subarray(at, at + form.length).equals(form)) found.add(value);
    return found;
  }

  #add(form: Buffer, value: string): void {
    if (form.length < SHORTEST_BYTES) return;
    const head = form.toString('latin1', 0, SHORTEST_BYTES);
    this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), { form, value }]);
  }
}

/** As it is, without marks between its letters, in two bytes a character, hex, base64, and hashed without a key. */
function toForms(value: string): readonly Buffer[] {
  const bytes = Buffer.from(value);
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    return base64.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  const hashed = [value, bare].map((text) => createHash('sha256').update(text).digest('hex'));
  const texts = [bytes.toString('hex'), ...hashed, ...(bare.length < SHORTEST_BYTES ? [] : [bare, ...shifted])];
  const plain = bytes.length < SHORTEST_BYTES ? [] : [bytes, Buffer.from(value, 'utf16le')];
  return [...plain, ...texts.map((text) => Buffer.from(text))];
}

/** Files below a folder, but for those below some of them. */
export function listFiles(folder: string, but: readonly string[] = []): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !but.some((without) => path.startsWith(`${without}/`)));
}

/** `file: value` of everything that is found. */
export function searchFiles(search: ValueSearch, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => [...search.find(readFileSync(path))].map((value) => `${path}: ${value}`));
}

/**
 * Tries every number of 4 to `digits` digits against every hash in the files, hashed alone, as the value of its kind,
 * and under each of the keys. Gives those that are recovered.
 */
export function recoverPins(paths: readonly string[], keys: readonly Buffer[], digits: number): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const path of paths)
    for (const [hex] of readFileSync(path, 'latin1').matchAll(/[0-9a-f]{32,64}/g)) {
      hashes.add(hex);
      for (let at = 0; at + 64 <= hex.length; at += 1) hashes.add(hex.slice(at, at + 64));
    }
  const recovered = new Set<string>();
  for (let length = 4; length <= digits; length += 1)
    for (let number = 0; number < 10 ** length; number += 1) {
      const pin = String(number).padStart(length, '0');
      const kept = `access-code\0${pin}`;
      const made = [
        createHash('sha256').update(pin).digest('hex'),
        createHash('sha256').update(kept).digest('hex'),
        ...keys.map((key) => createHmac('sha256', key).update(kept).digest('hex')),
      ];
      if (made.some((hash) => hashes.has(hash))) recovered.add(pin);
    }
  return recovered;
}
