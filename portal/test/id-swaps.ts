import { readObjectsAnswer } from '@candor/core/review/access';
import { expect } from 'vitest';
import type { Peopled } from './support/world.ts';

const isForm = (digest: string): boolean => /^[0-9a-f]{64}$/.test(digest);

/** Asks for things with ids put together at random from both parties' and from nowhere; gives how many were served. */
export async function swapIds(peopled: Peopled, swaps: number, seed: number): Promise<number> {
  const { world, release, otherRelease, cookies } = peopled;
  const unknown = 'ab'.repeat(32);
  const ids = [release, otherRelease].flatMap(({ release, index, objects, grants }) => [
    release,
    index,
    ...objects,
    ...grants.values(),
  ]);
  const all = [...ids, unknown, unknown.toUpperCase(), '0'.repeat(64)];
  const own = { reviewer: release, nominator: release, other: otherRelease, revoked: null };
  let state = seed;
  const draw = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] as T;
  };
  let served = 0;
  for (let swap = 0; swap < swaps; swap += 1) {
    const who = draw(['reviewer', 'nominator', 'other', 'revoked'] as const);
    const [first, second] = [draw(all), draw(all)];
    const kind = draw(['objects', 'index', 'grant', 'paper', 'together'] as const);
    const third = draw(all.filter((id) => id !== second));
    const tail = {
      objects: `objects/${second}`,
      together: `objects?digests=${second},${third}`,
      paper: 'papers/manifest.json',
      index: 'index',
      grant: 'grant',
    }[kind];
    // From many addresses: ten thousand calls in a few seconds are more than one may make.
    const from = { 'x-forwarded-for': `198.51.100.${swap % 250}` };
    const reply = await world.get(`/v1/releases/${first}/${tail}`, cookies[who], from);
    const body = Buffer.from(await reply.arrayBuffer());
    const mine = own[who];
    const isWellAsked =
      kind === 'objects' ? mine?.objects.includes(second) : kind !== 'together' || (isForm(second) && isForm(third));
    const isMine = mine !== null && first === mine.release && isWellAsked === true;
    expect({ who, kind, ok: reply.ok }).toEqual({ who, kind, ok: isMine });
    if (kind === 'together' && reply.ok)
      expect(readObjectsAnswer(body, 2)?.map((bytes) => bytes !== null)).toEqual(
        [second, third].map((digest) => mine?.objects.includes(digest)),
      );
    served += reply.ok ? 1 : 0;
  }
  return served;
}
