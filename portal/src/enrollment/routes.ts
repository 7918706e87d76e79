import { readInstant } from '@candor/core/base';
import { verifyEnquiry } from '@candor/core/review/enquiry';
import {
  digestRequest,
  type PartyRequest,
  readRequest,
  verifyEnrollment,
  verifyRequest,
} from '@candor/core/review/enrollment';
import { isFingerprint, toFingerprint } from '@candor/core/review/seal';
import { z } from 'zod';
import type { Person } from '../adapters/store/person-store.ts';
import type { PlacedRequest } from '../adapters/store/request-store.ts';
import { Denial } from '../denial.ts';
import { getKey, getPerson } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';

const LONGEST_DOCUMENT_CHARS = 8192;
const LONGEST_BODY_BYTES = 32 * 1024;
/** 128 bits: nobody guesses what stands in a zone. */
const TOKEN_BYTES = 16;
/** A document is signed when it is sent. */
const LONGEST_AGE_SECONDS = 300;
const MOST_REQUESTS_A_PULL = 500;
/** A sealed answer has 70 KB, in base64 a third more. */
const LONGEST_ANSWER_BYTES = 256 * 1024;
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const MOST_LISTED = 200;
/** Of one person: who enrolls anew and anew is one all the same. */
const MOST_OF_ONE = 20;

const signedRequest = z.strictObject({
  document: z.string().max(LONGEST_DOCUMENT_CHARS),
  signature: z.string().max(100),
});
const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0);

/**
 * What people ask for. Everything is taken alike and handed to the lab: no step looks whether a domain or a code is known, so nothing can be learned of
 * it here.
 */
export function addEnrollmentRoutes(app: PortalApp, portal: Portal): void {
  const { store } = portal;
  app.post(
    '/v1/enrollments',
    { config: { policy: 'enrolling' }, bodyLimit: LONGEST_BODY_BYTES, schema: { body: signedRequest } },
    async (call) => {
      const request =
        (await verifyEnrollment(portal.primitives, call.body)) ?? (await verifyEnquiry(portal.primitives, call.body));
      if (request === null || request.key.sign !== getKey(call)) throw new Denial('malformed');
      assertTimely(request, portal);
      // What nominators see are enrollments; nobody of a party learns that somebody asked without a code.
      const domain = request.kind === 'enquiry' || request.proof.kind === 'mailbox' ? null : request.proof.domain;
      portal.strangers.assertRequest(call, domain);
      const taken = store.requests.take({
        ...call.body,
        request: digestRequest(portal.primitives, call.body.document),
        kind: request.kind,
        sign: request.key.sign,
        reviewer: request.kind === 'enrollment' ? toFingerprint(portal.primitives, request.key) : null,
        party: null,
        domain,
        token: portal.makeToken(TOKEN_BYTES),
        tag: portal.strangers.findTag(call),
        at: portal.clock(),
      });
      if (taken === null) throw new Denial('too-many');
      portal.strangers.countKept(call);
      return { request: taken.request, token: taken.token };
    },
  );

  app.get('/v1/enrollments', { config: { policy: 'enrolling' } }, async (call) => {
    const own = store.requests.listOfKey(getKey(call));
    return { enrollments: own.map(({ request, state, token }) => ({ request, state, token })) };
  });

  app.get(
    '/v1/enrollments/:request/answer',
    { config: { policy: 'enrolling' }, schema: { params: z.strictObject({ request: digest }) } },
    async (call, reply) => {
      const sealed = store.answers.find(call.params.request, getKey(call));
      if (sealed === null) throw new Denial('not-found');
      return reply.type('application/octet-stream').send(Buffer.from(sealed));
    },
  );

  app.post(
    '/v1/lab/answers',
    {
      config: { policy: 'lab' },
      bodyLimit: LONGEST_ANSWER_BYTES,
      schema: { body: z.strictObject({ request: digest, sealed: z.base64() }) },
    },
    async ({ body }) => {
      if (!store.answers.keep(body.request, Buffer.from(body.sealed, 'base64'))) throw new Denial('conflict');
      return { request: body.request };
    },
  );

  app.post(
    '/v1/requests',
    { config: { policy: 'reviewer' }, bodyLimit: LONGEST_BODY_BYTES, schema: { body: signedRequest } },
    async (call) => takeRequest(portal, getPerson(call), call.body, isForReviewers),
  );

  app.post(
    '/v1/party/requests',
    { config: { policy: 'nominator' }, bodyLimit: LONGEST_BODY_BYTES, schema: { body: signedRequest } },
    async (call) => takeRequest(portal, getPerson(call), call.body, ({ kind }) => kind !== 'enrollment'),
  );

  app.get('/v1/party', { config: { policy: 'nominator' } }, async (call) => {
    const { party } = getPerson(call);
    return {
      party,
      domains: store.persons.listDomains(party),
      reviewers: store.persons.listOfParty(party).map(({ reviewer, role, name }) => ({ reviewer, role, name })),
      enrollments: store.requests.listForDomainsOf(party, MOST_LISTED).map(toListed),
      requests: store.requests.listOfParty(party, MOST_LISTED).map(toListed),
    };
  });

  app.get(
    '/v1/party/enrollments',
    {
      config: { policy: 'nominator' },
      schema: { querystring: z.strictObject({ reviewer: z.string().refine(isFingerprint) }) },
    },
    async (call) => {
      const { party } = getPerson(call);
      return { enrollments: store.requests.listOfReviewer(party, call.query.reviewer, MOST_OF_ONE).map(toListed) };
    },
  );

  app.get(
    '/v1/lab/requests',
    { config: { policy: 'lab' }, schema: { querystring: z.strictObject({ after: place }) } },
    async ({ query }) => ({
      requests: store.requests
        .listAfter(query.after, MOST_REQUESTS_A_PULL)
        .map(({ place, request, document, signature, sign, party, token, state }) => ({
          place,
          request,
          document,
          signature,
          key: sign,
          party,
          token,
          state,
        })),
    }),
  );
}

