import type { ReactElement } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useAction } from '../../session/use-action.ts';
import styles from './enroll-page.module.css';
import { UnlockFirst } from './unlock-first.tsx';
import { useAreKeysOpen } from './use-are-keys-open.ts';
import type { EnrollmentActions } from './use-enrollment.ts';

/** Signs in and wraps the keys. After a reload the recovery key opens them first: nothing else can yet. */
export function PasskeyStep({ actions }: { readonly actions: EnrollmentActions }): ReactElement | null {
  const words = useWords('enroll').passkey;
  const { isBusy, flaw, run } = useAction();
  const [areOpen, sayOpen] = useAreKeysOpen();
  if (areOpen === null) return null;
  if (!areOpen) return <UnlockFirst hasPasskey={false} actions={actions} onOpen={sayOpen} />;
  return (
    <div className={styles['content']}>
      <p className={styles['lead']}>{words.lead}</p>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={() => run(actions.makePasskey)}>
          {isBusy ? words.making : words.make}
        </Button>
      </div>
    </div>
  );
}
