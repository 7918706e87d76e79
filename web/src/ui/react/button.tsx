import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One primary button a region; `stop` is for what refuses or takes away. */
  readonly kind?: 'primary' | 'plain' | 'stop' | 'link';
  readonly size?: 'small' | 'usual' | 'deciding';
  /** A button that cannot be pressed says why: the reason stands beside it and is read with it. It keeps the focus. */
  readonly whyNot?: string | null;
  readonly label?: string;
  readonly isExpanded?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
}

export function Button({
  children,
  kind = 'plain',
  size = 'usual',
  whyNot = null,
  ...props
}: ButtonProps): ReactElement {
  const isOff = whyNot !== null;
  const press = isOff ? undefined : props.onPress;
  const button = (
    <AriaButton
      className={[styles['button'], styles[kind], styles[size]].join(' ')}
      type={isOff ? 'button' : (props.type ?? 'button')}
      {...(press === undefined ? {} : { onPress: press })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
      {...(isOff ? { 'aria-disabled': true } : {})}
    >
      {children}
    </AriaButton>
  );
  // An empty reason is one that stands elsewhere already.
  if (!isOff || whyNot === '') return button;
  return (
    <span className={styles['refused']}>
      {button}
      <span className={styles['why']} role="status">
        {whyNot}
      </span>
    </span>
  );
}
