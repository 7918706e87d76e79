import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { followReceipts, NO_PREVIOUS_RECEIPT, readReceipt, type ViewReceipt } from '@candor/core/review/access';
import { expect, test } from 'vitest';
import { sha256Hex } from './support/caller.ts';
import { type MadeRelease, makeRelease } from './support/made-release.ts';
import { ProcessWorld } from './support/process-world.ts';
import { makePerson, type Person, toParty } from './support/world.ts';

const A = 'northwind.example';
const rounds = process.env['CANDOR_LONG'] === '1' ? 200 : 6;
const LONGEST_DELAY_MS = 120;

/** Whatever is served is whole, and the chain of records too. */
async function look(world: ProcessWorld, cookie: string, known: readonly MadeRelease[]): Promise<readonly string[]> {
  const { releases } = (await (await world.get('/v1/releases', cookie)).json()) as { releases: { release: string }[] };
  for (const { release } of releases) {
    const made = known.find((one) => one.release === release);
    for (const digest of made?.objects ?? []) {
      const reply = await world.get(`/v1/releases/${release}/objects/${digest}`, cookie);
      expect(sha256Hex(Buffer.from(await reply.arrayBuffer()))).toBe(digest);
    }
    expect((await world.get(`/v1/releases/${release}/grant`, cookie)).status).toBe(200);
  }
  return releases.map(({ release }) => release);
}

/** Reads on and on, as several people would, until the portal is gone; notes what came whole. */
async function readUnderLoad(world: ProcessWorld, cookie: string, release: MadeRelease, served: Map<string, number>) {
  for (let number = 0; ; number += 1) {
    const digest = release.objects[number % release.objects.length] ?? '';
    let bytes: Buffer;
    try {
      const reply = await world.get(`/v1/releases/${release.release}/objects/${digest}`, cookie);
      bytes = Buffer.from(await reply.arrayBuffer());
      if (reply.status !== 200) return;
    } catch {
      // Killed in the middle: what did not come whole was not served.
      return;
    }
    expect(sha256Hex(bytes)).toBe(digest);
    served.set(digest, (served.get(digest) ?? 0) + 1);
  }
}

const READERS = 4;

/** What was taken back is served to nobody, and its bytes are not there any more. */
async function expectGone(world: ProcessWorld, kim: Person, revoked: readonly MadeRelease[]): Promise<void> {
  const last = revoked.at(-1);
  if (last === undefined) return;
  const cookie = await world.open(kim);
  for (const digest of last.objects) {
    expect((await world.get(`/v1/releases/${last.release}/objects/${digest}`, cookie)).status).toBe(404);
    expect(existsSync(join(world.folder, 'objects', digest.slice(0, 2), digest))).toBe(false);
  }
  expect((await world.get(`/v1/releases/${last.release}/grant`, cookie)).status).toBe(404);
}

async function readChain(world: ProcessWorld): Promise<readonly ViewReceipt[]> {
  const records: ViewReceipt[] = [];
  for (let place = 0; ; ) {
    const page = (await (await world.callLab('GET', `/v1/lab/access?after=${place}`)).json()) as {
      records: { place: number; record: string }[];
    };
    const last = page.records.at(-1);
    if (last === undefined) return records;
    records.push(...page.records.map(({ record }) => readReceipt(record) as ViewReceipt));
    place = last.place;
  }
}

test('killed at any moment of a push it never shows half of it, and the same push resumes', {
  timeout: 3_600_000,
}, async () => {
  const world = new ProcessWorld();
  const kim: Person = await makePerson('Kim');
  const made: MadeRelease[] = [];
  const served = new Map<string, number>();
  try {
    await world.start();
    await world.enroll(kim);
    await world.register(kim);
    for (let round = 0; round < rounds; round += 1) {
      const release = await makeRelease(A, [kim], {
        number: round + 1,
        texts: [`one of ${round}`, `two of ${round}`, `three of ${round}`],
      });
      const name = (list: readonly MadeRelease[]): Promise<void> => world.say([toParty(A, [[kim, 'nominator']], list)]);
      // Named before it is there: then completing it is what makes it visible.
      const all = [...made.slice(-2), release];
      const before = made.at(-1);
      const cookie = before === undefined ? '' : await world.open(kim);
      const reading =
        before === undefined ? [] : Array.from({ length: READERS }, () => readUnderLoad(world, cookie, before, served));
      // The push begins among readers: on a busy machine the portal would be gone before any of them has got an answer.
      if (before !== undefined)
        await expect.poll(() => served.has(before.objects[0] ?? ''), { timeout: 60_000, interval: 1 }).toBe(true);
      const work = name(all)
        .then(() => world.push(release))
        .catch(() => 'interrupted');
      await new Promise((settle) => setTimeout(settle, ((round * 37) % LONGEST_DELAY_MS) + 1));
      await world.stop('SIGKILL');
      await Promise.all([work, ...reading]);
      await world.start();
      await name(all);
      const shown = await look(world, await world.open(kim), all);
      expect(all.map((one) => one.release)).toEqual(expect.arrayContaining([...shown]));
      await expectGone(world, kim, made.slice(0, -2));
      expect(await world.push(release)).toBe('complete');
      expect((await look(world, await world.open(kim), all)).toSorted()).toEqual(
        all.map((one) => one.release).toSorted(),
      );
      made.push(release);
    }
    const records = await readChain(world);
    expect(followReceipts({ sha256Hex }, A, { number: 0, hash: NO_PREVIOUS_RECEIPT }, records)?.number).toBe(
      records.length,
    );
    expect(records.length).toBeGreaterThan(rounds);
    // Whatever came whole to a reader was on the disk before, however soon after it the portal was killed.
    const recorded = Map.groupBy(records, ({ object }) => object ?? '');
    for (const [digest, times] of served) expect(recorded.get(digest)?.length ?? 0).toBeGreaterThanOrEqual(times);
    expect(served.size).toBeGreaterThan(rounds / 2);
  } finally {
    await world.end();
  }
});
