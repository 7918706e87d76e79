import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import * as shared from '../../../ui/react/fault-boundary.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { FailedState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../base/language-context.tsx';
import { SettingsMissing } from '../base/settings-context.tsx';
import styles from './shell.module.css';

/** Shows rendering errors; keys and mail stay in the worker. */
export function FaultBoundary({ children }: { readonly children: ReactNode }): ReactElement {
  return <shared.FaultBoundary show={showFault}>{children}</shared.FaultBoundary>;
}

const showFault = (fault: unknown): ReactElement => <FaultPage fault={fault} />;

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
