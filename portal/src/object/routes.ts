import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { OBJECTS_PER_CALL, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { MAX_GROUPED_OBJECT_BYTES, MAX_OBJECTS_TOGETHER_BYTES, NOT_IN_ANSWER } from '@candor/core/review/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Denial } from '../call/denial.ts';
import { getPerson } from '../call/policy.ts';
import type { Portal, PortalApp } from '../service/portal.ts';
import type { FileKind, Person } from '../store/portal-store.ts';

/** Files that need no lookup. */
const READ_AT_ONCE = 4;

/** Marks a missing object. */
const MARK = Buffer.from(new Uint32Array([NOT_IN_ANSWER]).buffer);

const config = { policy: 'reviewer' } as const;

/** Serves objects to reviewers: only of their own party, only served releases, and only after recording. */
export function addObjectRoutes(app: PortalApp, portal: Portal): void {
  const { store, accessBook } = portal;

  app.get(portalPaths.releases, { config }, async (call) => ({
    releases: await store.releases.listServed(getPerson(call).party),
  }));

  app.get(
    portalPaths.releasePaper(':release', ':paper'),
    { config, schema: { params: portalRequests.ofPaper } },
    async (call, reply) => {
      const { party, reviewer } = getPerson(call);
      const { release, paper } = call.params;
      const text = await store.releases.findPaper(party, release, paper);
      if (text === null) throw new Denial('not-found');
      await accessBook.record({ party, reviewer, act: 'paper', release, object: null });
      return reply
        .header('cache-control', 'private, no-cache')
        .type('application/octet-stream')
        .send(Buffer.from(text));
    },
  );

  app.get(
    portalPaths.releaseIndex(':release'),
    { config, schema: { params: portalRequests.ofRelease } },
    (call, reply) => serve(portal, call, reply, { release: call.params.release, kind: 'index', which: null }),
  );

  app.get(
    portalPaths.releaseGrant(':release'),
    { config, schema: { params: portalRequests.ofRelease } },
    (call, reply) =>
      serve(portal, call, reply, { release: call.params.release, kind: 'grant', which: getPerson(call).reviewer }),
  );

  app.get(
    portalPaths.releaseObject(':release', ':digest'),
    { config, schema: { params: portalRequests.ofObject } },
    (call, reply) =>
      serve(portal, call, reply, { release: call.params.release, kind: 'object', which: call.params.digest }),
  );

  app.get(
    portalPaths.releaseObjects(':release'),
    {
      config: { ...config, weight: OBJECTS_PER_CALL },
      schema: { params: portalRequests.ofRelease, querystring: portalRequests.severalObjects },
    },
    (call, reply) => serveTogether(portal, call, reply, call.params.release, call.query.digests),
  );
}

async function serve(
  portal: Portal,
  call: FastifyRequest,
  reply: FastifyReply,
  wanted: WantedFile,
): Promise<FastifyReply> {
  const { objects, accessBook } = portal;
  const person = getPerson(call);
  const { party, reviewer } = person;
  const found = await findServed(portal, person, wanted);
  if (found === null) throw new Denial('not-found');
  const { release, kind } = wanted;
  const { digest } = found;
  await accessBook.record({ party, reviewer, act: kind, release, object: digest });
  const isInForce = await isStillServed(portal, person, wanted, found);
  // Read only now, so that reading a file delays nobody's receipt.
  const small = isInForce ? objects.readSmall(digest) : null;
  const size = small?.length ?? (isInForce ? objects.findSize(digest) : null);
  if (size === null) throw new Denial('not-found');
  const tag = `"${digest}"`;
  reply.headers({ etag: tag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache' });
  if (call.headers['if-none-match'] === tag) return reply.code(304).send();
  const range = readRange(call.headers.range, size);
  reply.type('application/octet-stream');
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send(Buffer.alloc(0));
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  if (small !== null) return reply.send(range === null ? small : small.subarray(start, end + 1));
  return reply.send(objects.read(digest, start, end));
}

/** First and last byte, inclusive. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * One byte range (RFC 9110, 14.1.2). Null if the complete file is to be sent: no range, several, or an unreadable one,
 * as the RFC allows. `beyond` if the range starts after the end.
 */
export function readRange(field: string | undefined, size: number): ByteRange | 'beyond' | null {
  const match = field === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(field);
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Number(last);
    return length === 0 ? 'beyond' : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return 'beyond';
  return end < start ? null : { start, end };
}

/** The objects to send, in the requested order; null where the mark stands. */
type Chosen = readonly (readonly [WantedFile, ServedFile] | null)[];

/** Several objects in one answer (docs/formats/portal-api.md, Several objects), each recorded as if requested alone. */
async function serveTogether(
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
    // Yields to other requests: a slow disk may take long for all of them.
    if (pieces.length % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    const isInForce = one !== null && (await isStillServed(portal, person, ...one));
    pieces.push((isInForce ? portal.objects.readMeasured(one[1].digest) : null) ?? MARK);
  }
  return send(reply, pieces);
}

/** Small ones, while there is room. Missing, forbidden and too large objects get the same mark. */
async function choose(portal: Portal, person: Person, release: string, digests: readonly string[]): Promise<Chosen> {
  await portal.store.releases.lookUpObjects(person.party, release, digests);
  let roomBytes = MAX_OBJECTS_TOGETHER_BYTES;
  const chosen: Chosen[number][] = [];
  for (const which of digests) {
    const wanted = { release, kind: 'object', which } as const;
    const found = await findServed(portal, person, wanted);
    const isFitting = found !== null && found.sizeBytes <= Math.min(MAX_GROUPED_OBJECT_BYTES, roomBytes);
    if (isFitting) roomBytes -= found.sizeBytes;
    chosen.push(isFitting ? [wanted, found] : null);
  }
  return chosen;
}

/**
 * Sends each piece from memory when the client is ready: copying them into one answer would double the cost and keep
 * the copy for a slow client.
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

/** A request for an object by digest, the index, or a reviewer's grant. */
interface WantedFile {
  readonly release: string;
  readonly kind: FileKind;
  readonly which: string | null;
}

interface ServedFile {
  readonly digest: string;
  readonly sizeBytes: number;
}

/** An existing file that this person may read; otherwise null, whatever the reason. */
async function findServed(
  { store, objects }: Pick<Portal, 'store' | 'objects'>,
  { party }: Person,
  { release, kind, which }: WantedFile,
): Promise<ServedFile | null> {
  const digest = await store.releases.findFile(party, release, kind, which);
  const sizeBytes = digest === null ? null : objects.findSize(digest);
  return digest === null || sizeBytes === null ? null : { digest, sizeBytes };
}

/** The lab may have sent a statement during the write: what was revoked meanwhile is not served. */
async function isStillServed(
  { store }: Pick<Portal, 'store'>,
  { party, sign }: Person,
  { release, kind, which }: WantedFile,
  { digest }: ServedFile,
): Promise<boolean> {
  if ((await store.persons.find(sign)) === null) return false;
  return (await store.releases.findFile(party, release, kind, which)) === digest;
}
