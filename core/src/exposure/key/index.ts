/**
 * The forms in which names of folders and Message-IDs are compared (docs/formats/rules.md).
 */

export { toFolderKey } from './folder-key.ts';
export { toMessageId } from './message-id.ts';
