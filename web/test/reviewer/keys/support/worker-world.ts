import { Authenticator } from '../../../../../portal/test/support/authenticator.ts';
import { APP, toParty, World } from '../../../../../portal/test/support/world.ts';
import { browserCryptography } from '../../../../src/platform/browser-cryptography.ts';
import { browserGunzip } from '../../../../src/platform/browser-inflate.ts';
import { browserRuntime } from '../../../../src/platform/browser-runtime.ts';
import { openSigner } from '../../../../src/platform/browser-signer.ts';
import { KeyWorker } from '../../../../src/reviewer/bridge/key-worker.ts';
import type { EventName, OwnKey, PrintedCheckpoint } from '../../../../src/reviewer/bridge/protocol.ts';
import { makeEmit, serveCalls } from '../../../../src/reviewer/bridge/serve-calls.ts';
import { makeHandlers } from '../../../../src/reviewer/worker/handlers.ts';
import { KeyHolder } from '../../../../src/reviewer/worker/keys/key-holder.ts';
import type { Ciphertexts, KeyWorkerDeps, Remembered } from '../../../../src/reviewer/worker/keys/key-worker-deps.ts';
import { MessageTable } from '../../../../src/reviewer/worker/table/message-table.ts';
import { INCIDENT, Organization, type Recipient, type Released, type ReleaseOrder } from './organization.ts';

/** What stands between a key worker and the portal: it may answer instead, or change an answer. Null lets pass. */
export type Intercept = (
  target: string,
  ask: () => Promise<Response>,
  init: RequestInit,
) => Promise<Response> | Response | null;

/** What a browser keeps between visits. */
export class Device {
  readonly sealed = new Map<string, Uint8Array>();
  readonly wrapped = new Map<string, string>();
  outcome: 'kept' | 'full' | 'none' = 'kept';

  readonly ciphertexts: Ciphertexts = {
    find: async (digest) => this.sealed.get(digest) ?? null,
    keep: async (digest, bytes) => {
      if (this.outcome === 'kept') this.sealed.set(digest, new Uint8Array(bytes));
      return this.outcome;
    },
    clear: async () => this.sealed.clear(),
  };
  readonly remembered: Remembered = {
    find: async (reviewer) => this.wrapped.get(reviewer) ?? null,
    keep: async (reviewer, wrapped) => void this.wrapped.set(reviewer, wrapped),
    clear: async () => this.wrapped.clear(),
  };
}

/** One tab: the key worker as the worker runs it, at the other end of a channel. */
export class Tab {
  readonly keyWorker: KeyWorker;
  readonly events: { readonly name: EventName; readonly value: unknown }[] = [];
  readonly asked: string[] = [];
  readonly waitedMs: number[] = [];
  cookie: string | null = null;
  intercept: Intercept = () => null;
  /** How far this machine's clock is off. */
  offSeconds = 0;
  /** What becomes of an index while it is unpacked. */
  unpack: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (pieces) => pieces;
  readonly #channel = new MessageChannel();

  constructor(world: WorkerWorld, device: Device) {
    const { port1, port2 } = this.#channel;
    const surroundings: KeyWorkerDeps = {
      primitives: { ...browserCryptography, sha256Hex: browserRuntime.sha256Hex },
      gunzip: (packed) => this.unpack(browserGunzip(packed)),
      random: (lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)),
      clock: () => world.portal.now + this.offSeconds,
      wait: async (delayMs) => void this.waitedMs.push(delayMs),
      openSigner,
      fetch: (address, init) => this.#fetch(address, init),
      openSite: () => async (path) => {
        if (world.site === null) throw new TypeError('nobody answers');
        return world.site.get(path.replace(/^log\//, '')) ?? null;
      },
      ciphertexts: device.ciphertexts,
      remembered: device.remembered,
      makeIndex: () => new MessageTable(),
      workFactor: 4,
      emit: makeEmit(port2),
    };
    serveCalls(port2, makeHandlers(new KeyHolder(surroundings)));
    this.keyWorker = new KeyWorker(port1);
    for (const name of ['progress', 'vault', 'storage', 'clock', 'unkept'] as const)
      this.keyWorker.on(name, (value) => this.events.push({ name, value }));
    port1.start();
    port2.start();
    void this.keyWorker.call('start', {
      settings: { incident: world.incident, portal: world.portal.base, log: 'harbor.example/log' },
    });
  }

  close(): void {
    this.#channel.port1.close();
    this.#channel.port2.close();
  }

  #fetch(address: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(address);
    const target = pathname + search;
    this.asked.push(target);
    const headers = {
      ...(init.headers as Record<string, string>),
      origin: APP,
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
    };
    const { method = 'GET', body, signal } = init;
    const sent = { method, headers, ...(body == null ? {} : { body }), ...(signal == null ? {} : { signal }) };
    const ask = (): Promise<Response> => fetch(address, sent);
    return Promise.resolve(this.intercept(target, ask, init) ?? ask());
  }
}

