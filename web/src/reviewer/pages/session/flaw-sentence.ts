import { useFormat } from '../../../ui/react/language.tsx';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { PasskeyRefusal } from '../../portal/passkey.ts';
import { PortalRefusal } from '../../portal/portal-refusal.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';

/** The sentence for an error while signing in or enrolling. */
export function useErrorSentence(): (thrown: unknown) => string {
  const words = useWords('session');
  const flaws = useWords('errors');
  const { fill } = useFormat();
  const { organization, passkeys } = useSettings();
  const values = { organization, domain: passkeys };
  return (thrown) => {
    if (thrown instanceof PortalRefusal) return fill(words.portalFlaws[thrown.flaw], values);
    if (thrown instanceof PasskeyRefusal) return fill(words.passkeyFlaws[thrown.flaw], values);
    if (thrown instanceof KeyWorkerError) return fill(flaws[thrown.flaw], values);
    return words.otherFault;
  };
}
