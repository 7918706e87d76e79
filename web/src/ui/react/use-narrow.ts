import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 719px)');
const twoPanes = matchMedia('(max-width: 1199px)');
const single = matchMedia('(max-width: 1023px)');

/** One column: panes are pages. */
export function useNarrow(): boolean {
  return useMatch(narrow);
}

/** Two panes, with a list too narrow for all columns. */
export function useTwoPanes(): boolean {
  return useMatch(twoPanes);
}

/** Too narrow for two columns of tables in any language. */
export function useSingleColumn(): boolean {
  return useMatch(single);
}

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (tell) => {
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => query.matches,
  );
}
