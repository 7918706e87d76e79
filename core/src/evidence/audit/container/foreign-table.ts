import type { ForeignLog } from '../../record/foreign-log.ts';
import { type ByteReader, LINE_FEED, type ReaderContext } from './byte-reader.ts';
import { type CsvReader, createCsvReader } from './csv-rows.ts';

const SEPARATORS = [',', ';', '\t'];
/** Maximum header length. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** Reads a foreign CSV row by row, for consumers of such rows. Gives nothing for other text. */
export function createForeignTable(context: ReaderContext, log: ForeignLog): ByteReader {
  const { collector, runtime } = context;
  let header: Uint8Array | null = new Uint8Array(0);
  let rows: CsvReader | null = null;
  let count = 0;

  function begin(line: string): void {
    const separator = SEPARATORS.find((one) => line.includes(one)) ?? ',';
    const names = line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    rows = createCsvReader(context, separator.charCodeAt(0), ({ columns, isBroken }) => {
      count += 1;
      // Cells of a row with other columns would be misassigned.
      if (isBroken || columns.length !== names.length) return;
      const members = names.map((name, at): [string, string] => [name, columns[at] ?? '']);
      collector.onForeign?.(log, Object.fromEntries(members));
    });
  }

  /** The first line that is not empty or a prefix of PowerShell or spreadsheets. */
  function seekHeader(bytes: Uint8Array, isLast: boolean): Uint8Array {
    let at = 0;
    for (;;) {
      const found = runtime.indexOf(bytes, LINE_FEED, at);
      const end = found < 0 ? bytes.length : found;
      if (found < 0 && !isLast) return bytes.subarray(at);
      const line = runtime
        .utf8(bytes, at, end)
        .replace(/^\ufeff/, '')
        .trim();
      at = Math.min(end + 1, bytes.length);
      if (line !== '' && !line.startsWith('#') && !/^sep=.$/i.test(line)) {
        begin(line);
        return bytes.subarray(at);
      }
      if (at >= bytes.length) return bytes.subarray(at);
    }
  }

  function push(bytes: Uint8Array, isLast: boolean): void {
    if (header === null) {
      rows?.push(bytes);
      return;
    }
    const all = new Uint8Array(header.length + bytes.length);
    all.set(header);
    all.set(bytes, header.length);
    const rest = seekHeader(all, isLast);
    if (rows === null && rest.length < MAX_HEADER_BYTES) {
      header = rest.slice();
      return;
    }
    header = null;
    rows?.push(rest);
  }

  return {
    push: (bytes) => push(bytes, false),
    end() {
      push(new Uint8Array(0), true);
      rows?.end();
      collector.addForeign(log, 1, count);
    },
  };
}
