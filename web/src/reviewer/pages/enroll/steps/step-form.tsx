import type { ReactElement, ReactNode } from 'react';
import styles from './enroll-page.module.css';

/** The form of a step. Enter submits; the step itself reports missing input, not the browser. */
export function StepForm(props: { readonly onSend: () => void; readonly children: ReactNode }): ReactElement {
  return (
    <form
      className={styles['content']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
    >
      {props.children}
    </form>
  );
}
