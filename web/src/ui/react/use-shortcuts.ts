import { useEffect, useRef } from 'react';

type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Shortcuts that work anywhere except in fields and open dialogs. By `KeyboardEvent.key`; with a modifier they belong
 * to the browser.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isElsewhere(event.target)) return;
      const act = Object.hasOwn(current.current, event.key) ? current.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]';

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}
