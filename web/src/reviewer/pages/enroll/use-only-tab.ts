import { useEffect, useState } from 'react';

const LOCK = 'candor-enroll';

/** Two tabs would make two keys of which one is thrown away: the first one enrolls. Browsers without locks have the reader's own care. */
export function useOnlyTab(): 'asking' | 'this' | 'other' {
  const [state, setState] = useState<'asking' | 'this' | 'other'>(navigator.locks === undefined ? 'this' : 'asking');
  useEffect(() => {
    if (navigator.locks === undefined) return;
    let giveBack: () => void = () => undefined;
    let isGone = false;
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (isGone) return undefined;
      setState(lock === null ? 'other' : 'this');
      return lock === null
        ? undefined
        : new Promise<void>((settle) => {
            giveBack = settle;
          });
    });
    return () => {
      isGone = true;
      giveBack();
    };
  }, []);
  return state;
}
