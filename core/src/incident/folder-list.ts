import { findEncodingLoss, type Problem, readCsv } from '@candor/core/base';

/** One row of a mailbox's folder list (`Get-MailboxFolderStatistics`: FolderId, FolderPath, FolderType). */
export interface ListedFolder {
  readonly id: string;
  readonly path: string;
  /** `Inbox`, `Drafts`, `User Created` …; empty when missing. */
  readonly type: string;
}

/**
 * Reads a folder list from `Export-Csv` (a `#TYPE` line and more columns are allowed). Unusable rows are problems with
 * their line; the others count. `file` is the path as in incident.yaml.
 */
export function readFolderList(text: string, file: string): { folders: ListedFolder[]; problems: Problem[] } {
  const folders: ListedFolder[] = [];
  const problems: Problem[] = [];
  const say = (line: number, sentence: string) =>
    problems.push({ code: 'folder-list', place: `${file}:${line}`, text: sentence, weight: 'person' });
  const lost = findEncodingLoss(text);
  if (lost !== null) say(lost, 'this row is not valid UTF-8; save or export the list as CSV UTF-8');
  let columns: { id: number; path: number; type: number } | null = null;
  for (const row of readCsv(text)) {
    if (columns === null) {
      if (row.fields[0]?.startsWith('#TYPE') === true) continue;
      const names = row.fields.map((name) => name.trim().toLowerCase());
      columns = { id: names.indexOf('folderid'), path: names.indexOf('folderpath'), type: names.indexOf('foldertype') };
      if (columns.id >= 0 && columns.path >= 0) continue;
      say(
        row.line,
        'the first row must name the columns FolderId and FolderPath; without them no folder of this mailbox is known',
      );
      return { folders, problems };
    }
    const id = row.fields[columns.id]?.trim() ?? '';
    const path = row.fields[columns.path] ?? '';
    if (row.broken) say(row.line, 'a quote opened here is not closed; the row was read to the end of its line');
    if (id === '' || path === '') say(row.line, 'the row has no FolderId or no FolderPath; it was left out');
    else folders.push({ id, path, type: row.fields[columns.type]?.trim() ?? '' });
  }
  return { folders, problems };
}
