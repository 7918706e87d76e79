import { toALabels } from '@candor/core/base';
import type { Incident } from './incident.ts';

/** Mailboxes whose address is at none of the organization's domains: that domain would count as an outside party, and be told of its own mail. */
export function listForeignMailboxes({ organization, mailboxes }: Incident): { index: number; text: string }[] {
  return mailboxes.flatMap(({ address }, index) => {
    const domain = toALabels(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    if (organization.domains.some((own) => domain === own || domain.endsWith(`.${own}`))) return [];
    const text = `the domain of "${address}" is not among organization.domains; it would be taken for somebody else's and told of its own mail. Add it there, or mend the address`;
    return [{ index, text }];
  });
}
