import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportOutcome } from '../../bridge/export-calls.ts';
import type { KeyWorker } from '../../bridge/key-worker.ts';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { type SavedKind, toExportType } from './export-name.ts';
import { openSavedFile, type SavedFile } from './saved-file.ts';

export type ExportState =
  | { readonly is: 'ready' }
  | { readonly is: 'saving'; readonly progress: ExportProgress | null }
  | { readonly is: 'done'; readonly outcome: ExportOutcome }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly thrown: unknown };

/** One export at a time. Stops when the component unmounts. */
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

interface ExportOrder {
  readonly kind: SavedKind;
  readonly query: MessageQuery;
  readonly name: string;
}

export interface ExportProgress {
  readonly messages: number;
  readonly of: number;
}

/**
 * Asks for a place, then writes the export chunk by chunk. Null when the person chose no place. An early end leaves no
 * file behind.
 * @throws KeyWorkerError, or the disk's error
 */
export async function saveExport(
  keyWorker: KeyWorker,
  { kind, query, name }: ExportOrder,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
  openFile: (name: string, type: string) => Promise<SavedFile | null> = openSavedFile,
): Promise<ExportOutcome | null> {
  const file = await openFile(name, toExportType(kind));
  if (file === null) return null;
  let begun: number | null = null;
  try {
    const { export: number, of } = await keyWorker.call('begin-export', { kind, query }, { signal });
    begun = number;
    onProgress({ messages: 0, of });
    for (;;) {
      const step = await keyWorker.call('next-chunk', { export: number }, { signal });
      if (step.state === 'done') {
        await file.close();
        return step.outcome;
      }
      await file.write(step.chunk);
      onProgress({ messages: step.messages, of });
    }
  } catch (thrown) {
    if (begun !== null) keyWorker.call('end-export', { export: begun }).catch(() => undefined);
    await file.abandon().catch(() => undefined);
    throw thrown;
  }
}
