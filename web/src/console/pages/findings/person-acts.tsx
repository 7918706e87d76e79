import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { SelectionBar } from '../../../ui/react/selection-bar.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { useAct } from '../../act/use-act.ts';
import { useWords } from '../../base/words.ts';
import type { Asked } from '../../desk/use-answer.ts';

/** A person who was chosen. */
export interface ChosenPerson {
  readonly person: string;
  readonly name: string;
}

interface PersonActsProps {
  readonly incident: string;
  readonly asked: Pick<Asked<unknown>, 'seen' | 'askAgain'>;
  readonly chosen: readonly ChosenPerson[];
  readonly onClear: () => void;
}

/** Merges the chosen persons, splits one, and undoes what was decided last. */
export function PersonActs(props: PersonActsProps): ReactElement {
  const { chosen, onClear, asked } = props;
  const words = useWords().peoplePage.decide;
  const { count, fill } = useFormat();
  const [open, setOpen] = useState<'merge' | 'split' | 'undo' | null>(null);
  const [made, setMade] = useState<{ readonly number: number; readonly sequence: number } | null>(null);
  const onDone = (sequence: number | null, number: number): void => {
    setMade(sequence === null ? null : { number, sequence });
    setOpen(null);
    onClear();
    asked.askAgain();
  };
  return (
    <>
      {made !== null && (
        <NoticeLine
          kind="passed"
          action={
            <Button kind="link" onPress={() => setOpen('undo')}>
              {words.undo}
            </Button>
          }
        >
          {fill(words.done, { number: String(made.number) })}
        </NoticeLine>
      )}
      {chosen.length > 0 && (
        <SelectionBar
          text={count(words.chosen, chosen.length)}
          clear={words.clear}
          all={null}
          isLine
          onClear={onClear}
          acts={[
            {
              id: 'merge',
              label: count(words.merge, chosen.length),
              whyNot: chosen.length < 2 ? words.twoNeeded : null,
              onPress: () => setOpen('merge'),
            },
            {
              id: 'split',
              label: words.split,
              whyNot: chosen.length === 1 ? null : words.oneNeeded,
              onPress: () => setOpen('split'),
            },
          ]}
        />
      )}
      {open === 'merge' && <Join {...props} act="merge" onDone={onDone} onClose={() => setOpen(null)} />}
      {open === 'split' && <Join {...props} act="split" onDone={onDone} onClose={() => setOpen(null)} />}
      {open === 'undo' && made !== null && (
        <Undo {...props} made={made} onDone={() => onDone(null, 0)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Join(
  props: PersonActsProps & {
    readonly act: 'merge' | 'split';
    readonly onDone: (sequence: number, number: number) => void;
    readonly onClose: () => void;
  },
): ReactElement {
  const { act, chosen, asked } = props;
  const words = useWords().peoplePage.decide;
  const { count, fill } = useFormat();
  const acting = useAct(props.incident, `findings.${act}`, ({ sequence, decision }) =>
    props.onDone(sequence, decision.number),
  );
  const names = chosen.map(({ name }) => name).join(', ');
  const isMerge = act === 'merge';
  return (
    <ActDialog
      title={isMerge ? words.mergeTitle : words.splitTitle}
      effects={[
        isMerge ? count(words.mergeEffect, chosen.length) : fill(words.splitEffect, { name: names }),
        ...(isMerge ? chosen.map(({ person, name }) => `${name} (${person})`) : []),
        words.figures,
        words.later,
      ]}
      confirm={isMerge ? count(words.merge, chosen.length) : words.split}
      takesWhy
      yours={fill(isMerge ? words.oneOf : words.several, { names })}
      acting={acting}
      onAct={(why) => acting.act({ persons: chosen.map(({ person }) => person), why }, asked.seen)}
      onRead={asked.askAgain}
      onClose={props.onClose}
    />
  );
}

function Undo(
  props: PersonActsProps & {
    readonly made: { readonly number: number; readonly sequence: number };
    readonly onDone: () => void;
    readonly onClose: () => void;
  },
): ReactElement {
  const { made, asked } = props;
  const words = useWords().peoplePage.decide;
  const { fill } = useFormat();
  const acting = useAct(props.incident, 'findings.undo', props.onDone);
  return (
    <ActDialog
      title={words.undoTitle}
      effects={[fill(words.undoEffect, { number: String(made.number) }), words.figures]}
      confirm={words.undoConfirm}
      takesWhy
      yours={words.undo}
      acting={acting}
      onAct={(why) => acting.act({ number: made.sequence, why }, asked.seen)}
      onRead={asked.askAgain}
      onClose={props.onClose}
    />
  );
}
