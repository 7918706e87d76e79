import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessWorld } from './process-world.ts';
import { makePerson, type Person } from './world.ts';

const LARGEST_REGION_BYTES = 512 * 1024 * 1024;

export interface Canary {
  /** What the portal may never have, and the forms that it may lie in. */
  readonly mark: string;
  readonly forms: readonly Buffer[];
  /** What it is allowed to have: the name of the one person, who is let in. */
  readonly control: string;
  readonly kim: Person;
}

/** Starts the portal with a mark and a control that stand nowhere else. */
export async function startCanary(world: ProcessWorld): Promise<Canary> {
  const mark = `canary${randomBytes(12).toString('hex')}`;
  const control = `control${randomBytes(12).toString('hex')}`;
  await world.start();
  const kim = await makePerson(control);
  await world.enroll(kim);
  await world.register(kim);
  return { mark, forms: toForms(mark), control, kim };
}

/** How a text may lie somewhere: as it is, in two bytes a character, as hex, and in base64 at each of three places. */
export function toForms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    return Buffer.from(base64.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...shifted];
}

export const countForms = (content: Buffer, forms: readonly Buffer[]): number =>
  forms.filter((form) => content.includes(form)).length;

export function searchFolder(folder: string, forms: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => countForms(readFileSync(path), forms) > 0);
}

/**
 * Counts regions of a process's memory that hold one of the forms; null where this system shows no other process's
 * memory.
 */
export function searchMemory(pid: number, forms: readonly Buffer[]): number | null {
  let maps: string;
  let memory: number;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return null;
  }
  let found = 0;
  for (const line of maps.split('\n')) {
    const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
    if (match === null) continue;
    const [start, end] = [Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16)];
    const region = Buffer.alloc(Math.min(end - start, LARGEST_REGION_BYTES));
    try {
      readSync(memory, region, 0, region.length, start);
    } catch {
      continue;
    }
    found += countForms(region, forms) > 0 ? 1 : 0;
  }
  closeSync(memory);
  return found;
}
