import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { judgeTypedCode } from '../../../ui/typed-code.ts';
import { makePasskey } from '../../portal/passkey.ts';
import type { SignCall } from '../../portal/portal-access.ts';
import { paths } from '../address/paths.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { useAction } from '../session/use-action.ts';
import styles from './files.module.css';

/**
 * Keys of a key file: their recovery key is told and asked back, then a passkey is made and registered by a call that
 * they sign.
 */
export function RegisterTaken({ recovery }: { readonly recovery: string }): ReactElement {
  const words = useWords('files');
  const codeWords = useWords('codeWords');
  const { passkeys } = useSettings();
  const keyWorker = useKeyWorker();
  const { portal } = useSession();
  const { isBusy, flaw, run } = useAction();
  const [typed, setTyped] = useState('');
  const [outcome, setOutcome] = useState<'none' | 'wrong' | 'done'>('none');
  const judged = judgeTypedCode(codeWords, typed);
  const make = async (): Promise<void> => {
    const { state } = await keyWorker.call('check-recovery', { typed });
    setOutcome(state === 'right' ? 'none' : 'wrong');
    if (state !== 'right') return;
    const sign: SignCall = async (call) => (await keyWorker.call('sign-call', call)).fields;
    const { response, prf } = await makePasskey(await portal.passkeyOptions(sign), passkeys);
    const { wrapped, place } = await keyWorker.call('wrap', { prf });
    await portal.registerPasskey({ response, wrapped, place }, sign);
    await keyWorker.call('lock', {});
    setOutcome('done');
  };
  if (outcome === 'done') {
    return (
      <div className={styles['page']}>
        <h1 className="unseen">{words.passkey}</h1>
        <NoticeLine kind="passed">{words.done}</NoticeLine>
        <p>
          <Link to={paths.overview}>{words.signIn}</Link>
        </p>
      </div>
    );
  }
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.recovery}>
        <span className={styles['recovery']}>{recovery}</span>
      </AnswerHeading>
      <p className={styles['lead']}>{words.recoveryLead}</p>
      <TextField
        label={words.typeBack}
        hint={judged.text}
        slip={judged.isSlip ? judged.text : null}
        value={typed}
        onChange={setTyped}
        isCode
      />
      {outcome === 'wrong' && <NoticeLine kind="refused">{words.wrong}</NoticeLine>}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <Button kind="primary" size="deciding" whyNot={isBusy || !judged.isWhole ? '' : null} onPress={() => run(make)}>
        {words.make}
      </Button>
    </div>
  );
}
