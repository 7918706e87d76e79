import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 719px)');

/** One column, where panes are pages. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow.addEventListener('change', tell);
      return () => narrow.removeEventListener('change', tell);
    },
    () => narrow.matches,
  );
}
