import { cpSync, rmSync } from 'node:fs';
import { followReceipts, NO_PREVIOUS_RECEIPT, readReceipt, type ViewReceipt } from '@candor/core/review/access';
import { expect, test } from 'vitest';
import { sha256Hex } from './support/caller.ts';
import { type MadeRelease, makeRelease } from './support/made-release.ts';
import { ProcessWorld } from './support/process-world.ts';
import { makePerson, toParty } from './support/world.ts';

const A = 'northwind.example';

async function readRecords(world: ProcessWorld): Promise<readonly ViewReceipt[]> {
  const reply = await world.callLab('GET', '/v1/lab/access?after=0');
  const { records } = (await reply.json()) as { records: { record: string }[] };
  return records.map(({ record }) => readReceipt(record) as ViewReceipt);
}

test("a portal restored from yesterday's backup serves nothing revoked since, and the lab sees that its records end early", async () => {
  const world = new ProcessWorld();
  const backup = `${world.folder}-backup`;
  try {
    await world.start();
    const [kim, lee] = await Promise.all(['Kim', 'Lee'].map(makePerson));
    if (kim === undefined || lee === undefined) throw new Error('nobody');
    for (const person of [kim, lee]) {
      await world.enroll(person);
      await world.register(person);
    }
    const [old, kept, fresh] = await Promise.all(
      [1, 2, 3].map((number) => makeRelease(A, [kim, lee], { number, texts: [`${number}`] })),
    );
    if (old === undefined || kept === undefined || fresh === undefined) throw new Error('nothing');
    const say = (releases: readonly MadeRelease[], isLeeIn: boolean): Promise<void> =>
      world.say([toParty(A, [[kim, 'nominator'], ...(isLeeIn ? ([[lee, 'reviewer']] as const) : [])], releases)]);
    for (const release of [old, kept]) await world.push(release);
    await say([old, kept], true);
    await world.get(`/v1/releases/${old.release}/index`, await world.open(lee));

    // Yesterday: as the runbook says, while it is stopped.
    await world.stop();
    cpSync(world.folder, backup, { recursive: true });
    await world.start();

    // Since then: one release and one person were taken away, one release came, and somebody read.
    await say([kept, fresh], false);
    await world.push(fresh);
    const cookie = await world.open(kim);
    const get = async (target: string): Promise<number> => (await world.get(target, cookie)).status;
    expect(await get(`/v1/releases/${fresh.release}/objects/${fresh.objects[0]}`)).toBe(200);
    const records = await readRecords(world);
    const head = followReceipts({ sha256Hex }, A, { number: 0, hash: NO_PREVIOUS_RECEIPT }, records);
    if (head === null) throw new Error('the chain does not hold');

    await world.stop('SIGKILL');
    rmSync(world.folder, { recursive: true });
    cpSync(backup, world.folder, { recursive: true });
    await world.start();

    // Before the lab has spoken: nothing for anybody, not even for who was in force yesterday.
    for (const person of [kim, lee])
      expect(await (await world.signIn(person.authenticator)).text()).toBe('{"code":"lab-silent"}');
    expect((await world.get('/v1/releases', cookie)).status).toBe(401);

    await say([kept, fresh], false);
    const after = await world.open(kim);
    const status = async (target: string, by: string): Promise<number> => (await world.get(target, by)).status;
    expect(await status(`/v1/releases/${old.release}/index`, after)).toBe(404);
    expect(await status(`/v1/releases/${old.release}/objects/${old.objects[0]}`, after)).toBe(404);
    expect((await world.signIn(lee.authenticator)).ok).toBe(false);
    expect(await status(`/v1/releases/${kept.release}/objects/${kept.objects[0]}`, after)).toBe(200);
    // What came since is pushed again, as after any interruption.
    expect(await status(`/v1/releases/${fresh.release}/index`, after)).toBe(404);
    expect(await world.push(fresh)).toBe('complete');
    expect(await status(`/v1/releases/${fresh.release}/index`, after)).toBe(200);

    const now = await readRecords(world);
    // By itself the chain holds; it is no continuation of what the lab has seen.
    expect(followReceipts({ sha256Hex }, A, { number: 0, hash: NO_PREVIOUS_RECEIPT }, now)).not.toBeNull();
    expect(now.slice(0, records.length).map((record) => sha256Hex(JSON.stringify(record)))).not.toEqual(
      records.map((record) => sha256Hex(JSON.stringify(record))),
    );
    expect(followReceipts({ sha256Hex }, A, head, now.slice(head.number))).toBeNull();
  } finally {
    await world.end();
    rmSync(backup, { recursive: true, force: true });
  }
});
