import { toALabels } from '@candor/core/base';
import { readSuffixRules, type SuffixRules } from './suffix-rules.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Texts of the files of `reference/` that impact uses, as they lie. */
export interface ReferenceFiles {
  readonly publicSuffixList: string;
  readonly sharedHosts: string;
  readonly sharedDomains: string;
  readonly listHosts: string;
  readonly consumerDomains: string;
}

/** The reference data of impact, ready to be asked. All names are lower-case A-labels. */
export interface Reference {
  readonly suffixRules: SuffixRules;
  /** An address at or below one of them is a list. */
  readonly listHosts: ReadonlySet<string>;
  /** An address at or below one of them is a person. */
  readonly consumerDomains: ReadonlySet<string>;
  /** An address right at one of them is a person: several controllers share it. */
  readonly sharedDomains: ReadonlySet<string>;
}

/** Reads the reference files. They are ours, so nothing in them is a problem; unusable lines simply never match. */
export function readReference(files: ReferenceFiles): Reference {
  const sharedDomains = readReferenceList(files.sharedDomains).map(toALabels);
  return {
    suffixRules: readSuffixRules(files.publicSuffixList, readReferenceList(files.sharedHosts), sharedDomains),
    listHosts: new Set(readReferenceList(files.listHosts).map(toALabels)),
    consumerDomains: new Set(readReferenceList(files.consumerDomains).map(toALabels)),
    sharedDomains: new Set(sharedDomains),
  };
}

/**
 * Entries of a file of `reference/`, in file order, lower case: the first word of each line that is neither empty nor a
 * comment (`#`).
 */
export function readReferenceList(text: string): readonly string[] {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const entries: string[] = [];
  for (const line of whole.split(/\r\n|\n|\r/)) {
    const word = /^\s*(\S+)/.exec(line)?.[1];
    if (word !== undefined && !word.startsWith('#')) entries.push(word.toLowerCase());
  }
  return entries;
}
