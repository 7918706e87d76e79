import { alertRemovals } from './alert-removals.ts';
import { changeRemovals } from './change-removals.ts';
import { deliveryRemovals } from './delivery-removals.ts';
import { evidenceRemovals } from './evidence-removals.ts';
import { exposureRemovals } from './exposure-removals.ts';
import { incomingRemovals } from './incoming-removals.ts';
import { indexRemovals } from './index-removals.ts';
import { labCallRemovals } from './lab-call-removals.ts';
import { logRemovals } from './log-removals.ts';
import { releaseRemovals } from './release-removals.ts';
import type { Removal } from './removal.ts';
import { textRemovals } from './text-removals.ts';
import { twoPeopleRemovals } from './two-people-removals.ts';
import { verificationRemovals } from './verification-removals.ts';
import { waveRemovals } from './wave-removals.ts';

/** Of each area the rules whose silent loss would hurt most. */
export const removals: readonly Removal[] = [
  ...exposureRemovals,
  ...changeRemovals,
  ...alertRemovals,
  ...evidenceRemovals,
  ...twoPeopleRemovals,
  ...waveRemovals,
  ...textRemovals,
  ...deliveryRemovals,
  ...incomingRemovals,
  ...verificationRemovals,
  ...logRemovals,
  ...releaseRemovals,
  ...labCallRemovals,
  ...indexRemovals,
];
