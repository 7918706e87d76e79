import {
  type AuthenticationResponseJSON,
  base64URLStringToBuffer,
  browserSupportsWebAuthn,
  bufferToBase64URLString,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/**
 * Why a ceremony gave nothing: a closed list, each with a sentence in `words/`.
 *
 * - `cancelled`: the person or the time ended it; browsers do not tell one from the other, nor from "no passkey here".
 * - `wrong-site`: the passkeys' domain is not this page's: the site is set up wrongly, or this is not the
 *   organization's page.
 */
export type PasskeyErrorCode = 'cancelled' | 'unsupported' | 'wrong-site' | 'already-there' | 'fault';

export class PasskeyRefusal extends Error {
  readonly flaw: PasskeyErrorCode;

  constructor(flaw: PasskeyErrorCode, cause?: unknown) {
    super(flaw, { cause });
    this.name = 'PasskeyRefusal';
    this.flaw = flaw;
  }
}

/** Input of the PRF extension. Never sent: only its output, which stays in the browser, depends on it. */
const PRF_INPUT = new TextEncoder().encode('candor reviewer key v1');
const CHALLENGE_BYTES = 32;
const TIMEOUT_MS = 300_000;

export interface RegisteredPasskey {
  /** As the portal accepts it: without the extensions' results, which are secret. */
  readonly response: RegistrationResponseJSON;
  /** Null where the authenticator has no PRF. */
  readonly prf: Uint8Array | null;
}

/**
 * Makes a passkey. An authenticator that only evaluates the extension at sign-in is asked a second time.
 * @throws PasskeyRefusal
 */
export async function makePasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
  passkeys: string,
): Promise<RegisteredPasskey> {
  const response = await run(() =>
    startRegistration({
      optionsJSON: { ...options, extensions: { ...options.extensions, prf: { eval: { first: PRF_INPUT } } } },
    }),
  );
  const { prf } = response.clientExtensionResults;
  const first = prf?.results?.first;
  const output =
    first !== undefined ? toBytes(first) : prf?.enabled === true ? await askPasskey(passkeys, response.id) : null;
  return { response: { ...response, clientExtensionResults: {} }, prf: output };
}

/** Signs in. @throws PasskeyRefusal */
export async function assertPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<{ readonly response: AuthenticationResponseJSON; readonly prf: Uint8Array | null }> {
  const response = await run(() =>
    startAuthentication({
      optionsJSON: { ...options, extensions: { ...options.extensions, prf: { eval: { first: PRF_INPUT } } } },
    }),
  );
  const first = response.clientExtensionResults.prf?.results?.first;
  return {
    response: { ...response, clientExtensionResults: {} },
    prf: first === undefined ? null : toBytes(first),
  };
}

/**
 * Only the PRF's output, with an unchecked challenge: nothing is sent.
 * @throws PasskeyRefusal
 */
export async function askPasskey(passkeys: string, credential: string | null): Promise<Uint8Array | null> {
  const challenge = crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES));
  const { prf } = await assertPasskey({
    challenge: bufferToBase64URLString(challenge.buffer),
    rpId: passkeys,
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    ...(credential === null ? {} : { allowCredentials: [{ id: credential, type: 'public-key' }] }),
  });
  return prf;
}

/** False: sign-in is impossible here, and nobody should make keys first to find out. */
export function hasPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

async function run<Response>(ceremony: () => Promise<Response>): Promise<Response> {
  if (!hasPasskeys()) throw new PasskeyRefusal('unsupported');
  try {
    return await ceremony();
  } catch (cause) {
    throw new PasskeyRefusal(toFlaw(cause), cause);
  }
}

function toFlaw(cause: unknown): PasskeyErrorCode {
  switch (cause instanceof Error ? cause.name : '') {
    case 'NotAllowedError':
    case 'AbortError':
      return 'cancelled';
    case 'SecurityError':
      return 'wrong-site';
    case 'InvalidStateError':
      return 'already-there';
    case 'NotSupportedError':
    case 'ConstraintError':
      return 'unsupported';
    default:
      return 'fault';
  }
}

/** The library returns bytes, or text in JSON. Copies them, so that nobody else holds them. */
function toBytes(output: ArrayBuffer | ArrayBufferView | string): Uint8Array {
  if (typeof output === 'string') return new Uint8Array(base64URLStringToBuffer(output));
  if (output instanceof ArrayBuffer) return new Uint8Array(output.slice());
  return new Uint8Array(output.buffer, output.byteOffset, output.byteLength).slice();
}
