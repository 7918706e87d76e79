import { useCallback, useEffect, useState } from 'react';
import { browserCryptography } from '../../platform/browser-cryptography.ts';
import { browserRuntime } from '../../platform/browser-runtime.ts';
import { useSession } from '../session/session-context.tsx';
import { type PartyPeople, type Primitives, toPartyPeople } from './party-people.ts';

export const primitives: Primitives = {
  sha256Hex: browserRuntime.sha256Hex,
  verifyEd25519: browserCryptography.verifyEd25519,
};

export type PartyState =
  | { readonly is: 'loading' }
  | { readonly is: 'loaded'; readonly people: PartyPeople }
  | { readonly is: 'failed'; readonly thrown: unknown };

/** The party's people as the portal lists them now; `reload` asks again and keeps what is shown until the answer is there. A nominator's alone. */
export function useParty(): { readonly state: PartyState; readonly reload: () => void } {
  const { portal, state: session } = useSession();
  const [state, setState] = useState<PartyState>({ is: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const own = session.is === 'signed-in' ? session.fingerprint : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (own === null) return;
    let isHere = true;
    portal
      .party()
      .then((view) => toPartyPeople(primitives, view, own))
      .then(
        (people) => isHere && setState({ is: 'loaded', people }),
        (thrown: unknown) => isHere && setState({ is: 'failed', thrown }),
      );
    return () => {
      isHere = false;
    };
  }, [portal, own, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { state, reload };
}
