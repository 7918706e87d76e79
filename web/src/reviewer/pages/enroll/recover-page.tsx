import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { judgeTypedCode } from '../../../ui/typed-code.ts';
import { makePasskey } from '../../portal/passkey.ts';
import { paths } from '../address/paths.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { useAction } from '../session/use-action.ts';
import styles from './steps/enroll-page.module.css';
import { StepForm } from './steps/step-form.tsx';

type Stage =
  | { readonly at: 'typing' }
  | { readonly at: 'found'; readonly fingerprint: string }
  | { readonly at: 'done' };

/** Registers another passkey for existing keys: needs only the recovery key, as much as enrolling did. */
export function RecoverPage(): ReactElement {
  const words = useWords('enroll').recover;
  const [stage, setStage] = useState<Stage>({ at: 'typing' });
  const { fill } = useFormat();
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.question}>
        {stage.at === 'typing' ? words.title : stage.at === 'found' ? words.foundTitle : words.doneTitle}
      </AnswerHeading>
      {stage.at === 'typing' && <TypedRecovery onFound={(fingerprint) => setStage({ at: 'found', fingerprint })} />}
      {stage.at === 'found' && (
        <>
          <p className={styles['lead']}>{fill(words.found, { fingerprint: stage.fingerprint })}</p>
          <NewPasskey onMade={() => setStage({ at: 'done' })} />
        </>
      )}
      {stage.at === 'done' && (
        <>
          <NoticeLine kind="passed">{words.done}</NoticeLine>
          <p>
            <Link to={paths.overview}>{words.signIn}</Link>
          </p>
        </>
      )}
    </div>
  );
}

function TypedRecovery({ onFound }: { readonly onFound: (fingerprint: string) => void }): ReactElement {
  const words = useWords('enroll').recover;
  const keyWorker = useKeyWorker();
  const codeWords = useWords('codeWords');
  const { isBusy, flaw, run } = useAction();
  const [typed, setTyped] = useState('');
  const judged = judgeTypedCode(codeWords, typed);
  return (
    <StepForm
      onSend={() => {
        if (judged.isWhole && !isBusy)
          void run(async () => onFound((await keyWorker.call('recover', { typed })).fingerprint));
      }}
    >
      <p className={styles['lead']}>{words.lead}</p>
      <TextField
        label={words.label}
        value={typed}
        onChange={setTyped}
        hint={judged.text}
        slip={judged.isSlip ? judged.text : null}
        isCode
      />
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" type="submit" whyNot={isBusy || !judged.isWhole ? '' : null}>
          {isBusy ? words.finding : words.find}
        </Button>
      </div>
      <p className={styles['quiet']}>
        {words.lost} <Link to={paths.enroll}>{words.enroll}</Link>
      </p>
    </StepForm>
  );
}

function NewPasskey({ onMade }: { readonly onMade: () => void }): ReactElement {
  const words = useWords('enroll');
  const keyWorker = useKeyWorker();
  const { portal } = useSession();
  const { passkeys } = useSettings();
  const { isBusy, flaw, run } = useAction();
  const make = async (): Promise<void> => {
    const sign: Parameters<typeof portal.passkeyOptions>[0] = async (call) =>
      (await keyWorker.call('sign-call', call)).fields;
    const { response, prf } = await makePasskey(await portal.passkeyOptions(sign), passkeys);
    const { wrapped, place } = await keyWorker.call('wrap', { prf });
    await portal.registerPasskey({ response, wrapped, place }, sign);
    await keyWorker.call('lock', {});
    onMade();
  };
  return (
    <div className={styles['content']}>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={() => run(make)}>
          {isBusy ? words.passkey.making : words.recover.make}
        </Button>
      </div>
    </div>
  );
}
