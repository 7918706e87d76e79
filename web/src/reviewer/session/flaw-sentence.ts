import { useFormat, useWords } from '../app/language-context.tsx';
import { useSettings } from '../app/settings-context.tsx';
import { KeyZoneRefusal } from '../keys/protocol.ts';
import { PasskeyRefusal } from './passkey.ts';
import { PortalRefusal } from './portal-refusal.ts';
import { sessionWording } from './words/wording.ts';

/** What to say of something that was thrown while one signs in or enrolls. */
export function useFlawSentence(): (thrown: unknown) => string {
  const words = useWords(sessionWording);
  const { fill } = useFormat();
  const { organization, passkeys } = useSettings();
  const values = { organization, domain: passkeys };
  return (thrown) => {
    if (thrown instanceof PortalRefusal) return fill(words.portalFlaws[thrown.flaw], values);
    if (thrown instanceof PasskeyRefusal) return fill(words.passkeyFlaws[thrown.flaw], values);
    if (thrown instanceof KeyZoneRefusal) return fill(toKeySentence(thrown, words), values);
    return words.otherFault;
  };
}

/** The zone's own calls to the portal fail for the portal's reasons. */
function toKeySentence(
  { flaw }: KeyZoneRefusal,
  words: Pick<(typeof sessionWording)['english'], 'keyFlaws' | 'portalFlaws' | 'otherFault'>,
): string {
  const ofPortal = Object.entries(words.portalFlaws).find(([name]) => name === flaw)?.[1];
  return words.keyFlaws[flaw] ?? ofPortal ?? words.otherFault;
}
