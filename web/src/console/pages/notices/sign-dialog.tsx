import type { CodeAnswer } from '@candor/core/contract/console';
import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { useWords } from '../../base/words.ts';
import { askForCode, CallError } from '../../client/client.ts';
import type { Wave } from './wave.ts';
import styles from './wave-page.module.css';

/** How often the page looks whether the signature has come. */
const LOOK_MS = 4_000;

/** A code for one document and one person, who signs it with the installed program on their own machine. */
export function SignDialog(props: {
  readonly incident: string;
  readonly wave: Wave;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { incident, wave, onChanged, onClose } = props;
  const { wavePage: words } = useWords();
  const { count, fill, number } = useFormat();
  const able = wave.approvers.flatMap(({ name, mayNot }) => (mayNot === null ? [name] : []));
  const [signer, setSigner] = useState(able[0] ?? '');
  const [given, setGiven] = useState<(CodeAnswer & { readonly to: string }) | null>(null);
  const [refused, setRefused] = useState<readonly string[] | null>(null);
  const isSigned = given !== null && wave.approvals.some(({ name }) => name === given.to);
  useEffect(() => {
    if (given === null || isSigned) return;
    const timer = setInterval(onChanged, LOOK_MS);
    return () => clearInterval(timer);
  }, [given, isSigned, onChanged]);
  const ask = (): void => {
    setRefused(null);
    askForCode(incident, { wave: wave.wave, operator: signer, digest: wave.digest }).then(
      (answer) => setGiven({ ...answer, to: signer }),
      (cause: unknown) => setRefused(cause instanceof CallError ? cause.reasons : []),
    );
  };
  const command =
    given === null ? '' : `candor approve ${location.origin}/${given.code} --as '${given.to.replaceAll("'", "'\\''")}'`;
  return (
    <Dialog title={count(words.approve, wave.notices)} isOpen onClose={onClose}>
      <div className={styles['dialog']}>
        <p>{words.sign.how}</p>
        {given === null ? (
          <>
            <label>
              {words.sign.who}{' '}
              <select className="field low" value={signer} onChange={({ target }) => setSigner(target.value)}>
                {able.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <p>
              <Button kind="primary" onPress={ask}>
                {words.sign.ask}
              </Button>
            </p>
          </>
        ) : (
          <>
            <code className={styles['command']}>{command}</code>
            <p>
              <CopyButton text={command} words={words.copying} />
            </p>
            <p>{fill(words.sign.once, { n: number(given.seconds / 60) })}</p>
            <p>
              {words.digest} <code>{wave.digest}</code>
            </p>
            {isSigned ? (
              <NoticeLine kind="passed">{fill(words.sign.signed, { name: given.to })}</NoticeLine>
            ) : (
              <p role="status">{fill(words.sign.waiting, { name: given.to })}</p>
            )}
          </>
        )}
        {refused !== null && <NoticeLine kind="refused">{[words.sign.refused, ...refused].join(' ')}</NoticeLine>}
        <p className="second">{words.sign.page}</p>
      </div>
    </Dialog>
  );
}
