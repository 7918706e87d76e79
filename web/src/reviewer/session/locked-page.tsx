import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import { Button } from '../../ui/react/button.tsx';
import { TextField } from '../../ui/react/text-field.tsx';
import { useWords } from '../base/language-context.tsx';
import { useFlawSentence } from './flaw-sentence.ts';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { sessionWording } from './words/wording.ts';

/** Signed in with a passkey that cannot unwrap: the recovery key does it. */
export function LockedPage(): ReactElement {
  const words = useWords(sessionWording);
  const { unlock } = useSession();
  const toSentence = useFlawSentence();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    setFlaw(null);
    try {
      await unlock({ kind: 'recovery', typed });
    } catch (thrown) {
      setFlaw(toSentence(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles['page']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
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
