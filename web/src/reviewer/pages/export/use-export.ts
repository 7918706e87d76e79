import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportOutcome } from '../../bridge/export-calls.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { type ExportOrder, type ExportProgress, saveExport } from './save-export.ts';

export type ExportState =
  | { readonly is: 'ready' }
  | { readonly is: 'saving'; readonly progress: ExportProgress | null }
  | { readonly is: 'done'; readonly outcome: ExportOutcome }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly thrown: unknown };

/** One export at a time. It stops when the component goes: a file that nobody waits for is not written. */
export function useExport(): {
  readonly state: ExportState;
  readonly start: (order: ExportOrder) => void;
  readonly cancel: () => void;
} {
  const keyWorker = useKeyWorker();
  const [state, setState] = useState<ExportState>({ is: 'ready' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = useCallback(
    (order: ExportOrder) => {
      const controller = new AbortController();
      stop.current = controller;
      setState({ is: 'saving', progress: null });
      saveExport(keyWorker, order, (progress) => setState({ is: 'saving', progress }), controller.signal).then(
        (outcome) => setState(outcome === null ? { is: 'ready' } : { is: 'done', outcome }),
        (thrown: unknown) => {
          const isCancelled = thrown instanceof KeyWorkerError && thrown.flaw === 'cancelled';
          setState(isCancelled ? { is: 'cancelled' } : { is: 'failed', thrown });
        },
      );
    },
    [keyWorker],
  );
  const cancel = useCallback(() => stop.current?.abort(), []);
  return { state, start, cancel };
}
