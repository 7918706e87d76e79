import type { ReactElement } from 'react';
import { SavedLines, SavingLine } from '../../../ui/react/export-dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { PortalRefusal } from '../../portal/portal-refusal.ts';
import { useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import type { ExportState } from './use-export.ts';

/** Progress and result of an export, and the digest to compare. */
export function ExportProgressLine(props: {
  readonly state: ExportState;
  readonly onCancel: () => void;
}): ReactElement | null {
  const words = useWords('exports');
  const shared = useWords('shared');
  const { count, fill, number } = useFormat();
  const toSentence = useErrorSentence();
  const { state } = props;
  switch (state.is) {
    case 'ready':
      return null;
    case 'saving': {
      const { messages = 0, of = 0 } = state.progress ?? {};
      return (
        <SavingLine
          done={messages}
          of={of}
          text={fill(words.saving, { done: number(messages), n: number(of) })}
          cancel={words.cancel}
          onCancel={props.onCancel}
        />
      );
    }
    case 'cancelled':
      return <NoticeLine kind="wait">{words.cancelled}</NoticeLine>;
    case 'failed': {
      const isKnown = state.thrown instanceof KeyWorkerError || state.thrown instanceof PortalRefusal;
      return (
        <NoticeLine kind="refused">
          {fill(words.failed, { flaw: isKnown ? toSentence(state.thrown) : words.diskFull })}
        </NoticeLine>
      );
    }
    case 'done': {
      const { outcome } = state;
      const missing = { text: count(words.missing, outcome.missing.length), names: outcome.missing };
      return (
        <SavedLines
          text={count(words.done, outcome.messages, { bytes: number(outcome.bytes) })}
          digestLabel={words.digest}
          sha256={outcome.sha256}
          copy={shared}
          missing={outcome.missing.length > 0 ? missing : null}
        />
      );
    }
  }
}
