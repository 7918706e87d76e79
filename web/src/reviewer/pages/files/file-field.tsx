import { type ReactElement, useId } from 'react';
import styles from './files.module.css';

/** The browser's own way to choose a file: it works with the keyboard, and files can be dropped on it. */
export function FileField(props: {
  readonly label: string;
  readonly accept: string;
  readonly onChange: (file: File | null) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className={styles['file']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={({ target }) => props.onChange(target.files?.item(0) ?? null)}
      />
    </div>
  );
}
