import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const USER_PRESENT_AND_VERIFIED = 0x05;
const ATTESTED = 0x40;

type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

/**
 * An authenticator in software: what a browser would hand on. `verified: false` is one that asked for no touch or PIN.
 */
export class Authenticator {
  readonly credential = randomBytes(32);
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #origin: string;
  readonly #domain: string;
  readonly #flags: number;
  #counter = 0;

  constructor(origin: string, domain: string, { verified = true }: { readonly verified?: boolean } = {}) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = pair.privateKey;
    this.#publicKey = pair.publicKey;
    this.#origin = origin;
    this.#domain = domain;
    this.#flags = verified ? USER_PRESENT_AND_VERIFIED : 0x01;
  }

  register(challenge: string): object {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const cose = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credential.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credential, encode(cose)]);
    const authData = Buffer.concat([this.#head(ATTESTED), attested]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#toAnswer({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: encode(attestation).toString('base64url'),
    });
  }

  signIn(challenge: string): object {
    const clientData = this.#clientData('webauthn.get', challenge);
    const authData = this.#head(0);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return this.#toAnswer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    });
  }

  #head(more: number): Buffer {
    const counter = Buffer.alloc(4);
    this.#counter += 1;
    counter.writeUInt32BE(this.#counter);
    const domain = createHash('sha256').update(this.#domain).digest();
    return Buffer.concat([domain, Buffer.from([this.#flags | more]), counter]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #toAnswer(response: object): object {
    const id = this.credential.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

/** RFC 8949, as much of it as an attestation has. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? toHead(1, -1 - value) : toHead(0, value);
  if (typeof value === 'string') return Buffer.concat([toHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([toHead(2, value.length), value]);
  const members = [...value].flatMap(([key, member]) => [encode(key), encode(member)]);
  return Buffer.concat([toHead(5, value.size), ...members]);
}

function toHead(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
