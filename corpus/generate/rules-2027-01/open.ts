import type { CorpusFiles } from '../files.ts';
import { putCarried } from './carried.ts';
import { putCoverage } from './coverage.ts';
import { putDated } from './dated.ts';

/** What is not cleared although no rule takes it, and what messages carry. */
export function putOpen(files: CorpusFiles): void {
  putCarried(files);
  putDated(files);
  putCoverage(files);
}
