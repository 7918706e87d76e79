import type { ReactElement } from 'react';
import { ChipPopover } from './chip-popover.tsx';
import { PlainChoice } from './facet-choice.tsx';

/** Which of the optional columns are shown. */
export function ColumnChoice<Id extends string>(props: {
  readonly label: string;
  readonly columns: readonly { readonly id: Id; readonly name: string }[];
  readonly hidden: ReadonlySet<Id>;
  readonly onChange: (hidden: ReadonlySet<Id>) => void;
}): ReactElement {
  const { hidden } = props;
  return (
    <ChipPopover label={props.label} isPlain>
      {props.columns.map(({ id, name }) => (
        <PlainChoice
          key={id}
          isChosen={!hidden.has(id)}
          onChoose={() => {
            const after = new Set(hidden);
            if (!after.delete(id)) after.add(id);
            props.onChange(after);
          }}
        >
          {name}
        </PlainChoice>
      ))}
    </ChipPopover>
  );
}
