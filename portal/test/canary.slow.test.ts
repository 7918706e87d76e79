import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRelease } from './support/made-release.ts';
import { ProcessWorld } from './support/process-world.ts';
import { makePerson, toParty } from './support/world.ts';

const CANARIES = 1000;
const LARGEST_REGION_BYTES = 512 * 1024 * 1024;

/** How a text may lie somewhere: as it is, in two bytes a character, as hex, and in base64 at each of three places. */
function toForms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    return Buffer.from(base64.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...shifted];
}

const find = (content: Buffer, forms: readonly Buffer[]): number =>
  forms.filter((form) => content.includes(form)).length;

function searchFolder(folder: string, forms: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => find(readFileSync(path), forms) > 0);
}

/** Counts regions of a process's memory that hold one of the forms; null where this system shows no other process's memory. */
function searchMemory(pid: number, forms: readonly Buffer[]): number | null {
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
    found += find(region, forms) > 0 ? 1 : 0;
  }
  closeSync(memory);
  return found;
}

test('nothing of a thousand messages is on the disk, in the log or in memory', {
  timeout: 120_000,
}, async (context) => {
  const world = new ProcessWorld();
  const mark = `canary${randomBytes(12).toString('hex')}`;
  const control = `control${randomBytes(12).toString('hex')}`;
  const forms = toForms(mark);
  try {
    await world.start();
    const kim = await makePerson(control);
    await world.enroll(kim);
    await world.register(kim);
    const perMessage = 100;
    const texts = Array.from({ length: CANARIES / perMessage }, (_, message) =>
      Array.from({ length: perMessage }, (_, line) => `${mark}-${message * perMessage + line}`).join('\r\n'),
    );
    const release = await makeRelease('northwind.example', [kim], { texts });
    expect(texts.join('').split(mark)).toHaveLength(CANARIES + 1);
    await world.push(release);
    await world.say([toParty('northwind.example', [[kim, 'nominator']], [release])]);
    const cookie = await world.open(kim);
    for (const digest of release.objects)
      await (await world.get(`/v1/releases/${release.release}/objects/${digest}`, cookie)).arrayBuffer();
    // What asks for a thing that holds the mark must not make it stay either.
    await world.get(`/v1/${mark}`, cookie);
    await world.get(`/v1/releases/${mark}/index?${mark}=1`, cookie);

    expect(searchFolder(world.folder, forms)).toEqual([]);
    expect(find(Buffer.from(world.output), forms)).toBe(0);
    // The same search finds what the portal is allowed to have: so it can find.
    expect(searchFolder(world.folder, toForms(control)).length).toBeGreaterThan(0);
    expect(find(Buffer.from(`x ${Buffer.from(`yy${mark}`).toString('base64')}`), forms)).toBe(1);
    expect(world.output).toContain('/v1/releases/:release/objects/:digest');

    const sealedOnly = toForms(`${mark}-`);
    const inMemory = searchMemory(world.pid, sealedOnly);
    if (inMemory === null) context.skip('this system does not show the memory of another process');
    expect(inMemory).toBe(0);
    expect(searchMemory(world.pid, toForms(control))).toBeGreaterThan(0);
  } finally {
    await world.end();
  }
});
