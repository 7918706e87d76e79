import { readFileSync } from 'node:fs';
import { type Reference, readOperationTable } from '@candor/core/exposure/reference';
import { type Reference as ImpactReference, readReference, readReferenceList } from '@candor/core/impact/reference';

/** The lists that decide who is a party, which records are harmless, and whose law a notice names. */
export const REFERENCE_FILES = [
  ...['consumer-domains.txt', 'country-tlds.txt', 'first-party-apps.txt', 'list-hosts.txt', 'operations.csv'],
  ...['provider-ranges.txt', 'public_suffix_list.dat', 'rule-parameters.txt', 'shared-domains.txt', 'shared-hosts.txt'],
] as const;

/** The project's copy of the maintained lists (reference/README.md names their sources). */
export function readReferenceFile(name: string): string {
  return readFileSync(new URL(`../../../../reference/${name}`, import.meta.url), 'utf8');
}

export function readExposureReference(): Reference {
  return {
    providerRanges: readReferenceList(readReferenceFile('provider-ranges.txt')),
    firstPartyApps: readReferenceList(readReferenceFile('first-party-apps.txt')),
    operations: readOperationTable(readReferenceFile('operations.csv')),
    ruleParameters: new Set(readReferenceList(readReferenceFile('rule-parameters.txt'))),
  };
}

let impactReference: ImpactReference | null = null;

/** Read once: the lists belong to the program, and ten thousand rules of suffixes take longer than many a command. */
export function readImpactReference(): ImpactReference {
  impactReference ??= readReference({
    publicSuffixList: readReferenceFile('public_suffix_list.dat'),
    sharedHosts: readReferenceFile('shared-hosts.txt'),
    sharedDomains: readReferenceFile('shared-domains.txt'),
    listHosts: readReferenceFile('list-hosts.txt'),
    consumerDomains: readReferenceFile('consumer-domains.txt'),
  });
  return impactReference;
}
