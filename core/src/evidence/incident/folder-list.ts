/** One row of a mailbox's folder list (`Get-MailboxFolderStatistics`: FolderId, FolderPath, FolderType). */
export interface ListedFolder {
  readonly id: string;
  readonly path: string;
  readonly type: string;
}
