import { Link } from '@tanstack/react-router';
import { makeZip } from 'client-zip';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { paths } from '../address/paths.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { toSafeName } from '../export/export-name.ts';
import { download } from '../export/saved-file.ts';
import { useRelease } from '../release/release-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import { CheckList } from './check-list.tsx';
import styles from './trust.module.css';
import { useTrust } from './use-trust.ts';

/** The checks beside another page, where there is room. */
export function TrustAside(): ReactElement {
  const words = useWords('trust');
  const { checks, state, openAgain } = useTrust();
  return (
    <aside className={styles['aside']} aria-label={words.question}>
      <CheckList checks={checks} state={state} />
      <div className={styles['buttons']}>
        <Button size="small" onPress={openAgain}>
          {words.checkAgain}
        </Button>
        <SaveProofs size="small" />
      </div>
      <OwnFingerprint />
      <p>
        <Link to={paths.trust}>{words.more}</Link>
      </p>
    </aside>
  );
}

/** Large enough to read aloud. From the own keys, never from the portal. */
export function OwnFingerprint(): ReactElement | null {
  const { fingerprint: words } = useWords('trust');
  const shared = useWords('shared');
  const { state } = useSession();
  if (state.is !== 'signed-in') return null;
  return (
    <section aria-labelledby="own-fingerprint" className={styles['part']}>
      <h2 id="own-fingerprint">{words.title}</h2>
      <p className={styles['fingerprint']}>
        <code>{state.fingerprint}</code>
      </p>
      <p className={styles['fact']}>
        {words.hint} <CopyButton text={state.fingerprint} words={shared} />
      </p>
    </section>
  );
}

/** The papers of the open release as one file. */
export function SaveProofs(props: { readonly size?: 'small' | 'usual' }): ReactElement | null {
  const words = useWords('trust');
  const keyWorker = useKeyWorker();
  const { state } = useRelease();
  const toSentence = useErrorSentence();
  const [flaw, setFlaw] = useState<string | null>(null);
  if (state.is !== 'opened') return null;
  const { party, release } = state.release.manifest;
  const save = async (): Promise<void> => {
    setFlaw(null);
    try {
      const proofs = await keyWorker.call('release-proofs', {});
      const members = Object.entries(proofs).map(([name, text]) => ({
        name,
        input: text,
        lastModified: new Date(1980, 0, 1),
        mode: 0o600,
      }));
      download(await new Response(makeZip(members)).blob(), `${toSafeName(party)}-release-${release}-proofs.zip`);
    } catch (thrown) {
      setFlaw(toSentence(thrown));
    }
  };
  return (
    <>
      <Button size={props.size ?? 'usual'} onPress={save}>
        {words.saveProofs}
      </Button>
      {flaw !== null && <span role="alert">{flaw}</span>}
    </>
  );
}
