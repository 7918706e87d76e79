import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CodeOrder } from '@candor/core/contract/console';

/** As long as a person takes to go to another machine and read the document. */
const CODE_MS = 15 * 60_000;
const CODE_BYTES = 18;
/** More are open at once only where somebody asks again and again. */
const MAX_CODES = 64;

export interface SigningOrder extends CodeOrder {
  /** Id of the incident in addresses. */
  readonly incident: string;
}

interface IssuedCode {
  readonly digest: Buffer;
  readonly order: SigningOrder;
  readonly endsAtMs: number;
  /** Null: the document was not fetched yet. */
  ticket: Buffer | null;
}

/** Codes that lead to one document each. They are in memory: none outlives the process. */
export class SigningDesk {
  readonly #nowMs: () => number;
  #codes: IssuedCode[] = [];

  /** @param nowMs a clock that nobody sets */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  issue(order: SigningOrder): { readonly code: string; readonly seconds: number } {
    const code = randomBytes(CODE_BYTES).toString('base64url');
    const issued = { digest: toDigest(code), order, endsAtMs: this.#nowMs() + CODE_MS, ticket: null };
    this.#codes = [...this.#listOpen(), issued].slice(-MAX_CODES);
    return { code, seconds: CODE_MS / 1000 };
  }

  /** Gives the order once, with a ticket for its signature; null for a code that is unknown, late or used. */
  open(code: string): { readonly order: SigningOrder; readonly ticket: string } | null {
    const found = this.#find(code);
    if (found === null || found.ticket !== null) return null;
    const ticket = randomBytes(CODE_BYTES).toString('base64url');
    found.ticket = toDigest(ticket);
    return { order: found.order, ticket };
  }

  /** Ends the code, and gives its order to whoever fetched the document; null for anybody else. */
  settle(code: string, ticket: string): SigningOrder | null {
    const found = this.#find(code);
    if (found?.ticket == null || !timingSafeEqual(found.ticket, toDigest(ticket))) return null;
    this.#codes = this.#codes.filter((one) => one !== found);
    return found.order;
  }

  #listOpen(): IssuedCode[] {
    const nowMs = this.#nowMs();
    return this.#codes.filter(({ endsAtMs }) => nowMs < endsAtMs);
  }

  #find(code: string): IssuedCode | null {
    const digest = toDigest(code);
    return this.#listOpen().find((issued) => timingSafeEqual(issued.digest, digest)) ?? null;
  }
}

function toDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
