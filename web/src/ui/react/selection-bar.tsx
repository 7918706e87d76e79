import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { LoadingState } from './page-states.tsx';
import styles from './selection-bar.module.css';

/** Something to do with all picked rows. */
export interface BulkAct {
  readonly id: string;
  /** The verb and the number. */
  readonly label: string;
  readonly isPrimary?: boolean;
  /** The reason why it cannot be done with these rows. */
  readonly whyNot?: string | null;
  /** Does it at once: it changes nothing that matters, or asks by itself. */
  readonly onPress?: () => void;
  /** What is asked before it is done. */
  readonly ask?: BulkQuestion;
}

export interface BulkQuestion {
  readonly title: string;
  /** What will happen, each in a sentence with its exact number; null while it is counted. */
  readonly effects: readonly string[] | null;
  /** The button's verb and number. */
  readonly confirm: string;
  /** Fields of the act. */
  readonly fields?: ReactNode;
  readonly whyNot?: string | null;
  readonly words: {
    readonly cancel: string;
    /** While the effects are counted. */
    readonly counting: string;
  };
  /** Counts the effects, when the question opens. */
  readonly onOpen?: () => void;
  readonly onConfirm: () => void;
}

export interface SelectionBarProps {
  /** How many of how many. */
  readonly text: string;
  readonly clear: string;
  /** Picks all that match; null once they are. */
  readonly all: { readonly label: string; readonly onPress: () => void } | null;
  readonly acts: readonly BulkAct[];
  readonly onClear: () => void;
  /** A line among others above the table. */
  readonly isLine?: boolean;
}

/** At the foot of a table, while rows are picked. */
export function SelectionBar({ text, clear, all, acts, onClear, isLine = false }: SelectionBarProps): ReactElement {
  const [asked, setAsked] = useState<string | null>(null);
  const question = acts.find(({ id }) => id === asked)?.ask;
  const clearing = (
    <Button kind="link" size="small" onPress={onClear}>
      {clear}
    </Button>
  );
  return (
    <section className={isLine ? styles['line'] : styles['bar']} aria-label={text}>
      <p className={styles['text']} role="status">
        <b>{text}</b>
      </p>
      {all !== null && (
        <Button kind="link" size="small" onPress={all.onPress}>
          {all.label}
        </Button>
      )}
      {!isLine && clearing}
      <div className={styles['acts']}>
        {acts.map(({ id, label, isPrimary = false, whyNot = null, onPress, ask }) => (
          <Button
            key={id}
            kind={isPrimary ? 'primary' : 'plain'}
            size={isLine ? 'small' : 'usual'}
            whyNot={whyNot}
            onPress={() => {
              onPress?.();
              ask?.onOpen?.();
              if (ask !== undefined) setAsked(id);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      {isLine && clearing}
      {question !== undefined && <BulkDialog question={question} onClose={() => setAsked(null)} />}
    </section>
  );
}

function BulkDialog(props: { readonly question: BulkQuestion; readonly onClose: () => void }): ReactElement {
  const { question, onClose } = props;
  const { effects, words } = question;
  return (
    <Dialog title={question.title} isOpen onClose={onClose}>
      {effects === null ? (
        <LoadingState>{words.counting}</LoadingState>
      ) : (
        <ul className={styles['effects']}>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
      {question.fields}
      <div className={styles['acts']}>
        <Button
          kind="primary"
          size="deciding"
          whyNot={effects === null ? '' : (question.whyNot ?? null)}
          onPress={() => {
            question.onConfirm();
            onClose();
          }}
        >
          {question.confirm}
        </Button>
        <Button size="deciding" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
