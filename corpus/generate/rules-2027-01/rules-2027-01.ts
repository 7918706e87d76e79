import type { CorpusFiles } from '../files.ts';
import { putElsewhere } from './elsewhere.ts';
import { putForwarding } from './forwarding.ts';
import { putGrants } from './grants.ts';
import { putSearches } from './searches.ts';

/** One small incident for each decision of the rules 2027-01, or for a few that belong together. */
export function putRules202701(files: CorpusFiles): void {
  putForwarding(files);
  putSearches(files);
  putElsewhere(files);
  putGrants(files);
}
