import { readInstant } from '@candor/core/base';
import {
  bodyLimits,
  type EnrolledAnswer,
  type ListedRequest,
  listLimits,
  MAX_DOCUMENT_AGE_SECONDS,
  type PartyAnswer,
  portalPaths,
  type RequestAnswer,
} from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { verifyEnquiry } from '@candor/core/review/enquiry';
import {
  digestRequest,
  type PartyRequest,
  readRequest,
  verifyEnrollment,
  verifyRequest,
} from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import { Denial } from '../call/denial.ts';
import { getKey, getPerson } from '../call/policy.ts';
import type { Portal, PortalApp } from '../service/portal.ts';
import type { Person, PlacedRequest } from '../store/portal-store.ts';

/** 128 bits, so that nobody can guess a zone's challenge. */
const TOKEN_BYTES = 16;

/**
 * Requests of people. All are stored alike for the lab: no step looks up a domain or a code, so nothing can be learned
 * about them here.
 */
export function addEnrollmentRoutes(app: PortalApp, portal: Portal): void {
  const { store } = portal;
  app.post(
    portalPaths.enrollments,
    {
      config: { policy: 'enrolling' },
      bodyLimit: bodyLimits.signedDocument,
      schema: { body: portalRequests.signedDocument },
    },
    async (call): Promise<EnrolledAnswer> => {
      const request =
        (await verifyEnrollment(portal.primitives, call.body)) ?? (await verifyEnquiry(portal.primitives, call.body));
      if (request === null || request.key.sign !== getKey(call)) throw new Denial('malformed');
      assertTimely(request, portal);
      // Nominators see enrollments, but not that somebody asked without a code.
      const domain = request.kind === 'enquiry' || request.proof.kind === 'mailbox' ? null : request.proof.domain;
      portal.strangers.assertRequest(call, domain);
      const token = portal.makeToken(TOKEN_BYTES);
      const taken = await store.requests.take({
        ...call.body,
        request: digestRequest(portal.primitives, call.body.document),
        kind: request.kind,
        sign: request.key.sign,
        reviewer: request.kind === 'enrollment' ? toFingerprint(portal.primitives, request.key) : null,
        party: null,
        domain,
        token,
        tag: portal.strangers.findTag(call),
        at: portal.clock(),
      });
      if (taken === null) throw new Denial('too-many');
      portal.strangers.countKept(call);
      return { request: taken.request, token: taken.token ?? token };
    },
  );

  app.get(portalPaths.enrollments, { config: { policy: 'enrolling' } }, async (call) => {
    const own = await store.requests.listOfKey(getKey(call));
    return { enrollments: own.map(({ request, state, token }) => ({ request, state, token })) };
  });

  app.get(
    portalPaths.enrollmentAnswer(':request'),
    { config: { policy: 'enrolling' }, schema: { params: portalRequests.ofRequest } },
    async (call, reply) => {
      const sealed = await store.answers.find(call.params.request, getKey(call));
      if (sealed === null) throw new Denial('not-found');
      return reply.type('application/octet-stream').send(Buffer.from(sealed));
    },
  );

  app.post(
    portalPaths.labAnswers,
    {
      config: { policy: 'lab' },
      bodyLimit: bodyLimits.sealedAnswer,
      schema: { body: portalRequests.labAnswer },
    },
    async ({ body }) => {
      if (!(await store.answers.keep(body.request, Buffer.from(body.sealed, 'base64')))) throw new Denial('conflict');
      return { request: body.request };
    },
  );

  app.post(
    portalPaths.requests,
    {
      config: { policy: 'reviewer' },
      bodyLimit: bodyLimits.signedDocument,
      schema: { body: portalRequests.signedDocument },
    },
    async (call) => takeRequest(portal, getPerson(call), call.body, isForReviewers),
  );

  app.post(
    portalPaths.partyRequests,
    {
      config: { policy: 'nominator' },
      bodyLimit: bodyLimits.signedDocument,
      schema: { body: portalRequests.signedDocument },
    },
    async (call) => takeRequest(portal, getPerson(call), call.body, ({ kind }) => kind !== 'enrollment'),
  );

  app.get(portalPaths.party, { config: { policy: 'nominator' } }, async (call): Promise<PartyAnswer> => {
    const { party } = getPerson(call);
    return {
      party,
      domains: await store.persons.listDomains(party),
      reviewers: (await store.persons.listOfParty(party)).map(({ reviewer, role, name }) => ({ reviewer, role, name })),
      enrollments: (await store.requests.listForDomainsOf(party, listLimits.listedRequests)).map(toListed),
      requests: (await store.requests.listOfParty(party, listLimits.listedRequests)).map(toListed),
    };
  });

  app.get(
    portalPaths.partyEnrollments,
    {
      config: { policy: 'nominator' },
      schema: { querystring: portalRequests.byReviewer },
    },
    async (call) => {
      const { party } = getPerson(call);
      return {
        enrollments: (await store.requests.listOfReviewer(party, call.query.reviewer, listLimits.enrollmentsOfOne)).map(
          toListed,
        ),
      };
    },
  );

  app.get(
    portalPaths.labRequests,
    { config: { policy: 'lab' }, schema: { querystring: portalRequests.after } },
    async ({ query }) => ({
      requests: (await store.requests.listAfter(query.after, listLimits.requestsForLab)).map(
        ({ place, request, document, signature, sign, party, token, state }) => ({
          place,
          request,
          document,
          signature,
          key: sign,
          party,
          token,
          state,
        }),
      ),
    }),
  );
}

/** A reviewer may only leave, object to an enrollment, and dispute a figure. */
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
): Promise<RequestAnswer> {
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
  if ((await portal.store.requests.take(kept)) === null) throw new Denial('too-many');
  return { request: digest };
}

function assertTimely(request: Pick<PartyRequest, 'incident' | 'at'>, { settings, clock }: Portal): void {
  const at = readInstant(request.at);
  if (request.incident !== settings.incident || at === null || Math.abs(clock() - at) > MAX_DOCUMENT_AGE_SECONDS)
    throw new Denial('malformed');
}

function toListed({ request, document, signature, state }: PlacedRequest): ListedRequest {
  return { request, kind: readRequest(document)?.kind ?? null, document, signature, state };
}
