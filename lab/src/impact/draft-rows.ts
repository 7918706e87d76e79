import { toFolderKey } from '@candor/core/exposure/key';
import { createDraftTest } from '@candor/core/impact/counterparty';
import type { ListedFolder } from '@candor/core/incident';
import { readLabels } from '../evidence/store/label-list.ts';

/** What the store has of a copy that tells whether it is a draft. */
export interface DraftRow {
  readonly custodian: string;
  readonly draft: number;
  readonly folder: string | null;
  /** This is JSON; null means that there are none. */
  readonly labels: string | null;
}

/** Whether rows of copies are drafts, which count for nobody; `folderLists` by custodian. */
export function createDraftRowTest(
  folderLists: ReadonlyMap<string, readonly ListedFolder[]>,
): (row: DraftRow) => boolean {
  const isDraft = createDraftTest(folderLists, toFolderKey);
  return ({ custodian, draft, folder, labels }) =>
    isDraft({
      custodian,
      draft: draft === 1,
      folder,
      labels: readLabels(labels, `of ${custodian}`),
    });
}
