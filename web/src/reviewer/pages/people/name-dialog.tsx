import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { useWords } from '../base/language-context.tsx';
import { readTypedFingerprint } from '../base/typed-fingerprint.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import type { Decision } from './act-dialog.tsx';
import type { Person } from './party-people.ts';
import styles from './people.module.css';
import { toPersonStatus } from './person-status.ts';

/**
 * Nomination starts with the fingerprint, typed as its owner reads it aloud; only then the page shows whose it is.
 * Picking from a list would approve whatever key the list shows. The portal is asked for a person whom strangers
 * displaced from the list.
 */
export function NameDialog(props: {
  readonly people: readonly Person[];
  /** Settles when the owner of these keys is among `people`, or does not exist. */
  readonly onLookUp: (fingerprint: string) => Promise<void>;
  readonly onFound: (decision: Decision) => void;
  readonly onClose: () => void;
}): ReactElement {
  const words = useWords('people');
  const { fill } = useFormat();
  const [typed, setTyped] = useState('');
  const [relation, setRelation] = useState<'own' | 'representative'>('own');
  const toSentence = useErrorSentence();
  const found = findNamed(props.people, typed);
  const asked = useLookUp(found.is === 'unknown' ? found.fingerprint : null, props.onLookUp);
  const said = words.typed;
  const { slip, hint } = ((): { readonly slip: string | null; readonly hint: string } => {
    switch (found.is) {
      case 'typing':
        return {
          slip: null,
          hint: found.entered === 0 ? said.hint : fill(said.entered, { entered: String(found.entered) }),
        };
      case 'slip':
        return { slip: fill(said.slip, { group: String(found.group) }), hint: '' };
      case 'too-long':
        return { slip: said.tooLong, hint: '' };
      case 'unknown':
        if (asked === null) return { slip: null, hint: said.asking };
        if (asked.thrown !== null) return { slip: fill(words.failed, { flaw: toSentence(asked.thrown) }), hint: '' };
        return { slip: said.unknown, hint: '' };
      case 'reads':
        return { slip: fill(said.alreadyReads, { name: found.person.name }), hint: '' };
      case 'not-waiting':
        return { slip: fill(said.notWaiting, { name: found.person.name }), hint: '' };
      case 'waits':
        return {
          slip: null,
          hint: fill(said.itIs, { name: found.person.name, address: found.person.address ?? words.noAddress }),
        };
    }
  })();
  const isWaiting = props.people.some((person) => toPersonStatus(person).is === 'unnamed');
  return (
    <Dialog title={words.name.replace('…', '')} isOpen onClose={props.onClose}>
      {!isWaiting && <p>{words.nobodyToName}</p>}
      <TextField label={said.label} value={typed} onChange={setTyped} isCode hint={hint} slip={slip} />
      <fieldset className={styles['relation']}>
        <legend>{words.relation.label}</legend>
        {(['own', 'representative'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="relation" checked={relation === one} onChange={() => setRelation(one)} />
            {words.relation[one]}
          </label>
        ))}
      </fieldset>
      <div className={styles['decide']}>
        <Button
          kind="primary"
          size="deciding"
          whyNot={found.is === 'waits' ? null : ''}
          onPress={() => {
            if (found.is === 'waits') props.onFound({ act: 'nominate', person: found.person, relation });
          }}
        >
          {words.goOn}
        </Button>
        <Button size="deciding" onPress={props.onClose}>
          {words.back}
        </Button>
      </div>
    </Dialog>
  );
}

interface Asked {
  readonly fingerprint: string;
  /** Null when the portal answered. */
  readonly thrown: unknown;
}

/** Asks the portal once for a completely typed fingerprint; null while nothing is asked or answered. */
function useLookUp(fingerprint: string | null, lookUp: (fingerprint: string) => Promise<void>): Asked | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  const isAnswered = fingerprint !== null && asked?.fingerprint === fingerprint;
  useEffect(() => {
    if (fingerprint === null || isAnswered) return;
    let isHere = true;
    lookUp(fingerprint).then(
      () => isHere && setAsked({ fingerprint, thrown: null }),
      (thrown: unknown) => isHere && setAsked({ fingerprint, thrown }),
    );
    return () => {
      isHere = false;
    };
  }, [fingerprint, isAnswered, lookUp]);
  return isAnswered ? asked : null;
}

type FoundPerson =
  | { readonly is: 'typing'; readonly entered: number }
  | { readonly is: 'slip'; readonly group: number }
  | { readonly is: 'too-long' }
  | { readonly is: 'unknown'; readonly fingerprint: string }
  | { readonly is: 'waits' | 'reads' | 'not-waiting'; readonly person: Person };

function findNamed(people: readonly Person[], typed: string): FoundPerson {
  const read = readTypedFingerprint(typed);
  switch (read.state) {
    case 'typing':
      return { is: 'typing', entered: read.entered };
    case 'slip':
      return { is: 'slip', group: read.group };
    case 'too-long':
      return { is: 'too-long' };
    case 'whole': {
      const person = people.find(({ fingerprint }) => fingerprint === read.fingerprint);
      if (person === undefined) return { is: 'unknown', fingerprint: read.fingerprint };
      if (person.role !== null) return { is: 'reads', person };
      return { is: toPersonStatus(person).is === 'unnamed' ? 'waits' : 'not-waiting', person };
    }
  }
}
