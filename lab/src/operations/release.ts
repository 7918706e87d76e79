import { Refusal } from '@candor/core/base';
import { releaseOperations as contract, withheldOperations } from '@candor/core/contract/operations';
import { prepareReleases } from '../commands/review/prepare-releases.ts';
import { approveRelease, readReleaseStatus, revokeRelease } from '../commands/review/releases.ts';
import { keepWithheld, listWithheld, releaseWithheld, showWithheld, withhold } from '../commands/review/withheld.ts';
import { writeRelease } from '../commands/review/write-release.ts';
import { requireSignature, toDecidedBy } from './context.ts';
import { defineOperation } from './operation.ts';

/** Beside others: it has a lock of its own. */
export const prepare = defineOperation(
  contract.prepare,
  ({ state, progress }, { party, all, workers }) => {
    if ((party === null) !== all) throw new Refusal('which-party', ['say whose messages with --party PARTY, or --all']);
    return prepareReleases(state, { party, workers, progress });
  },
  'judged',
);

export const approve = defineOperation(
  contract.approve,
  (context, { party, release, digest }) =>
    approveRelease(context.state, party, release, requireSignature(context), digest, context.progress),
  'judged',
);

export const write = defineOperation(contract.write, ({ state }, { party, release, out }) =>
  writeRelease(state, party, release, out),
);

export const status = defineOperation(contract.status, ({ state }, { party }) => readReleaseStatus(state, party));

export const revoke = defineOperation(contract.revoke, (context, { party, release, why, digest }) =>
  revokeRelease(context.state, party, release, requireSignature(context), why, digest),
);

export const withheld = {
  list: defineOperation(withheldOperations.list, ({ state }, { party, all }) => listWithheld(state, party, all)),
  show: defineOperation(withheldOperations.show, ({ state }, { number }) => showWithheld(state, number)),
  add: defineOperation(withheldOperations.add, (context, { why, ...order }) =>
    withhold(context.state, { ...order, ...toDecidedBy(context, why) }),
  ),
  keep: defineOperation(withheldOperations.keep, (context, { number, why }) =>
    keepWithheld(context.state, number, toDecidedBy(context, why)),
  ),
  release: defineOperation(withheldOperations.release, (context, { number, why = null, digest }) =>
    releaseWithheld(context.state, number, requireSignature(context), why, digest),
  ),
};
