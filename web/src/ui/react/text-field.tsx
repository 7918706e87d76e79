import type { ReactElement, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import styles from './text-field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  /** The input's error; null while it may still become valid. */
  readonly slip?: string | null;
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'password';
  readonly isCode?: boolean;
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly name?: string;
  /** Takes the focus when it appears, for dialogs. */
  readonly isFocused?: boolean;
}

/** Label, field, and one line for hint or error. Validates while typing. */
export function TextField({ label, hint, slip = null, isCode = false, ...props }: TextFieldProps): ReactElement {
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={props.value}
      onChange={props.onChange}
      isInvalid={slip !== null}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      autoCorrect="off"
      spellCheck="false"
      autoFocus={props.isFocused ?? false}
      {...(props.name === undefined ? {} : { name: props.name })}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input className={isCode ? `${styles['input']} ${styles['code']}` : (styles['input'] ?? '')} />
      {slip === null ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : (
        <FieldError className={styles['slip'] ?? ''}>{slip}</FieldError>
      )}
    </AriaTextField>
  );
}
