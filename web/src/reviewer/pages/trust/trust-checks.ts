import type { KeyWorkerErrorCode, OpenedRelease } from '../../bridge/protocol.ts';
import type { ReleaseState } from '../release/release-context.tsx';
import type { ServedApp } from './served-app.ts';

/** In page order: key set, approvals, log entry, continuity, app, and withheld releases. */
export const TRUST_CHECKS = ['keys', 'approvals', 'release', 'log', 'app', 'whole'] as const;
type TrustCheckName = (typeof TRUST_CHECKS)[number];

export interface TrustCheck {
  readonly name: TrustCheckName;
  /** `open`: not judged yet, or cannot be judged here. */
  readonly state: 'passed' | 'open' | 'refused';
  /** Values for the sentence of this check and state. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Selects among several sentences. */
  readonly variant: string | null;
}

/** The check that an error belongs to; other errors say nothing about trust: no answer, or locked keys. */
const FLAWS: Readonly<Partial<Record<KeyWorkerErrorCode, TrustCheckName>>> = {
  'release-refused:fingerprint': 'keys',
  'release-refused:keys': 'keys',
  'release-refused:approvals': 'approvals',
  'release-refused:log': 'release',
  'release-refused:manifest': 'release',
  'release-refused:scope': 'release',
  'release-refused:chain': 'whole',
  'log-not-continued': 'log',
  'rolled-back': 'whole',
  'release-withheld': 'whole',
  'damaged-index': 'whole',
  'damaged-grant': 'whole',
};

/**
 * The key worker's checks before decryption, and the app's own. A failed one is first and the only one judged: the key
 * worker stops at the first error.
 */
export function toTrustChecks(state: ReleaseState, app: ServedApp | null): readonly TrustCheck[] {
  const judged = TRUST_CHECKS.map((name): TrustCheck => {
    if (name === 'app') return judgeApp(app);
    if (state.is === 'opened') return judgeRelease(name, state.release);
    const failed = state.is === 'refused' ? FLAWS[state.flaw] : undefined;
    const isThis = failed === name && state.is === 'refused';
    return { name, state: isThis ? 'refused' : 'open', values: {}, variant: isThis ? state.flaw : null };
  });
  return [
    ...judged.filter((check) => check.state === 'refused'),
    ...judged.filter((check) => check.state !== 'refused'),
  ];
}

function judgeRelease(name: Exclude<TrustCheckName, 'app'>, release: OpenedRelease): TrustCheck {
  const { log, keySet, approvers, withheld, manifest, messages } = release;
  const passed = (values: TrustCheck['values'], variant: string | null = null): TrustCheck => ({
    name,
    state: 'passed',
    values,
    variant,
  });
  switch (name) {
    case 'keys':
      return passed({ keySet });
    case 'approvals':
      return passed({ names: approvers.value.join(', ') });
    case 'release':
      return passed({ release: manifest.release, entry: log.position, size: log.size, origin: log.origin });
    case 'log':
      // Without a previously known checkpoint there is nothing to continue.
      if (log.continued === null) return { name, state: 'open', values: { size: log.size }, variant: 'first' };
      return passed({ from: log.continued, to: log.size });
    case 'whole':
      if (withheld.length > 0) return { name, state: 'refused', values: { n: withheld.length }, variant: 'withheld' };
      return passed({ release: manifest.release, messages });
  }
}

function judgeApp(app: ServedApp | null): TrustCheck {
  const name = 'app';
  if (app === null) return { name, state: 'open', values: {}, variant: 'checking' };
  switch (app.state) {
    case 'logged':
      return {
        name,
        state: 'passed',
        values: { digest: app.digest, entry: app.entry, files: app.files },
        variant: null,
      };
    case 'not-logged':
      return { name, state: 'open', values: { digest: app.digest }, variant: 'not-logged' };
    case 'silent':
      return { name, state: 'open', values: {}, variant: 'silent' };
    case 'differs':
      return { name, state: 'refused', values: { what: app.path }, variant: 'differs' };
  }
}

export function countPassed(checks: readonly TrustCheck[]): number {
  return checks.filter(({ state }) => state === 'passed').length;
}
