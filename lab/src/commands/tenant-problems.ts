import { type Problem, toDigestPlace } from '@candor/core/base';
import { sha256Hex } from '../adapters/process/runtime.ts';

/**
 * A tenant with the organization's own name counts as an outside party until somebody says whose it is: its mail would
 * be given to whoever reads there.
 */
export function toTenantProblems(tenants: readonly string[], incidentFile: string): Problem[] {
  if (tenants.length === 0) return [];
  const are = tenants.length === 1 ? 'has the name of one' : 'have the names';
  const text = `${tenants.join(', ')} ${are} of the organization's domains and ${tenants.length === 1 ? 'is' : 'are'} not among organization.domains, so ${tenants.length === 1 ? 'it counts as a party' : 'they count as parties'} outside: probably the organization itself. Add ${tenants.length === 1 ? 'it' : 'them'} to organization.domains; if another organization has that name, accept this.`;
  return [
    { code: 'own-tenant', place: toDigestPlace(incidentFile, sha256Hex(tenants.join('\n'))), text, weight: 'person' },
  ];
}
