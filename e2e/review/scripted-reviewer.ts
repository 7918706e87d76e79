import { createPrivateKey, randomBytes, sign as signEd25519 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice';
import {
  makeCodeProof,
  type PartyRequest,
  readManifest,
  type SignedRequest,
  signRequest,
  toChallengeName,
  toChallengeText,
} from '@candor/core/review';
import { nodeCryptography } from '../../lab/src/adapters/cryptography.ts';
import { type ReleaseMember, writeReleaseFile } from '../../lab/src/adapters/release-file.ts';
import { makeReviewerKey, type OpenReviewerKey } from '../../lab/src/adapters/reviewer-key.ts';
import { Authenticator } from '../../portal/test/support/authenticator.ts';
import { callSigned, type Holder, type Place } from '../../portal/test/support/caller.ts';

/** RFC 8410: what stands before the seed of an Ed25519 key. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A reviewer without a browser: core and the portal's API, as anybody could write them. */
export class ScriptedReviewer {
  readonly fingerprint: string;
  readonly keyFile: string;
  readonly #place: Place;
  readonly #origin: string;
  readonly #key: OpenReviewerKey;
  readonly #authenticator: Authenticator;
  readonly #holder: Holder;
  #cookie = '';

  private constructor(keyFile: string, key: OpenReviewerKey, holder: Holder, place: Place, origin: string) {
    this.keyFile = keyFile;
    this.fingerprint = key.fingerprint;
    this.#key = key;
    this.#holder = holder;
    this.#place = place;
    this.#origin = origin;
    this.#authenticator = new Authenticator(origin, 'localhost');
  }

  static async make(folder: string, name: string, portal: string, app: string): Promise<ScriptedReviewer> {
    const keyFile = join(folder, `${name}.reviewer`);
    const key = await makeReviewerKey(keyFile, null);
    const seed = Buffer.from(/^# sign: (.+)$/m.exec(readFileSync(keyFile, 'utf8'))?.[1] ?? '', 'base64url');
    const signing = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    const status = (await (await fetch(`${portal}/v1/status`)).json()) as { boot: string };
    const place: Place = { base: portal, boot: status.boot, clock: () => Math.floor(Date.now() / 1000) };
    const holder: Holder = {
      sign: key.key.sign,
      signer: {
        publicKey: new Uint8Array(Buffer.from(key.key.sign, 'base64url')),
        sign: async (message) => new Uint8Array(signEd25519(null, message, signing)),
      },
    };
    return new ScriptedReviewer(keyFile, key, holder, place, new URL(app).origin);
  }

  /** Asks to read. Gives the record that the zone must show. */
  async enroll(
    incident: string,
    domain: string,
    code: string | null,
  ): Promise<{ readonly request: string; readonly name: string; readonly text: string }> {
    const typed = code === null ? null : readNoticeCode(code);
    const proof =
      typed?.state === 'code'
        ? { kind: 'dns' as const, domain, code: await makeCodeProof(nodeCryptography, typed.bytes, this.fingerprint) }
        : { kind: 'nomination' as const, domain };
    const { age, sign } = this.#key.key;
    const asked = await this.#sign({
      v: 1,
      kind: 'enrollment',
      incident,
      ...this.#head(),
      key: { age, sign },
      name: 'Jo Berg',
      address: `jo.berg@${domain}`,
      proof,
    });
    const { request, token } = await this.#signed<{ request: string; token: string }>('/v1/enrollments', asked);
    return { request, name: toChallengeName(domain), text: toChallengeText(token, this.fingerprint) };
  }

  async registerPasskey(): Promise<void> {
    const { challenge } = await this.#signed<{ challenge: string }>('/v1/passkey/options', undefined);
    await this.#signed('/v1/passkey', { response: this.#authenticator.register(challenge), wrapped: null });
  }

  async signIn(): Promise<void> {
    const options = await this.#public('/v1/session/options', undefined);
    const { challenge } = (await options.json()) as { challenge: string };
    const reply = await this.#public('/v1/session', { response: this.#authenticator.signIn(challenge) });
    if (!reply.ok) throw new Error(`signing in: ${reply.status} ${await reply.text()}`);
    this.#cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** What the portal answers to a session. */
  get(target: string): Promise<Response> {
    return fetch(this.#place.base + target, { headers: { cookie: this.#cookie, origin: this.#origin } });
  }

  /** Fetches the whole newest release into one file, as `candor open` takes it. */
  async fetchRelease(out: string): Promise<number> {
    const { releases } = (await (await this.get('/v1/releases')).json()) as { releases: { release: string }[] };
    const release = releases.at(-1)?.release;
    if (release === undefined) throw new Error('no release is served');
    const bytes = async (target: string): Promise<Uint8Array> => {
      const reply = await this.get(`/v1/releases/${release}/${target}`);
      if (!reply.ok) throw new Error(`${target}: ${reply.status}`);
      return new Uint8Array(await reply.arrayBuffer());
    };
    const members: ReleaseMember[] = [];
    for (const name of ['manifest.json', 'approvals.json', 'keys.json', 'log.proof'])
      members.push({ name, bytes: await bytes(`papers/${name}`) });
    members.push({ name: 'index.age', bytes: await bytes('index') });
    members.push({ name: `grants/${this.fingerprint}.age`, bytes: await bytes('grant') });
    const manifest = readManifest(new TextDecoder().decode(members[0]?.bytes));
    for (const { digest } of manifest?.objects ?? [])
      members.push({ name: `objects/${digest}.age`, bytes: await bytes(`objects/${digest}`) });
    await writeReleaseFile(
      out,
      (async function* () {
        yield* members;
      })(),
    );
    return manifest?.objects.length ?? 0;
  }

  async #signed<Answer>(target: string, body: unknown): Promise<Answer> {
    const reply = await callSigned(this.#place, this.#holder, 'POST', target, body, { origin: this.#origin });
    if (!reply.ok) throw new Error(`${target}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as Answer;
  }

  #public(target: string, body: unknown): Promise<Response> {
    const headers = { origin: this.#origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const init = { method: 'POST', headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return fetch(this.#place.base + target, init);
  }

  #head(): { readonly at: string; readonly nonce: string } {
    return { at: formatInstant(this.#place.clock()), nonce: randomBytes(16).toString('base64url') };
  }

  #sign(request: PartyRequest): Promise<SignedRequest> {
    return signRequest(this.#holder.signer, request);
  }
}
