import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { CheckList } from './check-list.tsx';
import { OwnFingerprint } from './own-fingerprint.tsx';
import { SaveProofs } from './save-proofs.tsx';
import styles from './trust.module.css';
import { useTrust } from './use-trust.ts';

/** The checks beside another page, where there is room for them. */
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
