import { type ReactElement, type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { clipText } from '../../clip-text.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { ChipPopover } from './chip-popover.tsx';
import styles from './filter.module.css';

export interface FilterWords {
  readonly label: string;
  /** On a phone: opens all groups. */
  readonly open: string;
  /** On a phone: closes them and says how many rows are left. */
  readonly apply: string;
  readonly clear: string;
}

/** Choices that belong together. */
export interface FilterGroup {
  readonly name: string;
  readonly label: string;
  readonly isSet: boolean;
  readonly content: ReactNode;
  readonly onClear: () => void;
}

/** Something that is set outside the groups, or a summary of a group that is always in sight; a press removes it. */
export interface FilterChip {
  readonly name: string;
  readonly label: string;
  readonly onRemove: () => void;
}

export interface FilterBarProps {
  readonly words: FilterWords;
  /** All rows without a filter, with their number. */
  readonly all?: { readonly label: string; readonly isSet: boolean; readonly onPress: () => void };
  readonly groups: readonly FilterGroup[];
  readonly chips?: readonly FilterChip[];
  readonly isNarrow: boolean;
  /** Wide pages may show the groups beside the table: then only a phone opens them from here. */
  readonly isBeside?: boolean;
  /** On a phone, where no head offers it. */
  readonly order?: { readonly label: string; readonly onPress: () => void };
  /** Groups are counted only while they are open. */
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Columns, export, saved views. */
  readonly children?: ReactNode;
}

const toChip = (isSet: boolean): string => (isSet ? `${styles['chip']} ${styles['set']}` : (styles['chip'] ?? ''));

/** What is shown of all rows, and how to change it. */
export function FilterBar({ words, all, groups, chips = [], isNarrow, ...props }: FilterBarProps): ReactElement {
  const { isBeside = false, order, onOpenChange, children } = props;
  const [isOpen, setOpen] = useState(false);
  const open = (is: boolean): void => {
    setOpen(is);
    onOpenChange?.(is);
  };
  const everything = all !== undefined && (
    <AriaButton className={toChip(all.isSet)} onPress={all.onPress}>
      {all.label}
    </AriaButton>
  );
  const removable = chips.map(({ name, label, onRemove }) => (
    <AriaButton key={name} className={`${toChip(true)} ${styles['removable']}`} onPress={onRemove}>
      <bdi>{clipText(label, 80)}</bdi> ×
    </AriaButton>
  ));
  if (isNarrow)
    return (
      <fieldset className={styles['bar']} aria-label={words.label}>
        {everything}
        <AriaButton className={toChip(groups.some(({ isSet }) => isSet))} onPress={() => open(true)}>
          {words.open}
        </AriaButton>
        {order !== undefined && (
          <AriaButton className={styles['chip'] ?? ''} onPress={order.onPress}>
            {order.label}
          </AriaButton>
        )}
        {isBeside && removable}
        {children}
        <Dialog title={words.label} isOpen={isOpen} onClose={() => open(false)}>
          <div className={styles['all']}>
            {groups.map(({ name, label, content }) => (
              <fieldset key={name} className={styles['group']}>
                <legend>{label}</legend>
                {content}
              </fieldset>
            ))}
          </div>
          <Button kind="primary" onPress={() => open(false)}>
            {words.apply}
          </Button>
        </Dialog>
      </fieldset>
    );
  return (
    <fieldset className={styles['bar']} aria-label={words.label}>
      {everything}
      {!isBeside &&
        groups.map(({ name, label, isSet, content, onClear }) => (
          <ChipPopover key={name} label={label} isSet={isSet} onOpenChange={open}>
            {content}
            {isSet && (
              <Button kind="link" onPress={onClear}>
                {words.clear}
              </Button>
            )}
          </ChipPopover>
        ))}
      {removable}
      <div className={styles['end']}>{children}</div>
    </fieldset>
  );
}
