import { type ReactElement, useState } from 'react';
import * as shared from '../../../ui/react/export-dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EXPORT_KINDS, type ExportKind } from '../../bridge/export-calls.ts';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { useWords } from '../base/language-context.tsx';
import { useRelease } from '../release/release-context.tsx';
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
  const { close, cancel: leave } = useWords('shared');
  const { count } = useFormat();
  const { state: release } = useRelease();
  const [kind, setKind] = useState<ExportKind>('mbox');
  const { state, start, cancel } = useExport();
  if (release.is !== 'opened') return null;
  const { party, release: number } = release.release.manifest;
  const isFull = kind === 'mbox' || kind === 'eml-zip';
  return (
    <shared.ExportDialog
      title={count(words.title, props.messages)}
      lead={words.lead}
      legend={words.chooseKind}
      forms={EXPORT_KINDS.map((one) => ({ kind: one, ...words.kinds[one] }))}
      kind={kind}
      onChoose={setKind}
      notes={[...(isFull ? [words.recorded] : []), words.unsealed]}
      isSaving={state.is === 'saving'}
      progress={<ExportProgressLine state={state} onCancel={cancel} />}
      save={count(words.save, props.messages)}
      whyNot={props.messages === 0 ? words.nothing : null}
      close={state.is === 'done' ? close : leave}
      onSave={() => start({ kind, query: props.query, name: toExportName(kind, party, number) })}
      onClose={props.onClose}
    />
  );
}
