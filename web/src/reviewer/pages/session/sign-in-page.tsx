import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { canKeep } from './kept-on-device.ts';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { useAction } from './use-action.ts';

/** The sign-in page, in place of the requested one. */
export function SignInPage(): ReactElement {
  const words = useWords('session');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { state, signIn } = useSession();
  const { isBusy, flaw, run } = useAction();
  if (state.is === 'locked') return <LockedPage />;
  const why = state.is === 'signed-out' ? state.why : 'first';
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={fill(words.question, { organization })}>
        {words.answers[why]}
      </AnswerHeading>
      <p className={styles['lead']}>{words.lead[why]}</p>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={() => run(signIn)}>
        {isBusy ? words.signingIn : words.signIn}
      </Button>
      <ul className={styles['others']}>
        <li>
          {words.firstTime} <Link to={paths.enroll}>{words.enroll}</Link>
        </li>
        <li>
          {words.lostPasskey} <Link to={paths.recover}>{words.recover}</Link>
        </li>
        <li>
          {words.keyFile} <Link to={paths.files}>{words.openFiles}</Link>
        </li>
        <li className={styles['quiet']}>{words.withoutBrowser}</li>
        {!canKeep() && <li className={styles['quiet']}>{words.privateMode}</li>}
      </ul>
    </div>
  );
}

/** Signed in with a passkey that cannot unwrap: needs the recovery key. */
function LockedPage(): ReactElement {
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
