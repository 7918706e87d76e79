import { enrollmentOperations as contract } from '@candor/core/contract/operations';
import { announceEnrollments } from '../commands/review/announce-enrollments.ts';
import { checkEnrollments } from '../commands/review/check-enrollments.ts';
import {
  addEnrollment,
  approveEnrollment,
  listEnrollments,
  refuseEnrollment,
  revokeReviewer,
  showEnrollment,
} from '../commands/review/enrollments.ts';
import {
  confirmEnrollment,
  objectToEnrollment,
  resumeEnrollment,
  transferNominator,
} from '../commands/review/steer-enrollment.ts';
import { requireSignature } from './context.ts';
import { defineOperation } from './operation.ts';

export const add = defineOperation(contract.add, ({ state, actor }, { domain = [], ...order }) =>
  addEnrollment(state, { ...order, domains: domain, by: actor.name }),
);

export const list = defineOperation(contract.list, ({ state }, { party, all }) => listEnrollments(state, party, all));

export const show = defineOperation(contract.show, ({ state }, { enrollment }) => showEnrollment(state, enrollment));

export const approve = defineOperation(contract.approve, (context, input) => {
  const { enrollment, despiteContest: contest, despiteWarning: warning, digest } = input;
  return approveEnrollment(context.state, enrollment, requireSignature(context), digest, { contest, warning });
});

export const refuse = defineOperation(contract.refuse, ({ state, actor }, { enrollment, why }) =>
  refuseEnrollment(state, enrollment, why, actor.name),
);

export const check = defineOperation(contract.check, ({ state }, { enrollment }) =>
  checkEnrollments(state, enrollment),
);

export const announce = defineOperation(contract.announce, ({ state, actor }, { enrollment: only }) =>
  announceEnrollments(state, { only, by: actor.name }),
);

export const confirm = defineOperation(contract.confirm, ({ state, actor }, { enrollment, contact, why }) =>
  confirmEnrollment(state, enrollment, { contact, why, by: actor.name }),
);

export const object = defineOperation(contract.object, ({ state, actor }, { enrollment, contact, why }) =>
  objectToEnrollment(state, enrollment, { contact, why, by: actor.name }),
);

export const resume = defineOperation(contract.resume, (context, { enrollment, why, digest }) =>
  resumeEnrollment(context.state, enrollment, requireSignature(context), why, digest),
);

export const revoke = defineOperation(contract.revoke, (context, { enrollment, why, digest }) =>
  revokeReviewer(context.state, enrollment, requireSignature(context), why, digest),
);

export const transfer = defineOperation(contract.transfer, (context, { enrollment, digest }) =>
  transferNominator(context.state, enrollment, requireSignature(context), digest),
);
