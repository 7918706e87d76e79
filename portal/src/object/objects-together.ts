import {
  ASK_ALONE,
  LARGEST_OBJECT_TOGETHER_BYTES,
  LONGEST_OBJECTS_TOGETHER_BYTES,
  MOST_OBJECTS_TOGETHER,
  OBJECT_LENGTH_BYTES,
} from '@candor/core/review';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '../adapters/store/person-store.ts';
import { Denial } from '../denial.ts';
import { getPerson } from '../policy.ts';
import type { Portal } from '../portal.ts';
import { findServed, isStillServed, type ServedFile, type WantedFile } from './served-file.ts';

/** Digests with commas between them, each once. */
export const severalDigests = z
  .string()
  .regex(new RegExp(`^[0-9a-f]{64}(?:,[0-9a-f]{64}){0,${MOST_OBJECTS_TOGETHER - 1}}$`))
  .transform((text) => text.split(','))
  .refine((digests) => new Set(digests).size === digests.length);

/** What is sent of those that were asked for, in their order: null where there is a mark in its place. */
type Chosen = readonly (readonly [WantedFile, ServedFile] | null)[];

/** Several objects in one answer (docs/formats/portal-api.md, Several objects), each recorded as if it had been asked for alone. */
export async function serveTogether(
  portal: Portal,
  call: FastifyRequest,
  reply: FastifyReply,
  release: string,
  digests: readonly string[],
): Promise<FastifyReply> {
  const person = getPerson(call);
  const { party, reviewer } = person;
  if (!portal.store.releases.isServed(party, release)) throw new Denial('not-found');
  const chosen = choose(portal, person, release, digests);
  const found = chosen.flatMap((one) => (one === null ? [] : [one[1].digest]));
  if (found.length > 0)
    await portal.accessBook.record(
      ...found.map((object) => ({ party, reviewer, act: 'object' as const, release, object })),
    );
  const objects = chosen.map((one) =>
    one !== null && isStillServed(portal, person, ...one) ? portal.objects.readSmall(one[1].digest) : null,
  );
  return reply.type('application/octet-stream').send(toAnswer(objects));
}

/** Small ones, as long as there is room. What is not here, not for this person or too much is one and the same. */
function choose(portal: Portal, person: Person, release: string, digests: readonly string[]): Chosen {
  let roomBytes = LONGEST_OBJECTS_TOGETHER_BYTES;
  return digests.map((which) => {
    const wanted = { release, kind: 'object', which } as const;
    const found = findServed(portal, person, wanted);
    if (found === null || found.sizeBytes > Math.min(LARGEST_OBJECT_TOGETHER_BYTES, roomBytes)) return null;
    roomBytes -= found.sizeBytes;
    return [wanted, found];
  });
}

function toAnswer(objects: readonly (Buffer | null)[]): Buffer {
  const length = objects.reduce((sum, bytes) => sum + OBJECT_LENGTH_BYTES + (bytes?.length ?? 0), 0);
  const answer = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const bytes of objects) {
    at = answer.writeUInt32BE(bytes?.length ?? ASK_ALONE, at);
    if (bytes !== null) at += bytes.copy(answer, at);
  }
  return answer;
}
