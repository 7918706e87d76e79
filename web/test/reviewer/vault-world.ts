import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListedRequest } from '@candor/core/contract';
import type { IndexedMessage, ReleaseManifest } from '@candor/core/review/seal';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserCryptography } from '../../src/platform/browser-cryptography.ts';
import { browserGunzip } from '../../src/platform/browser-inflate.ts';
import { browserRuntime } from '../../src/platform/browser-runtime.ts';
import { openSigner } from '../../src/platform/browser-signer.ts';
import { makeHandlers } from '../../src/reviewer/worker/handlers.ts';
import { KeyHolder } from '../../src/reviewer/worker/keys/key-holder.ts';
import { MessageTable } from '../../src/reviewer/worker/table/message-table.ts';
import { type Hostility, servePapers } from './keys/support/hostile-portal.ts';
import { Organization, type Released } from './keys/support/organization.ts';
import { makeDraw, makeEntry, makeMail, withFindings } from './made-mailbox.ts';
import { type ServedApp, serveApp } from './served-app.ts';
import { openWatched } from './watched-page.ts';

const PARTY = 'northwind.example';
const STATEMENT = {
  window: { from: '2001-09-10T00:00:00Z', to: '2001-10-14T23:59:59Z' },
  next: '2001-10-28T00:00:00Z',
  unknown: { en: 'What was done with the copies.', de: 'Was mit den Kopien geschah.' },
} as const;

export interface VaultOrder {
  /** Messages that open. */
  readonly opening: number;
  /** Messages that stand in the index alone: enough for a list of any length. */
  readonly listed?: number;
  readonly bodyBytes?: number;
  /** The first of them, in the place of a made one. */
  readonly firstMail?: string;
  /** Its subject in the index. */
  readonly firstSubject?: string;
  readonly held?: number;
  /** So many of the first ones are marked as holding a secret, and no others; without it, those that are drawn. */
  readonly marked?: number;
  /** A search found something in some of them. */
  readonly isSearched?: true;
  /** Counted apart. */
  readonly apart?: Pick<ReleaseManifest['figures'], 'mentioned' | 'quoted'>;
  /** The party's, in the manifest of the release; else the one that it is kept under. */
  readonly domains?: readonly string[];
  /** Other addresses in the place of made ones. */
  readonly renamed?: ReadonlyMap<string, string>;
}

/**
 * A party's vault behind a portal that checks nothing, and the real app in front of it. Whoever comes signs in with any
 * passkey and unlocks by the recovery key.
 */
export class VaultWorld {
  readonly organization = new Organization();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  served!: ServedApp;
  released!: Released;
  recovery = '';
  hostility: Hostility = {};
  /** What the portal answers who asks for the party's notes. */
  notes: () => Response = () => Response.json({ notes: [] });
  /** What the party calls itself by; the organization keeps it under a name of its own. */
  domains: readonly string[] = [PARTY];
  /** False: nobody has released anything. */
  hasRelease = true;
  /** Who waits and is too old for the portal's list, by fingerprint. */
  readonly hidden = new Map<string, ListedRequest>();
  #wrapped = '';
  #fingerprint = '';

  static async open(order: VaultOrder): Promise<VaultWorld> {
    const world = new VaultWorld();
    await world.#start(order);
    return world;
  }

