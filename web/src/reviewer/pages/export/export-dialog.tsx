import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { EXPORT_KINDS, type ExportKind } from '../../bridge/export-calls.ts';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useRelease } from '../release/release-context.tsx';
import styles from './export.module.css';
import { toExportName } from './export-name.ts';
import { ExportProgressLine } from './export-progress.tsx';
import { useExport } from './use-export.ts';

/** Saves the `messages` results of a query. Closing it cancels. */
export function ExportDialog(props: {
  readonly query: MessageQuery;
  readonly messages: number;
  readonly onClose: () => void;
}): ReactElement | null {
  const words = useWords('exports');
  const shared = useWords('shared');
  const { count } = useFormat();
  const { state: release } = useRelease();
  const [kind, setKind] = useState<ExportKind>('mbox');
  const { state, start, cancel } = useExport();
  if (release.is !== 'opened') return null;
  const { party, release: number } = release.release.manifest;
  const isSaving = state.is === 'saving';
  return (
    <Dialog title={count(words.title, props.messages)} isOpen onClose={props.onClose}>
      <p>{words.lead}</p>
      <fieldset className={styles['kinds']}>
        <legend>{words.chooseKind}</legend>
        {EXPORT_KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} disabled={isSaving} onChange={() => setKind(one)} />
            <span>
              <b>{words.kinds[one].name}</b> {words.kinds[one].hint}
            </span>
          </label>
        ))}
      </fieldset>
      {(kind === 'mbox' || kind === 'eml-zip') && <p className={styles['label']}>{words.recorded}</p>}
      <p className={styles['label']}>{words.unsealed}</p>
      <ExportProgressLine state={state} onCancel={cancel} />
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="deciding"
          whyNot={props.messages === 0 ? words.nothing : isSaving ? '' : null}
          onPress={() => start({ kind, query: props.query, name: toExportName(kind, party, number) })}
        >
          {count(words.save, props.messages)}
        </Button>
        <Button size="deciding" onPress={props.onClose}>
          {state.is === 'done' ? shared.close : shared.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
