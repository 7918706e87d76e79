import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import styles from './filter.module.css';

/** A chip that opens the choices. Stays inside the page's main part, for screen readers. */
export function ChipPopover(props: {
  readonly label: string;
  readonly isSet?: boolean;
  readonly isPlain?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}): ReactElement {
  const { label, isSet = false, isPlain = false, onOpenChange, children } = props;
  const main = document.getElementById('content');
  const classes = [isPlain ? styles['plainChip'] : styles['chip'], isSet ? styles['set'] : ''];
  return (
    <DialogTrigger {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Button className={classes.join(' ')}>{label}</Button>
      <Popover
        className={styles['popover'] ?? ''}
        placement="bottom start"
        {...(main === null ? {} : { UNSTABLE_portalContainer: main })}
      >
        <Dialog className={styles['group'] ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
