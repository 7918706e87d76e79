import type { ForeignLog } from '../../record/foreign-log.ts';
import { type ByteReader, LINE_FEED, type ReaderContext } from './byte-reader.ts';

/** Occurs in another file only if that is a concatenated audit log export, or quotes one in a mail. */
const AUDIT_SIGN = 'AuditData';

/** Reads a whole file that is no audit log: one finding and no row. */
export function createForeignReader({ collector, runtime }: ReaderContext, log: ForeignLog): ByteReader {
  const sign = new TextEncoder().encode(AUDIT_SIGN);
  let lines = 0;
  let open = false;
  let isMixed = log.shows === 'elsewhere';
  return {
    push(bytes) {
      // A foreign table with audit records further down cannot be read: it counts as blind.
      if (!isMixed && runtime.indexOf(bytes, sign, 0) >= 0) {
        isMixed = true;
        collector.addRow({ state: 'unreadable', line: lines + 1, cause: 'not-json', operation: null }, null);
      }
      for (let at = runtime.indexOf(bytes, LINE_FEED, 0); at >= 0; at = runtime.indexOf(bytes, LINE_FEED, at + 1))
        lines += 1;
      open = bytes.length > 0 && bytes[bytes.length - 1] !== LINE_FEED[0];
    },
    end() {
      collector.addForeign(log, 1, lines + (open ? 1 : 0));
    },
  };
}
