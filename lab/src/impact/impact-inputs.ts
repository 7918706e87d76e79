import type { Problem } from '@candor/core/base';
import { selectMarked } from '@candor/core/impact/findings';
import { type Directory, EMPTY_DIRECTORY, readDirectory } from '@candor/core/impact/party';
import type { Reference } from '@candor/core/impact/reference';
import { type Incident, type ListedFolder, readFolderList } from '@candor/core/incident';
import { readImpactReference } from '../adapters/files/reference-files.ts';
import type { Store } from '../adapters/store/store.ts';
import type { VersionInputs } from '../exposure/store/version-store.ts';
import { countBySender, readMarked } from './store/personal-store.ts';

/** What impact is computed against, read from the texts that a version keeps. */
export interface ImpactInputs {
  readonly reference: Reference;
  readonly directory: Directory;
  /** The key is a custodian. */
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly problems: readonly Problem[];
}

export function readImpactInputs(incident: Incident, inputs: VersionInputs): ImpactInputs {
  const reference = readImpactReference();
  const problems: Problem[] = [];
  let directory: Directory = EMPTY_DIRECTORY;
  if (inputs.directoryText !== null && incident.directory !== null) {
    const reading = readDirectory(inputs.directoryText, {
      file: incident.directory,
      organizationDomains: incident.organization.domains,
      suffixRules: reference.suffixRules,
    });
    directory = reading.directory;
    problems.push(...reading.problems);
  }
  const folderLists = new Map<string, readonly ListedFolder[]>();
  for (const mailbox of incident.mailboxes) {
    const text = inputs.folderLists[mailbox.custodian];
    if (text === undefined || mailbox.folders === null) continue;
    const reading = readFolderList(text, mailbox.folders);
    folderLists.set(mailbox.custodian, reading.folders);
    problems.push(...reading.problems);
  }
  return { reference, directory, folderLists, problems };
}

/** Searched messages whose marks of privilege hold them back, and those whose marks are footers; fingerprints, hex. */
export async function selectMarkedMessages(store: Store): Promise<ReturnType<typeof selectMarked>> {
  const sent = await countBySender(store);
  return selectMarked(await readMarked(store), (sender) => sent.get(sender) ?? 0);
}
