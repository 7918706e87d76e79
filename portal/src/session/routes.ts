import { formatInstant } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { Denial } from '../denial.ts';
import { getKey, getPerson, getSession } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';
import { SESSION_COOKIE } from './guard.ts';
import { checkAuthentication, checkRegistration, makeRegistrationOptions, makeSignInOptions } from './passkey.ts';

const LONGEST_WRAPPED_CHARS = 16_384;
const LONGEST_BODY_BYTES = 64 * 1024;
const LONGEST_FIELD_CHARS = 16_384;

/** 16 bytes: nobody guesses where the keys of others lie. */
const PLACE_BYTES = 16;

const text = z.string().max(LONGEST_FIELD_CHARS);
/** What authenticators of browsers answer. Results of extensions stay in the browser: those of the secret one would be the key itself. */
const answer = { id: text, rawId: text, type: z.literal('public-key'), authenticatorAttachment: text.optional() };
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const wrapped = z.string().max(LONGEST_WRAPPED_CHARS);
const place = z.string().refine((given) => readBase64Url(given)?.length === PLACE_BYTES);
const noResults = z.strictObject({});
const registration = z.strictObject({
  ...answer,
  clientExtensionResults: noResults,
  response: z.strictObject({
    clientDataJSON: text,
    attestationObject: text,
    authenticatorData: text.optional(),
    transports: z.array(text).max(10).optional(),
    publicKeyAlgorithm: z.int().optional(),
    publicKey: text.optional(),
  }),
});
const authentication = z.strictObject({
  ...answer,
  clientExtensionResults: noResults,
  response: z.strictObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullable().optional(),
  }),
});

/** Passkeys and sessions (docs/formats/portal-api.md, Sessions). */
export function addSessionRoutes(app: PortalApp, portal: Portal): void {
  const { store, sessions, clock, accessBook, labWord } = portal;

  app.post('/v1/passkey/options', { config: { policy: 'enrolling' } }, async (call) => {
    const sign = getKey(call);
    if (!store.persons.isKnown(sign)) throw new Denial('not-signed-in');
    return makeRegistrationOptions(portal, sign);
  });

  app.post(
    '/v1/passkey',
    {
      config: { policy: 'enrolling' },
      bodyLimit: LONGEST_BODY_BYTES,
      schema: {
        body: z.strictObject({
          response: registration,
          wrapped: wrapped.nullable(),
          place: place.nullable().optional(),
        }),
      },
    },
    async (call) => {
      const sign = getKey(call);
      if (!store.persons.isKnown(sign)) throw new Denial('not-signed-in');
      const passkey = await checkRegistration(portal, sign, call.body.response as RegistrationResponseJSON);
      if (passkey === null) throw new Denial('malformed');
      const person = store.persons.find(sign);
      if (person !== null) {
        const { party, reviewer } = person;
        await accessBook.record({ party, reviewer, act: 'passkey', release: null, object: null });
      }
      const { wrapped, place = null } = call.body;
      if (!store.persons.replacePasskey({ ...passkey, wrapped, place })) throw new Denial('conflict');
      sessions.endAllOf(sign);
      return { state: 'registered' };
    },
  );

  app.post(
    '/v1/passkey/wrapped',
    {
      config: { policy: 'enrolling' },
      bodyLimit: LONGEST_BODY_BYTES,
      schema: { body: z.strictObject({ wrapped, replaces: digest }) },
    },
    async (call) => {
      const sign = getKey(call);
      const before = store.persons.findPasskeyOf(sign)?.wrapped ?? null;
      // What it replaces is named: of two devices that write at once, the second reads what the first wrote.
      if (before === null || portal.primitives.sha256Hex(before) !== call.body.replaces) throw new Denial('conflict');
      if (!store.persons.replaceWrapped(sign, before, call.body.wrapped)) throw new Denial('conflict');
      return { state: 'kept' };
    },
  );

  app.post(
    '/v1/recovery',
    { config: { policy: 'public' }, schema: { body: z.strictObject({ place }) } },
    async ({ body }) => {
      const found = store.persons.findWrappedAt(body.place);
      if (found === null) throw new Denial('not-found');
      return { wrapped: found };
    },
  );

  app.post('/v1/session/options', { config: { policy: 'public' } }, async () => makeSignInOptions(portal));

  app.post(
    '/v1/session',
    {
      config: { policy: 'public' },
      bodyLimit: LONGEST_BODY_BYTES,
      schema: { body: z.strictObject({ response: authentication }) },
    },
    async (call, reply) => {
      const sign = await checkAuthentication(portal, call.body.response as AuthenticationResponseJSON);
      if (!labWord.isFresh(clock())) throw new Denial('lab-silent');
      const person = sign === null ? null : store.persons.find(sign);
      if (person === null) throw new Denial('not-signed-in');
      const { party, reviewer } = person;
      await accessBook.record({ party, reviewer, act: 'session', release: null, object: null });
      // Whoever signs in anew leaves no session behind in the same browser.
      const before = call.cookies[SESSION_COOKIE];
      const left = before === undefined ? null : sessions.use(before, clock());
      if (left !== null) sessions.end(left.id);
      const token = sessions.begin(person.sign, clock());
      reply.setCookie(SESSION_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
      return { state: 'signed-in' };
    },
  );

  app.get('/v1/me', { config: { policy: 'reviewer' } }, async (call) => {
    const { reviewer, role, party, sign } = getPerson(call);
    const wrapped = store.persons.findPasskeyOf(sign)?.wrapped ?? null;
    return { reviewer, role, party, domains: store.persons.listDomains(party), wrapped };
  });

  app.get('/v1/sessions', { config: { policy: 'reviewer' } }, async (call) => {
    const own = sessions.listOf(getPerson(call).sign, getSession(call), clock());
    return {
      sessions: own.map(({ begun, seen, isThis }) => ({
        begun: formatInstant(begun),
        seen: formatInstant(seen),
        isThis,
      })),
    };
  });

  app.delete(
    '/v1/sessions',
    {
      config: { policy: 'reviewer' },
      bodyLimit: LONGEST_BODY_BYTES,
      schema: { body: z.strictObject({ response: authentication }) },
    },
    async (call) => {
      const { sign } = getPerson(call);
      // Asked for anew: whoever sits down at a page that was left open throws nobody out.
      const shown = await checkAuthentication(portal, call.body.response as AuthenticationResponseJSON);
      if (shown !== sign) throw new Denial('conflict');
      sessions.endOthersOf(sign, getSession(call));
      return { state: 'signed-out' };
    },
  );

  app.delete('/v1/session', { config: { policy: 'reviewer' } }, async (call, reply) => {
    sessions.end(getSession(call));
    reply.clearCookie(SESSION_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
    return { state: 'signed-out' };
  });
}
