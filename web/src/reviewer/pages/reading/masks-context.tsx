import { createContext, type ReactElement, type ReactNode, use, useEffect, useMemo, useState } from 'react';

interface MaskKeeper {
  readonly masks: readonly string[];
  keep(masks: readonly string[]): void;
}

const NONE: readonly string[] = [];
const MaskContext = createContext<MaskKeeper>({ masks: NONE, keep: () => undefined });

/** What the open message masks is masked in the list beside it, too. */
export function MasksProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [masks, setMasks] = useState(NONE);
  const keeper = useMemo(() => ({ masks, keep: setMasks }), [masks]);
  return <MaskContext value={keeper}>{children}</MaskContext>;
}

export function useMasks(): readonly string[] {
  return use(MaskContext).masks;
}

/** Reports what the open message masks, until it is left. */
export function useReportMasks(masks: readonly string[]): void {
  const { keep } = use(MaskContext);
  useEffect(() => {
    keep(masks);
    return () => keep(NONE);
  }, [masks, keep]);
}
