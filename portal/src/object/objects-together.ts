import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { ASK_ALONE, LARGEST_OBJECT_TOGETHER_BYTES, LONGEST_OBJECTS_TOGETHER_BYTES } from '@candor/core/review/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Denial } from '../denial.ts';
import { getPerson } from '../policy.ts';
import type { Portal } from '../portal.ts';
import type { Person } from '../store/portal-store.ts';
import { findServed, isStillServed, type ServedFile, type WantedFile } from './served-file.ts';

/** Files that are read without looking at anything else. */
const READ_AT_ONCE = 4;
/** In place of an object. */
const MARK = Buffer.from(new Uint32Array([ASK_ALONE]).buffer);

/** What is sent of those that were asked for, in their order: null where there is a mark in its place. */
type Chosen = readonly (readonly [WantedFile, ServedFile] | null)[];

/**
 * Several objects in one answer (docs/formats/portal-api.md, Several objects), each recorded as if it had been asked
 * for alone.
 */
export async function serveTogether(
  portal: Portal,
  call: FastifyRequest,
  reply: FastifyReply,
  release: string,
  digests: readonly string[],
): Promise<FastifyReply> {
  const person = getPerson(call);
  const { party, reviewer } = person;
  if (!(await portal.store.releases.isServed(party, release))) throw new Denial('not-found');
  const chosen = await choose(portal, person, release, digests);
  const found = chosen.flatMap((one) => (one === null ? [] : [one[1].digest]));
  if (found.length > 0)
    await portal.accessBook.record(
      ...found.map((object) => ({ party, reviewer, act: 'object' as const, release, object })),
    );
  const pieces: Buffer[] = [];
  for (const one of chosen) {
    // Others are answered in between: a slow disk may take long for all of them.
    if (pieces.length % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    const isInForce = one !== null && (await isStillServed(portal, person, ...one));
    pieces.push((isInForce ? portal.objects.readMeasured(one[1].digest) : null) ?? MARK);
  }
  return send(reply, pieces);
}

/** Small ones, as long as there is room. What is not here, not for this person or too much is one and the same. */
async function choose(portal: Portal, person: Person, release: string, digests: readonly string[]): Promise<Chosen> {
  await portal.store.releases.lookUpObjects(person.party, release, digests);
  let roomBytes = LONGEST_OBJECTS_TOGETHER_BYTES;
  const chosen: Chosen[number][] = [];
  for (const which of digests) {
    const wanted = { release, kind: 'object', which } as const;
    const found = await findServed(portal, person, wanted);
    const isFitting = found !== null && found.sizeBytes <= Math.min(LARGEST_OBJECT_TOGETHER_BYTES, roomBytes);
    if (isFitting) roomBytes -= found.sizeBytes;
    chosen.push(isFitting ? [wanted, found] : null);
  }
  return chosen;
}

/**
 * Each piece as it lies in memory, when the line takes it: copying them into one answer costs as much again as sending
 * them, and a reader on a slow line would keep the copy.
 */
function send(reply: FastifyReply, pieces: readonly Buffer[]): FastifyReply {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const rest = pieces.values();
  const stream = new Readable({
    read() {
      this.push(rest.next().value ?? null);
    },
  });
  return reply.type('application/octet-stream').header('content-length', length).send(stream);
}
