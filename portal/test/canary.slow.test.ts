import { expect, test } from 'vitest';
import { countForms, searchFolder, searchMemory, startCanary, toForms } from './support/canaries.ts';
import { makeRelease } from './support/made-release.ts';
import { ProcessWorld } from './support/process-world.ts';
import { toParty } from './support/world.ts';

const CANARIES = 1000;
test("none of a thousand messages' content is on disk, in the log or in memory", async (context) => {
  const world = new ProcessWorld();
  try {
    const { mark, forms, control, kim } = await startCanary(world);
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
    // The same search finds what the portal is allowed to have: so it can find.
    expect(searchFolder(world.folder, toForms(control)).length).toBeGreaterThan(0);
    expect(countForms(Buffer.from(`x ${Buffer.from(`yy${mark}`).toString('base64')}`), forms)).toBe(1);
    const sealedOnly = toForms(`${mark}-`);
    const inMemory = searchMemory(world.pid, sealedOnly);
    const controls = searchMemory(world.pid, toForms(control));
    // Lines of the log may be held back until the end.
    await world.stop();
    expect(countForms(Buffer.from(world.output), forms)).toBe(0);
    expect(world.output).toContain('/v1/releases/:release/objects/:digest');
    if (inMemory === null) context.skip('this system does not show the memory of another process');
    expect(inMemory).toBe(0);
    expect(controls).toBeGreaterThan(0);
  } finally {
    await world.end();
  }
});
