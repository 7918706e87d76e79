import { readFileSync } from 'node:fs';
import type { ReferenceFiles } from '@candor/core/impact';

/** The project's copy of the maintained lists (reference/README.md names their sources). */
export function readReferenceFile(name: string): string {
  return readFileSync(new URL(`../../../reference/${name}`, import.meta.url), 'utf8');
}

export function readImpactReferenceFiles(): ReferenceFiles {
  return {
    publicSuffixList: readReferenceFile('public_suffix_list.dat'),
    sharedHosts: readReferenceFile('shared-hosts.txt'),
    listHosts: readReferenceFile('list-hosts.txt'),
    consumerDomains: readReferenceFile('consumer-domains.txt'),
  };
}
