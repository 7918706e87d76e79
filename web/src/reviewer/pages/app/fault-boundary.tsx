import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { FailedState } from '../../../ui/react/page-states.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { SettingsMissing } from '../base/settings-context.tsx';
import styles from './shell.module.css';

interface State {
  readonly fault: unknown;
  readonly hasFault: boolean;
}

/** Catches rendering errors and shows them; keys and mail stay in the worker. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null, hasFault: false };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault, hasFault: true };
  }

  // Nothing is reported: an error message may contain what was shown.
  override componentDidCatch(_fault: unknown, _info: ErrorInfo): void {}

  override render(): ReactNode {
    return this.state.hasFault ? <FaultPage fault={this.state.fault} /> : this.props.children;
  }
}

function FaultPage({ fault }: { readonly fault: unknown }): ReactElement {
  const words = useWords('shared');
  const { fill } = useFormat();
  const reload = <Button onPress={() => location.reload()}>{words.fault.reload}</Button>;
  if (fault instanceof SettingsMissing)
    return (
      <main className={styles['plain']}>
        <FailedState isPage title={words.settingsMissing.title} action={reload}>
          <p>{words.settingsMissing.what}</p>
          <p>{words.settingsMissing.other}</p>
        </FailedState>
      </main>
    );
  return (
    <main className={styles['plain']}>
      <FailedState isPage title={words.fault.title} action={reload}>
        <p>{fill(words.fault.what, { fault: fault instanceof Error ? fault.name : 'fault' })}</p>
        <p>{words.fault.kept}</p>
      </FailedState>
    </main>
  );
}
