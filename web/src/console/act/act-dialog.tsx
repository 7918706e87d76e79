import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { Dialog } from '../../ui/react/dialog.tsx';
import { useFormat } from '../../ui/react/language.tsx';
import { Name } from '../../ui/react/name.tsx';
import { NoticeLine } from '../../ui/react/notice-line.tsx';
import { TextField } from '../../ui/react/text-field.tsx';
import { useWords } from '../base/words.ts';
import type { CallError } from '../client/client.ts';
import styles from './act-dialog.module.css';
import { ChangeTable } from './change-table.tsx';

const REASON_CHARACTERS = 400;

export interface ActDialogProps {
  readonly title: string;
  /** What will happen, each in a sentence with its exact number. */
  readonly effects: readonly string[];
  /** The button's verb and number. */
  readonly confirm: string;
  /** Whether a reason is kept with it. */
  readonly takesWhy: boolean;
  /** Why it cannot be done, besides a missing reason. */
  readonly whyNot?: string | null;
  /** Other fields of the act. */
  readonly children?: ReactNode;
  /** What this person wants, as a value: stands beside what somebody else decided meanwhile. */
  readonly yours: string;
  /** From `useAct`. */
  readonly acting: { readonly isPending: boolean; readonly error: CallError | null; readonly isUnknown: boolean };
  readonly onAct: (why: string) => void;
  /** Reads the page again, where somebody changed what the act is about; what was typed stays. */
  readonly onRead: () => void;
  readonly onClose: () => void;
}

/** Asks before an act, with its exact numbers. A refusal is shown in it, and what was typed stays. */
export function ActDialog(props: ActDialogProps): ReactElement {
  const { acting, takesWhy } = props;
  const words = useWords().actDialog;
  const [why, setWhy] = useState('');
  const isMissing = takesWhy && why.trim() === '';
  const whyNot = acting.isPending ? words.pending : (props.whyNot ?? (isMissing ? words.whyMissing : null));
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={() => {
        if (!acting.isPending) props.onClose();
      }}
    >
      <ul className={styles['effects']}>
        {props.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {props.children}
      {takesWhy && (
        <TextField
          label={words.why}
          hint={words.whyHint}
          value={why}
          onChange={setWhy}
          isRequired
          isFocused
          name="why"
        />
      )}
      {acting.error !== null && <Refused {...props} error={acting.error} />}
      <div className={styles['buttons']}>
        <Button kind="primary" size="deciding" whyNot={whyNot} onPress={() => props.onAct(why)}>
          {acting.isUnknown ? words.askAgain : props.confirm}
        </Button>
        <Button size="deciding" whyNot={acting.isPending ? '' : null} onPress={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

function Refused(props: ActDialogProps & { readonly error: CallError }): ReactElement {
  const { error, acting, yours, onRead } = props;
  const { actDialog: words, desk } = useWords();
  const { fill } = useFormat();
  if (error.code === 'silent') return <NoticeLine kind="wait">{words.lost}</NoticeLine>;
  if (acting.isUnknown) return <NoticeLine kind="wait">{words.unknown}</NoticeLine>;
  if (error.code === 'signed-out')
    return <NoticeLine kind="refused">{`${desk.signedOut} ${desk.signedOutHow}`}</NoticeLine>;
  const { changes } = error;
  return (
    <>
      <NoticeLine
        kind="refused"
        action={
          changes.length === 0 ? undefined : (
            <Button kind="link" onPress={onRead}>
              {words.readAgain}
            </Button>
          )
        }
      >
        {error.code === 'changed'
          ? words.changed
          : error.code === 'refused'
            ? desk.refused
            : fill(words.refused, { code: error.code })}
      </NoticeLine>
      {error.code !== 'changed' && (
        <ul className={styles['effects']}>
          {error.reasons.map((reason) => (
            <li key={reason}>
              <Name text={reason} characters={REASON_CHARACTERS} />
            </li>
          ))}
        </ul>
      )}
      {error.code !== 'changed' && changes.length > 0 && <p>{words.changed}</p>}
      {changes.length > 0 && <ChangeTable changes={changes} yours={yours} />}
    </>
  );
}
