import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { formatInstant } from '@candor/core/base';
import {
  digestRequest,
  makeCodeProof,
  type PartyRequest,
  type SignedRequest,
  signRequest,
} from '@candor/core/review/enrollment';
import { makeSealingKey, type ReviewerKey, toFingerprint, toReviewerKeyText } from '@candor/core/review/seal';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { now } from '../../src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();

/** Somebody with a reviewer key, who asks and signs. */
export class AskingPerson {
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  readonly #signing: KeyObject;

  private constructor(key: ReviewerKey, signing: KeyObject) {
    this.key = key;
    this.fingerprint = toFingerprint(runtime, key);
    this.#signing = signing;
  }

  static async make(): Promise<AskingPerson> {
    const { recipient } = await makeSealingKey();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    return new AskingPerson({ age: recipient, sign: x }, privateKey);
  }

  get publicKey(): string {
    return toReviewerKeyText(this.key);
  }

  async enroll(domain: string, code: Uint8Array, incident = 'harbor-2001'): Promise<SignedRequest> {
    const proved = await makeCodeProof(nodeCryptography, code, this.fingerprint);
    return this.ask({
      kind: 'enrollment',
      incident,
      key: { age: this.key.age, sign: this.key.sign },
      name: 'Jo Berg',
      address: `jo@${domain}`,
      proof: { kind: 'dns', domain, code: proved },
    });
  }

  askToBeNamed(domain: string): Promise<SignedRequest> {
    return this.ask({
      kind: 'enrollment',
      incident: 'harbor-2001',
      key: { age: this.key.age, sign: this.key.sign },
      name: 'Jo Berg',
      address: `jo@${domain}`,
      proof: { kind: 'nomination', domain },
    });
  }

  revoke(party: string, reviewer: string): Promise<SignedRequest> {
    return this.ask({ kind: 'revocation', incident: 'harbor-2001', party, reviewer });
  }

  ask(request: DistributedOmit<PartyRequest, 'v' | 'at' | 'nonce'>): Promise<SignedRequest> {
    const head = { v: 1, at: formatInstant(now()), nonce: randomBytes(16).toString('base64url') } as const;
    return signRequest({ sign: async (message) => new Uint8Array(sign(null, message, this.#signing)) }, {
      ...head,
      ...request,
    } as PartyRequest);
  }
}

type DistributedOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

export function digestOf({ document }: SignedRequest): string {
  return digestRequest(runtime, document);
}

export function makeToken(): string {
  return randomBytes(16).toString('base64url');
}
