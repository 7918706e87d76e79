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
import type { Section } from '../address/paths.ts';

/** The count beside a section's name. `isWaiting`: a person has to act there. */
export interface SectionCount {
  readonly n: number;
  readonly isWaiting: boolean;
}

type Counts = Readonly<Partial<Record<Section, SectionCount>>>;

interface CountKeeper {
  readonly counts: Counts;
  keep(section: Section, count: SectionCount | null): void;
}

const CountContext = createContext<CountKeeper>({ counts: {}, keep: () => undefined });

export function SectionCountsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [counts, setCounts] = useState<Counts>({});
  const keep = useCallback((section: Section, count: SectionCount | null) => {
    setCounts(({ [section]: _before, ...others }) => (count === null ? others : { ...others, [section]: count }));
  }, []);
  const keeper = useMemo(() => ({ counts, keep }), [counts, keep]);
  return <CountContext value={keeper}>{children}</CountContext>;
}

export function useSectionCounts(): Counts {
  return use(CountContext).counts;
}

/** Sets a page's count; null while unknown. The number stays after leaving the page. */
export function useSectionCount(section: Section, count: number | null, isWaiting = false): void {
  const { keep } = use(CountContext);
  useEffect(() => {
    if (count !== null) keep(section, { n: count, isWaiting });
  }, [section, count, isWaiting, keep]);
}
