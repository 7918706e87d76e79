import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { TextField } from '../../../../ui/react/text-field.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useAction } from '../../session/use-action.ts';
import styles from './enroll-page.module.css';
import { StepForm } from './step-form.tsx';
import type { EnrollmentActions } from './use-enrollment.ts';

/** A reloaded page has no keys: the passkey opens them, or otherwise the recovery key. */
export function UnlockFirst(props: {
  readonly hasPasskey: boolean;
  readonly actions: EnrollmentActions;
  readonly onOpen: () => void;
}): ReactElement {
  const words = useWords('enroll').waiting;
  const { locked } = useWords('session');
  const { isBusy, flaw, run } = useAction();
  const [typed, setTyped] = useState('');
  const open = (recovery: string | null): Promise<void> =>
    run(async () => {
      await props.actions.unlock(recovery);
      props.onOpen();
    });
  return (
    <StepForm
      onSend={() => {
        if (!isBusy) void open(typed);
      }}
    >
      <p className={styles['lead']}>{words.unlockLead}</p>
      {props.hasPasskey ? (
        <div className={styles['choices']}>
          <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={() => open(null)}>
            {words.unlock}
          </Button>
        </div>
      ) : (
        <>
          <TextField label={locked.label} hint={locked.hint} value={typed} onChange={setTyped} isCode />
          <div className={styles['choices']}>
            <Button kind="primary" size="deciding" type="submit" whyNot={isBusy || typed.trim() === '' ? '' : null}>
              {isBusy ? locked.opening : locked.open}
            </Button>
          </div>
        </>
      )}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
    </StepForm>
  );
}
