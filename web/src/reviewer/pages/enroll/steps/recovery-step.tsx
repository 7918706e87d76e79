import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { CopyButton } from '../../../../ui/react/copy-button.tsx';
import { useFormat } from '../../../../ui/react/language.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { TextField } from '../../../../ui/react/text-field.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import { useAction } from '../../session/use-action.ts';
import styles from './enroll-page.module.css';
import { StepForm } from './step-form.tsx';
import type { EnrollmentActions } from './use-enrollment.ts';

/** Shown once and then asked for: a writing error would otherwise only be noticed when the key is needed. */
export function RecoveryStep(props: { readonly recovery: string; readonly actions: EnrollmentActions }): ReactElement {
  const words = useWords('enroll').recovery;
  const shared = useWords('shared');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const [isWritten, setWritten] = useState(false);
  const groups = props.recovery.split('-');
  if (isWritten) return <AskedBack {...props} groups={groups} onShow={() => setWritten(false)} />;
  return (
    <div className={styles['content']}>
      <p className={styles['lead']}>{fill(words.lead, { organization })}</p>
      <p className={styles['label']} id="recovery-label">
        {words.label}
      </p>
      <div className={styles['recovery']}>
        {/* A list, so that it is read out group by group. */}
        <ol aria-labelledby="recovery-label">
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may be alike, and never move
            <li key={at}>
              <code>{group}</code>
            </li>
          ))}
        </ol>
        <CopyButton text={props.recovery} words={shared} />
      </div>
      <p className={styles['quiet']}>{words.advice}</p>
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" onPress={() => setWritten(true)}>
          {words.written}
        </Button>
      </div>
    </div>
  );
}

/** The two groups asked for: one in each half. */
function chooseGroups(count: number): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint8Array(2));
  const half = Math.floor(count / 2);
  return [first % half, half + (second % (count - half))];
}

function AskedBack(props: {
  readonly groups: readonly string[];
  readonly actions: EnrollmentActions;
  readonly onShow: () => void;
}): ReactElement {
  const words = useWords('enroll').recovery;
  const { fill, number } = useFormat();
  const { isBusy, flaw, run } = useAction();
  const { groups, actions } = props;
  const [asked] = useState(() => chooseGroups(groups.length));
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [isWrong, setWrong] = useState(false);
  const send = async (): Promise<void> => {
    setWrong(false);
    const whole = groups.map((group, at) => (at === asked[0] ? typed[0] : at === asked[1] ? typed[1] : group));
    if (typed.some((group) => group.trim() === '')) setWrong(true);
    else setWrong(!(await actions.send(whole.join('-'))));
  };
  return (
    <StepForm
      onSend={() => {
        if (!isBusy) void run(send);
      }}
    >
      <p className={styles['lead']}>{words.askLead}</p>
      <div className={styles['pair']}>
        <TextField
          label={fill(words.group, { n: number(asked[0] + 1) })}
          value={typed[0]}
          onChange={(text) => setTyped([text, typed[1]])}
          isCode
        />
        <TextField
          label={fill(words.group, { n: number(asked[1] + 1) })}
          value={typed[1]}
          onChange={(text) => setTyped([typed[0], text])}
          isCode
        />
      </div>
      {isWrong && <NoticeLine kind="refused">{words.wrong}</NoticeLine>}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" type="submit" whyNot={isBusy ? '' : null}>
          {isBusy ? words.sending : words.send}
        </Button>
        <Button size="deciding" onPress={props.onShow}>
          {words.showAgain}
        </Button>
      </div>
    </StepForm>
  );
}
