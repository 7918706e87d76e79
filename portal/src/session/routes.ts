import { formatInstant } from '@candor/core/base';
import { bodyLimits, type MeAnswer, portalPaths, type SessionsAnswer } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Denial } from '../call/denial.ts';
import { getKey, getPerson, getSession } from '../call/policy.ts';
import type { Portal, PortalApp } from '../service/portal.ts';
import { SESSION_COOKIE } from './guard.ts';
import { checkAuthentication, checkRegistration, makeRegistrationOptions, makeSignInOptions } from './passkey.ts';

/** Passkeys and sessions (docs/formats/portal-api.md, Sessions). */
export function addSessionRoutes(app: PortalApp, portal: Portal): void {
  const { store, sessions, clock, accessBook, labWord } = portal;

  app.post(portalPaths.passkeyOptions, { config: { policy: 'enrolling' } }, async (call) => {
    const sign = getKey(call);
    if (!(await store.persons.isKnown(sign))) throw new Denial('not-signed-in');
    return makeRegistrationOptions(portal, sign);
  });

  app.post(
    portalPaths.passkey,
    {
      config: { policy: 'enrolling' },
      bodyLimit: bodyLimits.any,
      schema: {
        body: portalRequests.registerPasskey,
      },
    },
    async (call) => {
      const sign = getKey(call);
      if (!(await store.persons.isKnown(sign))) throw new Denial('not-signed-in');
      const passkey = await checkRegistration(portal, sign, call.body.response as RegistrationResponseJSON);
      if (passkey === null) throw new Denial('malformed');
      const person = await store.persons.find(sign);
      if (person !== null) {
        const { party, reviewer } = person;
        await accessBook.record({ party, reviewer, act: 'passkey', release: null, object: null });
      }
      const { wrapped, place = null } = call.body;
      if (!(await store.persons.replacePasskey({ ...passkey, wrapped, place }))) throw new Denial('conflict');
      sessions.endAllOf(sign);
      return { state: 'registered' };
    },
  );

  app.post(
    portalPaths.wrappedKeys,
    {
      config: { policy: 'enrolling' },
      bodyLimit: bodyLimits.any,
      schema: { body: portalRequests.wrappedKeys },
    },
    async (call) => {
      const sign = getKey(call);
      const before = (await store.persons.findPasskeyOf(sign))?.wrapped ?? null;
      // The replaced version is named: of two devices that write at once, the second must first read what the first
      // wrote.
      if (before === null || portal.primitives.sha256Hex(before) !== call.body.replaces) throw new Denial('conflict');
      if (!(await store.persons.replaceWrapped(sign, before, call.body.wrapped))) throw new Denial('conflict');
      return { state: 'kept' };
    },
  );

  app.post(
    portalPaths.recovery,
    { config: { policy: 'public' }, schema: { body: portalRequests.recovery } },
    async ({ body }) => {
      const found = await store.persons.findWrappedAt(body.place);
      if (found === null) throw new Denial('not-found');
      return { wrapped: found };
    },
  );

  app.post(portalPaths.sessionOptions, { config: { policy: 'public' } }, async () => makeSignInOptions(portal));

  app.post(
    portalPaths.session,
    {
      config: { policy: 'public' },
      bodyLimit: bodyLimits.any,
      schema: { body: portalRequests.signIn },
    },
    async (call, reply) => {
      const sign = await checkAuthentication(portal, call.body.response as AuthenticationResponseJSON);
      if (!labWord.isFresh(clock())) throw new Denial('lab-silent');
      const person = sign === null ? null : await store.persons.find(sign);
      if (person === null) throw new Denial('not-signed-in');
      const { party, reviewer } = person;
      await accessBook.record({ party, reviewer, act: 'session', release: null, object: null });
      // Signing in again ends the previous session in the same browser.
      const before = call.cookies[SESSION_COOKIE];
      const left = before === undefined ? null : sessions.use(before, clock());
      if (left !== null) sessions.end(left.id);
      const token = sessions.begin(person.sign, clock());
      reply.setCookie(SESSION_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
      return { state: 'signed-in' };
    },
  );

  app.get(portalPaths.me, { config: { policy: 'reviewer' } }, async (call): Promise<MeAnswer> => {
    const { reviewer, role, party, sign } = getPerson(call);
    const wrapped = (await store.persons.findPasskeyOf(sign))?.wrapped ?? null;
    return { reviewer, role, party, domains: await store.persons.listDomains(party), wrapped };
  });

  app.get(portalPaths.sessions, { config: { policy: 'reviewer' } }, async (call): Promise<SessionsAnswer> => {
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
    portalPaths.sessions,
    {
      config: { policy: 'reviewer' },
      bodyLimit: bodyLimits.any,
      schema: { body: portalRequests.signIn },
    },
    async (call) => {
      const { sign } = getPerson(call);
      // Needs the passkey again: a stranger at an open page cannot sign others out.
      const shown = await checkAuthentication(portal, call.body.response as AuthenticationResponseJSON);
      if (shown !== sign) throw new Denial('conflict');
      sessions.endOthersOf(sign, getSession(call));
      return { state: 'signed-out' };
    },
  );

  app.delete(portalPaths.session, { config: { policy: 'reviewer' } }, async (call, reply) => {
    sessions.end(getSession(call));
    reply.clearCookie(SESSION_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
    return { state: 'signed-out' };
  });
}
