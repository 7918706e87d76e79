import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInstant, toInstant } from '@candor/core/base';
import { type Authorizations, toAuthorizationsText } from '@candor/core/review/access';
import { type PartyRequest, type SignedRequest, signRequest } from '@candor/core/review/enrollment';
import { makeSealingKey, type ReviewerKey, toFingerprint } from '@candor/core/review/seal';
import { buildApp, type LogLine } from '../../src/app.ts';
import { openPortal } from '../../src/open-portal.ts';
import type { Portal, PortalApp } from '../../src/service/portal.ts';
import { readSettings } from '../../src/service/settings.ts';
import { Authenticator } from './authenticator.ts';
import { callSigned, type Fields, type Holder, makeHolder, type Place, sha256Hex } from './caller.ts';
import { type MadeRelease, makeRelease } from './made-release.ts';

export const APP = 'https://harbor.example';
const INCIDENT = 'harbor-2001';
const START: number = toInstant(2001, 10, 5, 8, 0, 0) ?? 0;

export interface Person extends Holder {
  readonly name: string;
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  readonly authenticator: Authenticator;
}

type Role = 'nominator' | 'reviewer' | 'representative';

export async function makePerson(name: string): Promise<Person> {
  const holder = makeHolder();
  const key = { age: (await makeSealingKey()).recipient, sign: holder.sign };
  const authenticator = new Authenticator(APP, 'harbor.example');
  return { ...holder, name, key, fingerprint: toFingerprint({ sha256Hex }, key), authenticator };
}

/** A portal on loopback with a clock that stands still, and a lab that speaks to it. */
export class World implements Place {
  now = START;
  readonly lab = makeHolder();
  readonly folder: string;
  readonly lines: LogLine[] = [];
  base = '';
  boot = '';
  number = 0;
  #portal: Portal | null = null;
  #app: PortalApp | null = null;

  constructor(folder: string = mkdtempSync(join(tmpdir(), 'portal-'))) {
    this.folder = folder;
  }

  get portal(): Portal {
    if (this.#portal === null) throw new Error('not started');
    return this.#portal;
  }

  get app(): PortalApp {
    if (this.#app === null) throw new Error('not started');
    return this.#app;
  }

  clock(): number {
    return this.now;
  }

  async start(): Promise<this> {
    this.#portal = await openPortal(readSettings(JSON.stringify(this.settings()), 'portal.json'), () => this.clock());
    this.#app = await buildApp(this.#portal, (line) => this.lines.push(line));
    this.base = await this.#app.listen({ host: '127.0.0.1', port: 0 });
    this.boot = this.#portal.boot;
    return this;
  }

  settings(): object {
    return {
      incident: INCIDENT,
      organization: 'Harbor Energy',
      app: APP,
      passkeys: 'harbor.example',
      labKey: this.lab.sign,
      folder: this.folder,
      listen: { port: 0 },
      trustedProxies: ['127.0.0.1'],
    };
  }

  async stop(): Promise<void> {
    const ending = this.#app?.close();
    // Browsers open connections in advance and say nothing on them.
    this.#app?.server.closeAllConnections();
    await ending;
    await this.#portal?.store.close();
    this.#app = null;
    this.#portal = null;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  callLab(method: string, target: string, body?: unknown, change: Fields = {}): Promise<Response> {
    return callSigned(this, this.lab, method, target, body, change);
  }

  toStanding(parties: Authorizations['parties'], requests: Authorizations['requests'] = []): Authorizations {
    this.number += 1;
    const until = formatInstant(this.clock() + 24 * 60 * 60);
    const at = formatInstant(this.clock());
    return { v: 1, kind: 'standing', incident: INCIDENT, number: this.number, at, until, parties, requests };
  }

  async say(parties: Authorizations['parties'], requests: Authorizations['requests'] = []): Promise<void> {
    const standing = toAuthorizationsText(this.toStanding(parties, requests));
    const reply = await this.callLab('PUT', '/v1/lab/standing', { standing });
    if (!reply.ok) throw new Error(`the statement was denied: ${await reply.text()}`);
  }

  sign(person: Person, request: Readonly<Record<string, unknown>>): Promise<SignedRequest> {
    const head = {
      v: 1,
      incident: INCIDENT,
      at: formatInstant(this.clock()),
      nonce: randomBytes(16).toString('base64url'),
    };
    return signRequest(person.signer, { ...head, ...request } as unknown as PartyRequest);
  }

  async enroll(
    person: Person,
    domain = 'northwind.example',
    code = Buffer.alloc(32, 1).toString('base64url'),
  ): Promise<Response> {
    const { key, name } = person;
    const proof = { kind: 'dns', domain, code };
    const signed = await this.sign(person, { kind: 'enrollment', key, name, address: 'kim@northwind.example', proof });
    return callSigned(this, person, 'POST', '/v1/enrollments', signed);
  }

  async register(
    person: Person,
    authenticator: Authenticator = person.authenticator,
    wrapped: string | null = 'sealed',
  ): Promise<Response> {
    const asked = await callSigned(this, person, 'POST', '/v1/passkey/options');
    if (!asked.ok) return asked;
    const { challenge } = (await asked.json()) as { challenge: string };
    return callSigned(this, person, 'POST', '/v1/passkey', { response: authenticator.register(challenge), wrapped });
  }

  post(target: string, body: unknown, fields: Fields = {}): Promise<Response> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Fields = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(this.base + target, { method: 'POST', headers: { ...type, origin: APP, ...fields }, ...sent });
  }

  async signIn(authenticator: Authenticator): Promise<Response> {
    const options = await this.post('/v1/session/options', undefined);
    const { challenge } = (await options.json()) as { challenge: string };
    return this.post('/v1/session', { response: authenticator.signIn(challenge) });
  }

  /** The cookie of a new session. */
  async open(person: Person): Promise<string> {
    const reply = await this.signIn(person.authenticator);
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`no session: ${await reply.text()}`);
    return cookie;
  }

