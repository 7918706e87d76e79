const PROBE_KEY = 'candor-probe';

/** Whether this browser stores anything for the next visit. Private windows forbid it or forget it silently. */
export function canKeep(): boolean {
  try {
    localStorage.setItem(PROBE_KEY, '1');
    localStorage.removeItem(PROBE_KEY);
    return true;
  } catch {
    return false;
  }
}
