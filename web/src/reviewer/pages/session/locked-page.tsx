import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { useAction } from './use-action.ts';

/** Signed in with a passkey that cannot unwrap: the recovery key does it. */
export function LockedPage(): ReactElement {
  const words = useWords('session');
  const { unlock } = useSession();
  const { isBusy, flaw, run } = useAction();
  const [typed, setTyped] = useState('');
  return (
    <form
      className={styles['page']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => unlock({ kind: 'recovery', typed }));
      }}
    >
      <AnswerHeading level={1} question={words.locked.question}>
        {words.locked.title}
      </AnswerHeading>
      <p className={styles['lead']}>{words.locked.lead}</p>
      <TextField
        label={words.locked.label}
        hint={words.locked.hint}
        value={typed}
        onChange={setTyped}
        slip={flaw}
        isCode
      />
      <Button kind="primary" size="deciding" type="submit" whyNot={isBusy || typed.trim() === '' ? '' : null}>
        {isBusy ? words.locked.opening : words.locked.open}
      </Button>
    </form>
  );
}