  get(target: string, cookie?: string, fields: Fields = {}): Promise<Response> {
    return fetch(this.base + target, {
      headers: { origin: APP, ...(cookie === undefined ? {} : { cookie }), ...fields },
    });
  }

  /** All steps of a push; gives what the last answer said. */
  async push(release: MadeRelease): Promise<string> {
    for (let round = 0; round < 3; round += 1) {
      const reply = await this.callLab('POST', '/v1/lab/releases', release.papers);
      const { state, missing } = (await reply.json()) as { state: string; missing: string[] };
      if (state === 'complete') return state;
      for (const digest of missing) {
        const put = await this.callLab('PUT', `/v1/lab/objects/${digest}`, release.files.get(digest));
        if (!put.ok) throw new Error(`a file was denied: ${await put.text()}`);
      }
    }
    return 'begun';
  }
}

export function toParty(
  party: string,
  persons: readonly (readonly [Person, Role])[],
  releases: readonly MadeRelease[] = [],
): Authorizations['parties'][number] {
  return {
    party,
    domains: [party],
    reviewers: persons.map(([{ fingerprint, sign, name }, role]) => ({ reviewer: fingerprint, sign, role, name })),
    releases: releases.map(({ release }) => release),
  };
}

/** Two parties with people and a release each, and somebody who was taken out again. */
export interface Peopled {
  readonly world: World;
  readonly nominator: Person;
  readonly reviewer: Person;
  readonly other: Person;
  readonly revoked: Person;
  readonly release: MadeRelease;
  readonly otherRelease: MadeRelease;
  readonly cookies: Readonly<Record<'nominator' | 'reviewer' | 'other' | 'revoked', string>>;
}

export async function people(world: World): Promise<Peopled> {
  const [nominator, reviewer, other, revoked] = await Promise.all(['Kim', 'Lee', 'Mo', 'Nell'].map(makePerson));
  if (!nominator || !reviewer || !other || !revoked) throw new Error('nobody');
  const release = await makeRelease('northwind.example', [nominator, reviewer, revoked]);
  const otherRelease = await makeRelease('contoso.example', [other]);
  for (const person of [nominator, reviewer, other, revoked]) {
    await succeed(world.enroll(person, person === other ? 'contoso.example' : 'northwind.example'));
    await succeed(world.register(person));
  }
  await world.push(release);
  await world.push(otherRelease);
  const a: readonly (readonly [Person, Role])[] = [
    [nominator, 'nominator'],
    [reviewer, 'reviewer'],
  ];
  const b = toParty('contoso.example', [[other, 'nominator']], [otherRelease]);
  await world.say([toParty('northwind.example', [...a, [revoked, 'reviewer']], [release]), b]);
  const cookies = {
    nominator: await world.open(nominator),
    reviewer: await world.open(reviewer),
    other: await world.open(other),
    revoked: await world.open(revoked),
  };
  await world.say([toParty('northwind.example', a, [release]), b]);
  return { world, nominator, reviewer, other, revoked, release, otherRelease, cookies };
}

async function succeed(reply: Promise<Response>): Promise<void> {
  const { ok, status } = await reply;
  if (!ok) throw new Error(`denied with ${status}`);
}
