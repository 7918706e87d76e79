/**
 * Writes opened messages to disk: mbox, CSV and JSON, from the command line and the browser alike
 * (docs/formats/opened-mail.md).
 */

export { toMboxEntry } from './mbox-entry.ts';
export { OPENED_CSV_HEADER, toHarmlessCell, toOpenedCsvLine, toOpenedFileName, toOpenedJson } from './opened-csv.ts';
export { findMessageId, type ListedMessage, toMessageList } from './party-messages.ts';
