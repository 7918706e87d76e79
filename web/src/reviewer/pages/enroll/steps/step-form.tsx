import type { ReactElement, ReactNode } from 'react';
import styles from './enroll-page.module.css';

/** What a step asks for. Enter sends it as its button does; what is missing is said by the step, not by the browser. */
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
