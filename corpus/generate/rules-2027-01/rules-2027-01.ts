import type { CorpusFiles } from '../files.ts';
import { putArrival } from './arrival.ts';
import { putLabels } from './attribution.ts';
import { putCarried } from './carried.ts';
import { putCorrespondents } from './correspondents.ts';
import { putCoverage } from './coverage.ts';
import { putDated } from './dated.ts';
import { putElsewhere } from './elsewhere.ts';
import { putForwarding } from './forwarding.ts';
import { putGrants } from './grants.ts';
import { putNames } from './names.ts';
import { putSearches } from './searches.ts';
import { putTraces } from './traces.ts';

/** One small incident for each decision of the rules 2027-01, or for a few that belong together. */
export function putRules202701(files: CorpusFiles): void {
  putLabels(files);
  putTraces(files);
  putCarried(files);
  putDated(files);
  putCoverage(files);
  putForwarding(files);
  putSearches(files);
  putElsewhere(files);
  putGrants(files);
  putArrival(files);
  putNames(files);
  putCorrespondents(files);
}