/** Somebody who enrolled, with what they have: an authenticator, its secret, a recovery key on paper. */
export interface Reader extends OwnKey, Recipient {
  readonly name: string;
  readonly authenticator: Authenticator;
  readonly prf: Uint8Array;
  readonly recovery: string;
}

/** A real portal, an organization with a log, its site, and people with zones of their own. */
export class WorkerWorld {
  readonly portal = new World();
  readonly tabs: Tab[] = [];
  organization = new Organization();
  incident = INCIDENT;
  /** Files of the log on the organization's site; null: it does not answer. */
  site: Map<string, Uint8Array> | null = null;

  async start(): Promise<this> {
    await this.portal.start();
    await this.publish();
    return this;
  }

  async end(): Promise<void> {
    for (const tab of this.tabs) tab.close();
    await this.portal.end();
  }

  async publish(): Promise<void> {
    this.site = await this.organization.site();
  }

  openTab(device: Device = new Device()): Tab {
    const tab = new Tab(this, device);
    this.tabs.push(tab);
    return tab;
  }

  /** Makes keys in a tab, wraps them and registers a passkey: all that the enrollment page does. */
  async enroll(
    name: string,
    tab: Tab = this.openTab(),
    known: { readonly keySet?: string; readonly log?: PrintedCheckpoint | null } = {},
  ): Promise<Reader> {
    const { keySet = this.organization.fingerprint, log = null } = known;
    const made = await tab.keyWorker.call('make-keys', { keySet, log });
    const { proof } = await tab.keyWorker.call('code-proof', { code: '0004-1061-050R-3GG2-8A1C-60T3-GF-6' });
    const request = await tab.keyWorker.call('sign-request', {
      request: {
        kind: 'enrollment',
        name,
        address: 'kim@northwind.example',
        proof: { kind: 'dns', domain: 'northwind.example', code: proof },
      },
    });
    await this.callSigned(tab, '/v1/enrollments', request);
    const prf = crypto.getRandomValues(new Uint8Array(32));
    const authenticator = await this.registerPasskey(tab, prf);
    return { ...made, name, authenticator, prf };
  }

  async registerPasskey(tab: Tab, prf: Uint8Array | null): Promise<Authenticator> {
    const authenticator = new Authenticator(APP, 'harbor.example');
    const { challenge } = (await this.callSigned(tab, '/v1/passkey/options', undefined)) as { challenge: string };
    const { wrapped, place } = await tab.keyWorker.call('wrap', { prf: prf === null ? null : new Uint8Array(prf) });
    await this.callSigned(tab, '/v1/passkey', { response: authenticator.register(challenge), wrapped, place });
    return authenticator;
  }

  /** A call that the page sends and the key worker signs. */
  async callSigned(tab: Tab, target: string, content: unknown): Promise<unknown> {
    const body = content === undefined ? null : JSON.stringify(content);
    const { fields } = await tab.keyWorker.call('sign-call', { method: 'POST', target, body });
    const type = body === null ? {} : { 'content-type': 'application/json' };
    const init = { method: 'POST', headers: { ...fields, ...type, origin: APP }, ...(body === null ? {} : { body }) };
    const reply = await fetch(this.portal.base + target, init);
    if (!reply.ok) throw new Error(`${target}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }

  async release(readers: readonly Recipient[], order: ReleaseOrder = {}): Promise<Released> {
    const released = await this.organization.release(readers, order);
    await this.publish();
    await this.portal.push(released);
    return released;
  }

  /** What the lab says is in force. */
  async allow(readers: readonly Reader[], releases: readonly Released[], party = 'northwind.example'): Promise<void> {
    const persons = readers.map(
      ({ key, fingerprint, name }, at) =>
        [{ sign: key.sign, fingerprint, name } as never, at === 0 ? 'nominator' : 'reviewer'] as const,
    );
    await this.portal.say([toParty(party, persons, releases)]);
  }

  /** Signs in with the passkey and unlocks the keys, as the sign-in page does. */
  async signIn(reader: Pick<Reader, 'authenticator' | 'prf'>, tab: Tab = this.openTab()): Promise<Tab> {
    await this.openSession(reader, tab);
    const wrapped = await this.wrappedOf(tab);
    await tab.keyWorker.call('unlock', { wrapped, by: { kind: 'passkey', prf: new Uint8Array(reader.prf) } });
    return tab;
  }

  async openSession({ authenticator }: Pick<Reader, 'authenticator'>, tab: Tab): Promise<void> {
    const reply = await this.portal.signIn(authenticator);
    tab.cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? null;
    if (tab.cookie === null) throw new Error(`no session: ${await reply.text()}`);
  }

  async wrappedOf(tab: Tab): Promise<string> {
    const me = await this.portal.get('/v1/me', tab.cookie ?? undefined);
    return ((await me.json()) as { wrapped: string }).wrapped;
  }
}

/** The flaw of a call that fails; `none` when it does not. */
export function flawOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (refusal: { readonly flaw: string }) => refusal.flaw,
  );
}
