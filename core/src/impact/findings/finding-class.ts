import type { FindingKind } from '../detectors/index.ts';

/** What a kind of finding is, for whom it matters: whoever must change something, or whoever must be notified. */
export type FindingClass = 'secret' | 'financial' | 'person' | 'sensitive';

const CLASSES: Readonly<Record<FindingKind, FindingClass>> = {
  credential: 'secret',
  'access-code': 'secret',
  'secret-key': 'secret',
  'payment-card': 'financial',
  'bank-account': 'financial',
  'national-id': 'person',
  'birth-date': 'person',
  passport: 'person',
  'driving-licence': 'person',
  'tax-id': 'person',
  'home-address': 'person',
  telephone: 'person',
  'login-name': 'person',
  health: 'sensitive',
  'special-category': 'sensitive',
};

export function toFindingClass(kind: FindingKind): FindingClass {
  return CLASSES[kind];
}

export function isFindingKind(kind: string): kind is FindingKind {
  return Object.hasOwn(CLASSES, kind);
}

/** In the order of screens and figures. */
export const FINDING_CLASSES: readonly FindingClass[] = ['secret', 'financial', 'person', 'sensitive'];
