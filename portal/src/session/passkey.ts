import { readBase64Url } from '@candor/core/ledger';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { ChallengeUse } from '../service/challenges.ts';
import type { Portal } from '../service/portal.ts';
import type { Passkey } from '../store/portal-store.ts';

/** Time for a touch or a PIN. */
const TIMEOUT_MS = 300_000;

type Ceremony = Pick<Portal, 'settings' | 'challenges' | 'clock' | 'store'>;

/** The user handle is the signing key itself: it is public and reveals no count of people. */
export async function makeRegistrationOptions(
  { settings, challenges, clock }: Ceremony,
  sign: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: settings.organization,
    rpID: settings.passkeys,
    userName: settings.organization,
    userID: toOwned(readBase64Url(sign)),
    challenge: toOwned(readBase64Url(challenges.give({ use: 'register', sign }, clock()))),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  });
}

export async function makeSignInOptions({
  settings,
  challenges,
  clock,
}: Ceremony): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: settings.passkeys,
    challenge: toOwned(readBase64Url(challenges.give({ use: 'sign-in' }, clock()))),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
  });
}

/** The passkey made for this key with our challenge; otherwise null. */
export async function checkRegistration(
  ceremony: Ceremony,
  sign: string,
  response: RegistrationResponseJSON,
): Promise<Omit<Passkey, 'wrapped' | 'place'> | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      ...toExpected(ceremony, { use: 'register', sign }),
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credential: id, sign, publicKey, counter };
  } catch {
    // The library throws for every invalid answer; its messages contain what was sent.
    return null;
  }
}

/** The signing key of the passkey's owner; null for anything invalid. */
export async function checkAuthentication(
  ceremony: Ceremony,
  response: AuthenticationResponseJSON,
): Promise<string | null> {
  const { persons } = ceremony.store;
  const passkey = await persons.findPasskey(response.id);
  if (passkey === null) return null;
  const { credential: id, publicKey, counter, sign } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      ...toExpected(ceremony, { use: 'sign-in' }),
      credential: { id, publicKey: toOwned(publicKey), counter },
      requireUserVerification: true,
    });
    if (!verified) return null;
    await persons.countUse(id, authenticationInfo.newCounter);
    return sign;
  } catch {
    return null;
  }
}

function toExpected(
  { settings, challenges, clock }: Ceremony,
  use: ChallengeUse,
): { expectedChallenge: (challenge: string) => boolean; expectedOrigin: string; expectedRPID: string } {
  return {
    expectedChallenge: (challenge) => challenges.take(challenge, use, clock()),
    expectedOrigin: settings.app,
    expectedRPID: settings.passkeys,
  };
}

/** A copy with its own memory, as the library requires. */
function toOwned(bytes: Uint8Array | null): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes ?? []);
}
