/** The author of a record. Only `intruder` and `ambiguous` have any strength in a verdict. */
export type Label = 'intruder' | 'ambiguous' | 'owner' | 'service' | 'outside';

export type AttributionReason =
  | 'session'
  | 'token'
  | 'address-contradiction'
  | 'record-contradiction'
  | 'application'
  | 'shared-application'
  | 'shared-session'
  | 'session-split'
  | 'address'
  | 'address-out-of-window'
  | 'address-expanded'
  | 'shared-address'
  | 'own-application'
  | 'shared-account'
  | 'owner-address'
  | 'other-user'
  | 'service'
  | 'unattributed'
  | 'linked-out-of-window'
  | 'out-of-window';

export interface Attributed {
  readonly label: Label;
  readonly reason: AttributionReason;
}

/** One object for each answer: a log has millions of records. */
export const ATTRIBUTED = {
  session: { label: 'intruder', reason: 'session' },
  token: { label: 'intruder', reason: 'token' },
  'address-contradiction': { label: 'ambiguous', reason: 'address-contradiction' },
  'record-contradiction': { label: 'ambiguous', reason: 'record-contradiction' },
  application: { label: 'intruder', reason: 'application' },
  'shared-application': { label: 'ambiguous', reason: 'shared-application' },
  'shared-session': { label: 'ambiguous', reason: 'shared-session' },
  'session-split': { label: 'intruder', reason: 'session-split' },
  address: { label: 'intruder', reason: 'address' },
  'address-out-of-window': { label: 'ambiguous', reason: 'address-out-of-window' },
  'address-expanded': { label: 'intruder', reason: 'address-expanded' },
  'shared-address': { label: 'ambiguous', reason: 'shared-address' },
  'own-application': { label: 'service', reason: 'own-application' },
  'shared-account': { label: 'ambiguous', reason: 'shared-account' },
  'owner-address': { label: 'owner', reason: 'owner-address' },
  'other-user': { label: 'ambiguous', reason: 'other-user' },
  service: { label: 'service', reason: 'service' },
  unattributed: { label: 'ambiguous', reason: 'unattributed' },
  'linked-out-of-window': { label: 'ambiguous', reason: 'linked-out-of-window' },
  'out-of-window': { label: 'outside', reason: 'out-of-window' },
} as const satisfies Readonly<Record<AttributionReason, Attributed>>;
