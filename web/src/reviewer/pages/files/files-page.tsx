import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useId, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { judgeTypedCode } from '../../../ui/typed-code.ts';
import { makePasskey } from '../../portal/passkey.ts';
import type { SignCall } from '../../portal/portal-access.ts';
import { paths } from '../address/paths.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { readTypedFingerprint } from '../base/typed-fingerprint.ts';
import { useSession } from '../session/session-context.tsx';
import { useAction } from '../session/use-action.ts';
import styles from './files.module.css';

/** Files on the person's disk: a key file, and a sealed release. */
export function FilesPage(): ReactElement {
  const words = useWords('files');
  const { fill, number } = useFormat();
  const keyWorker = useKeyWorker();
  const { openFile } = useSession();
  const navigate = useNavigate();
  const [keyFile, setKeyFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const [release, setRelease] = useState<File | null>(null);
  const [recovery, setRecovery] = useState<string | null>(null);
  const opening = useAction();
  const taking = useAction();
  const fingerprint = readTypedFingerprint(typed);
  const whyNot = keyFile === null || fingerprint.state !== 'whole' ? words.missing : null;
  const known = async (): Promise<{ keyFile: string; passphrase: string; keySet: string } | null> =>
    keyFile === null || fingerprint.state !== 'whole'
      ? null
      : { keyFile: await keyFile.text(), passphrase, keySet: fingerprint.fingerprint };
  const open = async (): Promise<void> => {
    const given = await known();
    if (given === null || release === null) return;
    await openFile({ ...given, release });
    await navigate({ to: paths.overview });
  };
  const take = async (): Promise<void> => {
    const given = await known();
    if (given === null) return;
    setRecovery((await keyWorker.call('adopt-keys', { ...given, log: null })).recovery);
  };
  if (recovery !== null) return <RegisterTaken recovery={recovery} />;
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.question}>
        {words.title}
      </AnswerHeading>
      <p className={styles['lead']}>{words.lead}</p>
      <FileField label={words.keyFile} accept=".key,.age,.txt" onChange={setKeyFile} />
      <TextField
        label={words.passphrase}
        hint={words.passphraseHint}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
      />
      <TextField
        label={words.keySet}
        hint={fill(words.keySetHint, {
          entered: number(
            fingerprint.state === 'typing' ? fingerprint.entered : fingerprint.state === 'whole' ? 32 : 0,
          ),
        })}
        slip={fingerprint.state === 'slip' ? fill(words.keySetSlip, { group: number(fingerprint.group) }) : null}
        value={typed}
        onChange={setTyped}
        isCode
      />
      <section aria-labelledby="from-disk" className={styles['part']}>
        <h2 id="from-disk">{words.read}</h2>
        <p>{words.readLead}</p>
        <FileField label={words.release} accept=".candor,.tar" onChange={setRelease} />
        {opening.flaw !== null && <NoticeLine kind="refused">{opening.flaw}</NoticeLine>}
        <Button
          kind="primary"
          size="deciding"
          whyNot={opening.isBusy || (whyNot === null && release === null) ? '' : whyNot}
          onPress={() => opening.run(open)}
        >
          {opening.isBusy ? words.opening : words.open}
        </Button>
      </section>
      <section aria-labelledby="for-passkey" className={styles['part']}>
        <h2 id="for-passkey">{words.passkey}</h2>
        <p>{words.passkeyLead}</p>
        {taking.flaw !== null && <NoticeLine kind="refused">{taking.flaw}</NoticeLine>}
        <Button whyNot={taking.isBusy ? '' : whyNot} onPress={() => taking.run(take)}>
          {taking.isBusy ? words.taking : words.take}
        </Button>
      </section>
    </div>
  );
}

/** The browser's own file field: works by keyboard and accepts dropped files. */
function FileField(props: {
  readonly label: string;
  readonly accept: string;
  readonly onChange: (file: File | null) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className={styles['file']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={({ target }) => props.onChange(target.files?.item(0) ?? null)}
      />
    </div>
  );
}

/**
 * Adopts keys of a key file: shows their recovery key and asks for it, then registers a passkey by a call signed with
 * them.
 */
function RegisterTaken({ recovery }: { readonly recovery: string }): ReactElement {
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
