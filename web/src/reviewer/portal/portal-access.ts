import type { Instant } from '@candor/core/base';
import { readInstant } from '@candor/core/base';
import {
  type EnrolledAnswer,
  type ListedRequest,
  type MeAnswer,
  type OwnEnrollment,
  type PartyAnswer,
  portalPaths,
  type RequestAnswer,
  readDenialCode,
  withQuery,
} from '@candor/core/contract';
import { PORTAL_TAG_FIELD, type SignedRequest } from '@candor/core/review/enrollment';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { PortalRefusal } from './portal-refusal.ts';

/** Headers that sign one call; made where the keys are. */
export type SignCall = (call: {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly target: string;
  readonly body: string | null;
}) => Promise<Readonly<Record<string, string>>>;

export interface PortalStatus {
  readonly incident: string;
  readonly organization: string;
  readonly time: Instant;
}

/** A session of the signed-in person: this one, or on another device or browser. */
export interface OwnSession {
  readonly begun: Instant;
  readonly seen: Instant;
  readonly isThis: boolean;
}

interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  /** Signs the call with the reviewer's own key. */
  readonly sign?: SignCall;
  /** Whether the portal requires a session. */
  readonly needsSession?: boolean;
}

/**
 * The typed client of the portal (docs/formats/portal-api.md). Every method answers or fails with a `PortalRefusal`.
 * Its answers prove nothing.
 */
export class PortalAccess {
  readonly #portal: string;
  readonly #onSessionEnd: () => void;
  #tag: string | null = null;

  constructor(portal: string, onSessionEnd: () => void = () => undefined) {
    this.#portal = portal;
    this.#onSessionEnd = onSessionEnd;
  }

  /** Tag of the reader's notice, which exempts the call from strangers' limits. */
  showTag(tag: string | null): void {
    this.#tag = tag;
  }

  async status(): Promise<PortalStatus> {
    const { incident, organization, time } = await this.#call<Record<string, string>>(portalPaths.status);
    const at = readInstant(time ?? '');
    if (at === null || incident === undefined || organization === undefined) throw new PortalRefusal('portal-broken');
    return { incident, organization, time: at };
  }

  signInOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.#call(portalPaths.sessionOptions, { method: 'POST' });
  }

  async beginSession(response: AuthenticationResponseJSON): Promise<void> {
    await this.#call(portalPaths.session, { method: 'POST', body: { response } });
  }

  async endSession(): Promise<void> {
    await this.#call(portalPaths.session, { method: 'DELETE', needsSession: true });
  }

  /** The oldest first. */
  async ownSessions(): Promise<readonly OwnSession[]> {
    const answer = await this.#call<{ readonly sessions?: unknown }>(portalPaths.sessions, { needsSession: true });
    if (!Array.isArray(answer.sessions)) throw new PortalRefusal('portal-broken');
    return answer.sessions.map(toOwnSession);
  }

  /** Ends all own sessions but this one; needs a passkey. */
  async endOtherSessions(response: AuthenticationResponseJSON): Promise<void> {
    await this.#call(portalPaths.sessions, { method: 'DELETE', body: { response }, needsSession: true });
  }

  me(): Promise<MeAnswer> {
    return this.#call(portalPaths.me, { needsSession: true });
  }

  enroll(request: SignedRequest, sign: SignCall): Promise<EnrolledAnswer> {
    return this.#call(portalPaths.enrollments, { method: 'POST', body: request, sign });
  }

  async ownEnrollments(sign: SignCall): Promise<readonly OwnEnrollment[]> {
    const answer = await this.#call<{ readonly enrollments: readonly OwnEnrollment[] }>(portalPaths.enrollments, {
      sign,
    });
    return answer.enrollments;
  }

  passkeyOptions(sign: SignCall): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.#call(portalPaths.passkeyOptions, { method: 'POST', sign });
  }

  async registerPasskey(
    passkey: { readonly response: RegistrationResponseJSON; readonly wrapped: string; readonly place?: string },
    sign: SignCall,
  ): Promise<void> {
    await this.#call(portalPaths.passkey, { method: 'POST', body: passkey, sign });
  }

  /** Leaving, an objection. */
  ask(request: SignedRequest): Promise<RequestAnswer> {
    return this.#call(portalPaths.requests, { method: 'POST', body: request, needsSession: true });
  }

  party(): Promise<PartyAnswer> {
    return this.#call(portalPaths.party, { needsSession: true });
  }

  /** Enrollments of one fingerprint; `party` only lists the newest, which may be strangers'. */
  async partyEnrollments(reviewer: string): Promise<readonly ListedRequest[]> {
    const target = withQuery(portalPaths.partyEnrollments, { reviewer });
    const answer = await this.#call<{ readonly enrollments: readonly ListedRequest[] }>(target, { needsSession: true });
    return answer.enrollments;
  }

  async partyAccess(after: number): Promise<readonly unknown[]> {
    const target = withQuery(portalPaths.partyAccess, { after });
    const answer = await this.#call<{ readonly records: readonly unknown[] }>(target, { needsSession: true });
    return answer.records;
  }

  /** Nomination, revocation, transfer, objection. */
  askForParty(request: SignedRequest): Promise<RequestAnswer> {
    return this.#call(portalPaths.partyRequests, { method: 'POST', body: request, needsSession: true });
  }

  async #call<Answer>(target: string, { method = 'GET', body, sign, needsSession }: CallOptions = {}): Promise<Answer> {
    const text = body === undefined ? null : JSON.stringify(body);
    const shown = this.#tag === null ? {} : { [PORTAL_TAG_FIELD]: this.#tag };
    const fields = sign === undefined ? shown : { ...shown, ...(await sign({ method, target, body: text })) };
    const response = await fetch(this.#portal + target, {
      method,
      body: text,
      headers: { ...fields, ...(text === null ? {} : { 'content-type': 'application/json' }) },
      credentials: 'include',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    }).catch(() => {
      throw new PortalRefusal(navigator.onLine ? 'portal-silent' : 'offline');
    });
    const json: unknown = await response.json().catch(() => null);
    if (response.ok && typeof json === 'object' && json !== null) return json as Answer;
    throw this.#toRefusal(response, json, needsSession === true);
  }

  #toRefusal(response: Response, json: unknown, needsSession: boolean): PortalRefusal {
    const code = readDenialCode(json);
    if (code === null) return new PortalRefusal(response.status >= 500 ? 'portal-silent' : 'portal-broken');
    if (code !== 'not-signed-in') {
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
      return new PortalRefusal(code, Number.isFinite(wait) ? wait : null);
    }
    if (!needsSession) return new PortalRefusal('not-known');
    this.#onSessionEnd();
    return new PortalRefusal('session-ended');
  }
}

function toOwnSession(session: unknown): OwnSession {
  const { begun, seen, isThis } = Object(session) as Readonly<Record<string, unknown>>;
  const [from, last] = [readInstant(String(begun)), readInstant(String(seen))];
  if (from === null || last === null) throw new PortalRefusal('portal-broken');
  return { begun: from, seen: last, isThis: isThis === true };
}
