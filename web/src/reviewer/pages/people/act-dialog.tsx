import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import type { RequestToSign } from '../../bridge/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import type { Person } from './party-people.ts';
import styles from './people.module.css';
import type { PersonAct } from './person-status.ts';

/** Two steps: what will happen, point by point; then a sentence with the fingerprint, and the button that signs. */
export function ActDialog(props: {
  readonly decision: Decision;
  readonly values: Readonly<Record<string, string>>;
  /** @throws the refusal of portal or key worker */
  readonly onDecide: () => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactElement {
  const words = useWords('people');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  const { act, person } = props.decision;
  const said = words.acts[act];
  const values = { ...props.values, name: person.name, fingerprint: person.fingerprint };
  const decide = async (): Promise<void> => {
    setBusy(true);
    setFlaw(null);
    try {
      await props.onDecide();
    } catch (thrown) {
      setFlaw(`${toSentence(thrown)} ${words.kept}`);
      setBusy(false);
    }
  };
  return (
    <Dialog title={fill(said.title, values)} isOpen onClose={props.onClose}>
      {isSure ? (
        <p className={styles['sure']}>{fill(said.sure, values)}</p>
      ) : (
        <>
          <ul className={styles['happens']}>
            {said.happens.map((sentence) => (
              <li key={sentence}>{fill(sentence, values)}</li>
            ))}
          </ul>
          {props.children}
        </>
      )}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['decide']}>
        {isSure ? (
          <Button
            kind={act === 'nominate' || act === 'withdraw' ? 'primary' : 'stop'}
            size="deciding"
            whyNot={isBusy ? '' : null}
            onPress={decide}
          >
            {isBusy ? words.signing : fill(said.press, values)}
          </Button>
        ) : (
          <Button kind="primary" size="deciding" onPress={() => setSure(true)}>
            {words.goOn}
          </Button>
        )}
        <Button size="deciding" onPress={isSure ? () => setSure(false) : props.onClose}>
          {words.back}
        </Button>
      </div>
    </Dialog>
  );
}

/** What is about to be signed. */
export interface Decision {
  readonly act: PersonAct;
  readonly person: Person;
  readonly relation: 'own' | 'representative';
}

/** What a decision signs (docs/formats/proof.md). Null if it lacks its subject. */
export function toRequest({ act, person, relation }: Decision, party: string): RequestToSign | null {
  const enrollment = person.enrollment?.request ?? null;
  switch (act) {
    case 'nominate':
      return enrollment === null
        ? null
        : { kind: 'nomination', party, reviewer: person.fingerprint, enrollment, relation };
    case 'object':
      return enrollment === null ? null : { kind: 'objection', party, enrollment };
    case 'withdraw':
    case 'revoke':
    case 'leave':
      return { kind: 'revocation', party, reviewer: person.fingerprint };
    case 'transfer':
      return { kind: 'transfer', party, reviewer: person.fingerprint };
  }
}
