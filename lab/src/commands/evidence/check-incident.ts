import type { Problem } from '@candor/core/base';
import { loadIncident } from '../load-incident.ts';

/** What `candor check` says of a file that can be run. */
export interface IncidentCheck {
  readonly incident: string;
  readonly organization: string;
  readonly mailboxes: number;
  readonly accessFiles: number;
  readonly warnings: readonly Problem[];
}

/**
 * Checks an incident file and the files that it names, without reading any evidence.
 * @throws Refusal with every reason at once.
 */
export function checkIncident(path: string): IncidentCheck {
  const { incident, warnings } = loadIncident(path);
  return {
    incident: incident.incident,
    organization: incident.organization.name,
    mailboxes: incident.mailboxes.length,
    accessFiles: incident.access.length,
    warnings,
  };
}
