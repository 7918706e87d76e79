import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One primary button per region; `stop` is for refusing or removing. */
  readonly kind?: 'primary' | 'plain' | 'stop' | 'link';
  readonly size?: 'small' | 'usual' | 'deciding';
  /** A disabled button gives its reason, read out with it, and keeps the focus. */
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
  // Empty: the reason is shown elsewhere.
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
