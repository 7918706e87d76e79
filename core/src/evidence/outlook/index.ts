/** Reads what Outlook keeps of a mail: .msg files and RTF bodies. Pages load it only with such a file. */

export { toAnsiLabel, toCharsetLabel } from './code-page.ts';
export { type ItemFolder, readCompoundFile } from './compound-file.ts';
export type { ItemMarks } from './item-marks.ts';
export type { ItemRtf } from './item-rtf.ts';
export { type OutlookItem, type OutlookRecipient, readOutlookItem } from './outlook-item.ts';
export type { OutlookParty } from './outlook-party.ts';
export { type RtfView, readRtf } from './read-rtf.ts';
export { decompressRtf } from './rtf-bytes.ts';
