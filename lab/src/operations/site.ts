import { Refusal } from '@candor/core/base';
import { siteOperations as contract } from '@candor/core/contract/operations';
import { buildSite } from '../commands/notice/build-site.ts';
import { checkSite } from '../commands/notice/check-site.ts';
import { verifyNotice } from '../commands/notice/verify-notice.ts';
import { assertOutsideEvidenceOf } from '../commands/outside-evidence.ts';
import { actIn } from './context.ts';
import { defineLocal } from './operation.ts';

export const build = defineLocal(contract.build, async ({ statePath }, { states, out, leaveOut }) => {
  const [state = statePath, ...others] = states;
  for (const each of states) await assertOutsideEvidenceOf(each, [{ option: '--out', path: out, is: 'folder' }]);
  return buildSite(actIn, state, out, { others, leavesOut: leaveOut });
});

export const check = defineLocal(contract.check, (_, { place, app }) => checkSite(place, app));

export const verify = defineLocal(contract.verify, (_, { resolver: resolvers, site, ...order }) => {
  if (site !== null) return verifyNotice({ ...order, resolvers, site });
  throw new Refusal('no-site', [
    "name the organization's own site with --site https://…, with an address that you know, not one from the message",
  ]);
});
