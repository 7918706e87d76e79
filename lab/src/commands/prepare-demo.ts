import { fileURLToPath } from 'node:url';

/** The incident file of the bundled fictional incident. */
export function prepareDemo(): string {
  return fileURLToPath(new URL('../../../corpus/incidents/harbor/incident.yaml', import.meta.url));
}