/** A reviewer may leave, object to somebody who wants in, and contest a figure. */
function isForReviewers(request: PartyRequest, person: Person): boolean {
  return (
    request.kind === 'objection' ||
    request.kind === 'dispute' ||
    (request.kind === 'revocation' && request.reviewer === person.reviewer)
  );
}

async function takeRequest(
  portal: Portal,
  person: Person,
  signed: { readonly document: string; readonly signature: string },
  isAllowed: (request: PartyRequest, person: Person) => boolean,
): Promise<{ readonly request: string }> {
  const request = await verifyRequest(portal.primitives, signed, person.sign);
  if (
    request === null ||
    request.kind === 'enrollment' ||
    request.party !== person.party ||
    !isAllowed(request, person)
  )
    throw new Denial('malformed');
  assertTimely(request, portal);
  const digest = digestRequest(portal.primitives, signed.document);
  const { party, reviewer, sign } = person;
  await portal.accessBook.record({ party, reviewer, act: 'request', release: null, object: digest });
  const { kind } = request;
  const kept = {
    ...signed,
    request: digest,
    kind,
    sign,
    reviewer: null,
    party,
    domain: null,
    token: null,
    tag: null,
    at: portal.clock(),
  };
  if (portal.store.requests.take(kept) === null) throw new Denial('too-many');
  return { request: digest };
}

function assertTimely(request: Pick<PartyRequest, 'incident' | 'at'>, { settings, clock }: Portal): void {
  const at = readInstant(request.at);
  if (request.incident !== settings.incident || at === null || Math.abs(clock() - at) > LONGEST_AGE_SECONDS)
    throw new Denial('malformed');
}

/** The document itself: who reads it can check the signature, and need not believe the portal about a key. */
function toListed({ request, document, signature, state }: PlacedRequest): object {
  return { request, kind: readRequest(document)?.kind ?? null, document, signature, state };
}
