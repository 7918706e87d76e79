const PROBE_KEY = 'candor-probe';

/**
 * Whether this browser keeps anything for the next visit. Private windows of some browsers forbid it; others forget it
 * in silence.
 */
export function canKeep(): boolean {
  try {
    localStorage.setItem(PROBE_KEY, '1');
    localStorage.removeItem(PROBE_KEY);
    return true;
  } catch {
    return false;
  }
}
