import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';

interface StatusKeeper {
  readonly facts: readonly string[];
  readonly side: ReactNode;
  keepFacts(facts: readonly string[]): void;
  keepSide(side: ReactNode): void;
}

const StatusContext = createContext<StatusKeeper>({
  facts: [],
  side: null,
  keepFacts: () => undefined,
  keepSide: () => undefined,
});

export function StatusProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [facts, setFacts] = useState<readonly string[]>([]);
  const [side, setSide] = useState<ReactNode>(null);
  const keepFacts = useCallback((given: readonly string[]) => setFacts(given), []);
  const keepSide = useCallback((given: ReactNode) => setSide(given), []);
  const keeper = useMemo(() => ({ facts, side, keepFacts, keepSide }), [facts, side, keepFacts, keepSide]);
  return <StatusContext value={keeper}>{children}</StatusContext>;
}

/** Sets the text about the open release, until another one is set. */
export function useStatusFacts(facts: readonly string[]): void {
  const { keepFacts } = use(StatusContext);
  const joined = facts.join('\n');
  useEffect(() => {
    if (joined !== '') keepFacts(joined.split('\n'));
  }, [joined, keepFacts]);
}

/** Shows a page's text at the end of the bar while it is open. Memoize the node with `useMemo`. */
export function useStatusSide(side: ReactNode): void {
  const { keepSide } = use(StatusContext);
  useEffect(() => {
    keepSide(side);
    return () => keepSide(null);
  }, [side, keepSide]);
}

/** The texts of the bar. */
export function useStatus(): Pick<StatusKeeper, 'facts' | 'side'> {
  return use(StatusContext);
}
