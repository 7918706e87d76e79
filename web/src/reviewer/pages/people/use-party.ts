import type { ListedRequest } from '@candor/core/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserCryptography } from '../../../platform/browser-cryptography.ts';
import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { useSession } from '../session/session-context.tsx';
import { type PartyPeople, type Primitives, toPartyPeople, withFound } from './party-people.ts';

export const primitives: Primitives = {
  sha256Hex: browserRuntime.sha256Hex,
  verifyEd25519: browserCryptography.verifyEd25519,
};

export type PartyState =
  | { readonly is: 'loading' }
  | { readonly is: 'loaded'; readonly people: PartyPeople }
  | { readonly is: 'failed'; readonly thrown: unknown };

export interface Party {
  readonly state: PartyState;
  /** Refreshes; the current list stays until the answer arrives. */
  readonly reload: () => void;
  /** Asks for the owner of these keys and adds them to the people if they exist. */
  readonly lookUp: (fingerprint: string) => Promise<void>;
}

/** The party's people as the portal lists them now. For nominators only. */
export function useParty(): Party {
  const { portal, state: session } = useSession();
  const [state, setState] = useState<PartyState>({ is: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const found = useRef<readonly ListedRequest[]>([]);
  const own = session.is === 'signed-in' ? session.fingerprint : null;
  const load = useCallback(
    async (asked: string): Promise<PartyPeople> =>
      toPartyPeople(primitives, withFound(await portal.party(), found.current), asked),
    [portal],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (own === null) return;
    let isHere = true;
    load(own).then(
      (people) => isHere && setState({ is: 'loaded', people }),
      (thrown: unknown) => isHere && setState({ is: 'failed', thrown }),
    );
    return () => {
      isHere = false;
    };
  }, [load, own, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const lookUp = useCallback(
    async (fingerprint: string) => {
      const enrollments = await portal.partyEnrollments(fingerprint);
      if (enrollments.length === 0 || own === null) return;
      found.current = [...found.current, ...enrollments];
      setState({ is: 'loaded', people: await load(own) });
    },
    [portal, own, load],
  );
  return { state, reload, lookUp };
}