  async close(): Promise<void> {
    await this.served.close();
    this.#server.closeAllConnections();
    await new Promise((settle) => this.#server.close(settle));
  }

  /** A page of the app, signed in; with everything open unless the keys are to stay wrapped. */
  async enter(
    browser: Browser,
    path = '/',
    options: BrowserContextOptions = {},
    isUnlocked = true,
  ): Promise<{ readonly page: Page; readonly faults: string[] }> {
    const { page, faults } = await openWatched(browser, options);
    await addPasskey(page);
    await page.goto(`${this.served.address}#${path}`);
    await page.locator('main button').first().click();
    await page.locator('main input').first().fill(this.recovery);
    if (isUnlocked) await this.unlock(page);
    return { page, faults };
  }

  /** The last step of entering. */
  unlock(page: Page): Promise<void> {
    return page.locator('main button[type=submit]').click();
  }

  async #start({
    opening,
    listed = opening,
    bodyBytes = 600,
    firstMail,
    firstSubject,
    held = 0,
    marked,
    isSearched,
    apart = {},
    domains = [PARTY],
    renamed = new Map(),
  }: VaultOrder): Promise<void> {
    await new Promise<void>((settle) => this.#server.listen(0, '127.0.0.1', settle));
    const portal = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
    this.served = await serveApp(() => portal);
    this.served.settings = {
      v: 1,
      incident: 'harbor-2001',
      organization: 'Harbor Energy',
      domain: 'harbor.example',
      portal,
      passkeys: 'localhost',
      page: 'harbor.example/notice',
      log: 'harbor.example/log',
      telephone: '+1 202 555 0143',
      report: null,
      waitSeconds: 259_200,
      app: '0'.repeat(64),
    };
    const reader = await this.#makeReader();
    const draw = makeDraw(7);
    const rename = (addresses: readonly string[]) => addresses.map((address) => renamed.get(address) ?? address);
    const entries = Array.from({ length: listed }, (_, at) => {
      const made = makeEntry(draw);
      const entry = isSearched === true ? withFindings(made, draw) : made;
      const marks = marked === undefined ? entry.marks : markSecret(entry.marks, at < marked);
      const subject = at === 0 && firstSubject !== undefined ? firstSubject : entry.subject;
      return { ...entry, subject, marks, from: rename(entry.from), to: rename(entry.to), cc: rename(entry.cc) };
    });
    const texts = entries.slice(0, opening).map((entry, at) => makeMail(entry, at, draw, bodyBytes));
    if (firstMail !== undefined) texts[0] = firstMail;
    const others = entries.slice(opening).map((entry): IndexedMessage => ({ ...entry, id: hex(), object: hex() }));
    const bulk = entries.filter(({ marks }) => marks.includes('bulk')).length;
    this.released = await this.organization.release([reader], {
      texts,
      statement: STATEMENT,
      index: (messages) => [
        ...messages.map(({ id, object }, at) => ({ ...(entries[at] ?? fail()), id, object })),
        ...others,
      ],
      alter: (manifest): ReleaseManifest => ({
        ...manifest,
        domains,
        objects: [...manifest.objects, ...others.map(({ object }) => ({ digest: object, size: 4300 }))].sort((a, b) =>
          a.digest < b.digest ? -1 : 1,
        ),
        figures: { releasable: listed - bulk, bulk, held, withheld: 0, ...apart },
      }),
    });
    const site = await this.organization.site();
    this.served.site = async (path) => site.get(path.replace(/^.*log\//, '')) ?? null;
  }

  /** Keys as the app makes them, wrapped for a recovery key alone. */
  async #makeReader() {
    const handlers = makeHandlers(
      new KeyHolder({
        primitives: { ...browserCryptography, sha256Hex: browserRuntime.sha256Hex },
        gunzip: browserGunzip,
        random: (lengthBytes) => new Uint8Array(randomBytes(lengthBytes)),
        clock: () => Math.floor(Date.now() / 1000),
        wait: async () => undefined,
        openSigner,
        fetch,
        openSite: () => async () => null,
        ciphertexts: { find: async () => null, keep: async () => 'none', clear: async () => undefined },
        remembered: { find: async () => null, keep: async () => undefined, clear: async () => undefined },
        makeIndex: () => new MessageTable(),
        workFactor: 1,
        emit: () => undefined,
      }),
    );
    const context = { signal: new AbortController().signal };
    await handlers.start(
      { settings: { incident: 'harbor-2001', portal: 'http://localhost:1', log: 'harbor.example/log' } },
      context,
    );
    const made = await handlers['make-keys']({ keySet: this.organization.fingerprint, log: null }, context);
    this.#wrapped = (await handlers.wrap({ prf: null }, context)).wrapped;
    this.#fingerprint = made.fingerprint;
    this.recovery = made.recovery;
    return made;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = request.headers.origin ?? '';
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '');
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const target = request.url ?? '';
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const answer =
      this.#find(request.method ?? '', target, Buffer.concat(chunks).toString()) ??
      Response.json({ code: 'not-found' }, { status: 404 });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
    });
    response.end(new Uint8Array(await answer.arrayBuffer()));
  }

  #find(method: string, target: string, body: string): Response | null {
    const me = {
      reviewer: this.#fingerprint,
      role: 'nominator',
      party: PARTY,
      domains: this.domains,
      wrapped: this.#wrapped,
    };
    switch (`${method} ${target}`) {
      case 'GET /v1/status':
        return Response.json({
          v: 1,
          boot: 'boot',
          time: `${new Date().toISOString().slice(0, 19)}Z`,
          incident: 'harbor-2001',
          organization: 'Harbor Energy',
        });
      case 'POST /v1/session/options':
        return Response.json({
          challenge: randomBytes(32).toString('base64url'),
          rpId: 'localhost',
          userVerification: 'required',
        });
      case 'POST /v1/session':
      case 'DELETE /v1/session':
        return Response.json({});
      case 'POST /v1/passkey/wrapped':
        this.#wrapped = (JSON.parse(body) as { readonly wrapped: string }).wrapped;
        return Response.json({});
      case 'GET /v1/party/notes?after=0':
        return this.notes();
      case 'GET /v1/party': {
        const own = { reviewer: this.#fingerprint, role: 'nominator', name: 'Lena Brandt' };
        return Response.json({ party: PARTY, domains: this.domains, reviewers: [own], enrollments: [], requests: [] });
      }
      case `GET /v1/party/enrollments?reviewer=${target.split('=')[1]}`:
        return Response.json({ enrollments: [this.hidden.get(target.split('=')[1] ?? '')].filter(Boolean) });
      case 'GET /v1/party/access?after=0':
        return Response.json({ records: [] });
      case 'GET /v1/me':
        return Response.json(me);
      default: {
        const releases = this.hasRelease ? [this.released] : [];
        const served = servePapers(this.#fingerprint, releases, this.hostility)(target, fail, {});
        return served as Response | null;
      }
    }
  }
}

/** A passkey that any portal of this machine may ask for, without the extension that unwraps keys. */
async function addPasskey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await session.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: {
      credentialId: randomBytes(16).toString('base64'),
      isResidentCredential: true,
      rpId: 'localhost',
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      userHandle: randomBytes(16).toString('base64'),
      signCount: 1,
    },
  });
}

function markSecret(marks: IndexedMessage['marks'], isSecret: boolean): IndexedMessage['marks'] {
  const others = marks.filter((mark) => mark !== 'secret');
  return isSecret ? [...others, 'secret'] : others;
}

const hex = (): string => randomBytes(32).toString('hex');

function fail(): never {
  throw new Error('nothing of that is there');
}
